package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses a search that asks for more than the settings allow, before anything is looked for. */
@Interceptor
public final class SearchLimits {

    private static final Pattern MAX_RESULTS = Pattern.compile("(?i)max-results=([0-9]{1,18})");

    /** HAPI writes a number out before anybody can look at it, and no database holds these. */
    private static final Pattern HUGE = Pattern.compile("[0-9.][eE][+-]?[0-9]{3,}");

    private static final Pattern QUANTITIES = Pattern.compile("quantity|onset-age|abatement-age|probability");

    private final KedjaSettings.Requests limits;

    SearchLimits(KedjaSettings.Requests limits) {
        this.limits = limits;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void check(RequestDetails request) {
        check(request.getParameters());
        checkPaging(request);
    }

    /** The same for a search in a Bundle, whose address has not been read yet. */
    void check(Map<String, String[]> parameters) {
        long given =
                parameters.values().stream().mapToLong(values -> values.length).sum();
        most("The number of parameters", given, limits.maxParameters(), "max-parameters");
        long values = parameters.values().stream()
                .flatMap(Stream::of)
                .mapToLong(SearchLimits::alternatives)
                .sum();
        most("The number of values of all parameters", values, limits.maxValues(), "max-values");
        long includes = parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("_include")
                        || parameter.getKey().startsWith("_revinclude"))
                .mapToLong(parameter -> parameter.getValue().length)
                .sum();
        most("The number of _include and _revinclude", includes, limits.maxIncludes(), "max-includes");
        parameters.keySet().forEach(this::checkChain);
        parameters.forEach(SearchLimits::checkNumbers);
        for (String count : parameters.getOrDefault(Constants.PARAM_COUNT, new String[0])) {
            most("_count", number(count), limits.maxCount(), "max-count");
        }
    }

    private static void checkNumbers(String name, String[] values) {
        if (QUANTITIES.matcher(name).find()) {
            for (String value : values) {
                // Of a composite value the last part is the number.
                if (value != null
                        && HUGE.matcher(value.substring(value.lastIndexOf('$') + 1))
                                .find()) {
                    throw RefusedRequest.of(name, "must be a number with an exponent between -99 and 99", value);
                }
            }
        }
    }

    private void checkChain(String name) {
        long links = name.chars().filter(character -> character == '.').count() + name.split("_has:", -1).length - 1;
        most("The number of links in the chain of a search parameter", links, limits.maxChain(), "max-chain");
    }

    private void checkPaging(RequestDetails request) {
        long from = 0;
        for (String name : new String[] {Constants.PARAM_PAGINGOFFSET, Constants.PARAM_OFFSET}) {
            for (String offset : request.getParameters().getOrDefault(name, new String[0])) {
                from = Math.max(from, number(offset));
            }
        }
        if (from >= limits.maxResults()) {
            throw RefusedRequest.of(
                    "The results of a search beyond number",
                    "can not be fetched: " + limits.maxResults()
                            + " are kept (kedja.requests.max-results); narrow the search",
                    from);
        }
        for (String directive : orEmpty(request.getHeaders(Constants.HEADER_CACHE_CONTROL))) {
            Matcher results = MAX_RESULTS.matcher(directive);
            if (results.find()) {
                most("Cache-Control max-results", number(results.group(1)), limits.maxCount(), "max-count");
            }
        }
    }

    private static java.util.List<String> orEmpty(java.util.List<String> values) {
        return values == null ? java.util.List.of() : values;
    }

    private static long alternatives(String value) {
        return value == null
                ? 1
                : value.chars().filter(character -> character == ',').count() + 1;
    }

    /** 0 where it is none: others say so. */
    private static long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static void most(String what, long given, long most, String setting) {
        if (given > most) {
            throw RefusedRequest.of(what, "must be at most " + most + " (kedja.requests." + setting + ")", given);
        }
    }
}
