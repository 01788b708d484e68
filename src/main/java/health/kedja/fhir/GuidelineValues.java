package health.kedja.fhir;

import health.kedja.pathway.EvidenceGroup;
import health.kedja.pathway.Limit;
import health.kedja.pathway.Rule;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of a guideline in words. */
final class GuidelineValues {

    private GuidelineValues() {}

    static Object get(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    /** {@code due within days} for {@code dueWithinDays}. */
    static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** {@code unconfirmed}: a word of a guideline as a code. */
    static String token(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a member of a list is called: its id or name, or that of its rule. */
    static String name(Object value) {
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object first = get(component, record);
                if (first instanceof Rule rule) {
                    return rule.id();
                }
                if (first instanceof String) {
                    return first.toString();
                }
            }
        }
        return text(value);
    }

    /** The value for people; empty for an optional one that is left out. */
    static String text(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(GuidelineValues::text).orElse("");
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
        }
        if (value instanceof Set<?> all) {
            // A set has no order of its own; the text must be the same each time.
            return text(all.stream().map(GuidelineValues::text).sorted().toList());
        }
        if (value instanceof Collection<?> all) {
            return all.isEmpty()
                    ? "none"
                    : all.stream().map(GuidelineValues::text).collect(Collectors.joining(separator(all)));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining("; "));
        }
        return value instanceof Record record ? text(record) : String.valueOf(value);
    }

    private static String separator(Collection<?> all) {
        Object first = all.iterator().next();
        return first instanceof EvidenceGroup || isPlain(first) ? ", " : "; ";
    }

    private static boolean isPlain(Object value) {
        return !(value instanceof Record record) || record.getClass().getRecordComponents().length < 3;
    }

    private static String text(Record record) {
        if (record instanceof Limit limit) {
            return text(limit.comparison()) + " " + text(limit.value());
        }
        if (record instanceof EvidenceGroup group) {
            return group.name() + " (" + text(group.anyOf()).replace(", ", " or ") + ")";
        }
        boolean speaksForItself = record.getClass().getSimpleName().endsWith("Token");
        return speaksForItself
                ? record.toString()
                : Arrays.stream(record.getClass().getRecordComponents())
                        .map(component -> new String[] {words(component.getName()), text(get(component, record))})
                        .filter(part -> !part[1].isEmpty())
                        .map(part -> part[0] + " " + part[1])
                        .collect(Collectors.joining(", "));
    }
}
