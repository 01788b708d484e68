package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.CompositeParam;
import ca.uhn.fhir.rest.param.HasParam;
import ca.uhn.fhir.rest.param.NumberParam;
import ca.uhn.fhir.rest.param.QuantityParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.SpecialParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses search values that HAPI does not look at before it searches, and then fails on or takes for something else
 * (a composite value without its second part, a position that is none). Looks at every search, also one in a Bundle,
 * behind a chain or in {@code _has}.
 */
@Interceptor
public final class SearchValues {

    /** The composite parameters of FHIR R4 for the types that the server stores. */
    private static final Pattern COMPOSITE =
            Pattern.compile("(combo-|component-)?code-value-.+|context-type-(quantity|value)|characteristic-value");

    private static final Pattern HUGE = Pattern.compile("[0-9.][eE][+-]?[0-9]{4,}");

    private static final String NUMBER = "([+-]?[0-9]{1,3}(?:\\.[0-9]*)?)";
    private static final Pattern POSITION =
            Pattern.compile(NUMBER + "\\|" + NUMBER + "(?:\\|(?:[0-9]+(?:\\.[0-9]*)?)?(?:\\|[^|]*)?)?");

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void check(SearchParameterMap search) {
        search.entrySet().forEach(parameter -> {
            for (List<IQueryParameterType> alternatives : parameter.getValue()) {
                alternatives.forEach(value -> check(parameter.getKey(), value));
            }
        });
    }

    private static void check(String parameter, IQueryParameterType value) {
        if (value instanceof HasParam has) {
            checkHas(has);
        } else if (value instanceof ReferenceParam reference && reference.getChain() != null) {
            checkHasBehindChain(parameter, reference);
            checkText(parameter + "." + reference.getChain(), reference.getValue());
        } else if (value instanceof CompositeParam<?, ?> composite) {
            if (isEmpty(composite.getLeftValue()) || isEmpty(composite.getRightValue())) {
                throw composite(parameter, shown(composite.getLeftValue()) + "$" + shown(composite.getRightValue()));
            }
            checkNumber(parameter, composite.getRightValue());
        } else if (value instanceof SpecialParam special) {
            checkText(parameter, special.getValue());
        } else {
            checkNumber(parameter, value);
        }
        if (value.getMissing() == null && text(value).indexOf('\0') >= 0) {
            throw RefusedRequest.of(parameter, "must not have the character NUL", text(value));
        }
    }

    /** HAPI's query for it joins so much when the reference may be to several types that it does not come to an end. */
    private static void checkHasBehindChain(String parameter, ReferenceParam reference) {
        if (reference.getChain().startsWith("_has:")
                && reference.getResourceType() == null
                && parameter.equals("subject")) {
            throw RefusedRequest.of(
                    parameter + "." + reference.getChain(),
                    "must name the type of what it refers to, as subject:Patient._has:[type]:[ref]:[param]",
                    reference.getValue());
        }
    }

    private static void checkHas(HasParam has) {
        String name = "_has:" + has.getTargetResourceType() + ":" + has.getReferenceFieldName() + ":"
                + has.getParameterName();
        if (isBlank(has.getTargetResourceType())
                || isBlank(has.getReferenceFieldName())
                || isBlank(has.getParameterName())) {
            throw RefusedRequest.of(
                    name,
                    "must name a type, a reference of it and a parameter of it, as _has:[type]:[ref]:[param]",
                    "");
        }
        checkText(name, has.getParameterValue());
    }

    /** A value that HAPI has not yet read as what it is. */
    private static void checkText(String path, String value) {
        String name = path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')) + 1);
        String given = value == null ? "" : value;
        if ((name.contains("quantity") || name.endsWith("-age") || name.equals("probability"))
                && HUGE.matcher(given).find()) {
            throw RefusedRequest.of(path, "must be a number with an exponent between -999 and 999", given);
        }
        if (name.equals("near")) {
            Matcher position = POSITION.matcher(given);
            if (!position.matches() || !within(position.group(1), 90) || !within(position.group(2), 180)) {
                throw RefusedRequest.of(
                        path,
                        "must be latitude|longitude|distance|unit, in degrees and such as 55.6|13.0|10|km; distance and"
                                + " unit may be left out",
                        given);
            }
        } else if (COMPOSITE.matcher(name).matches() && !given.matches("(?s).+\\$.+")) {
            throw composite(path, given);
        }
    }

    private static boolean within(String degrees, int end) {
        return new BigDecimal(degrees).abs().compareTo(BigDecimal.valueOf(end)) <= 0;
    }

    private static void checkNumber(String parameter, Object value) {
        BigDecimal number = value instanceof QuantityParam quantity
                ? quantity.getValue()
                : value instanceof NumberParam plain ? plain.getValue() : null;
        if (number != null && (BodyShape.isHuge(number) || Double.isInfinite(number.doubleValue()))) {
            throw RefusedRequest.of(parameter, "must be a number below 1e308, and not of a thousand digits", number);
        }
    }

    private static RuntimeException composite(String parameter, String value) {
        return RefusedRequest.of(parameter, "must be two values with a $ between them", value);
    }

    private static boolean isEmpty(IQueryParameterType part) {
        // A quantity or token that is empty writes only the bars between its parts.
        return part == null || isBlank(text(part).replace("|", ""));
    }

    private static String shown(IQueryParameterType part) {
        return isEmpty(part) ? "" : text(part);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String text(IQueryParameterType value) {
        String text = value == null ? null : value.getValueAsQueryToken();
        return text == null ? "" : text;
    }
}
