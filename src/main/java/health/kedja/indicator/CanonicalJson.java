package health.kedja.indicator;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.WeakHashMap;

/**
 * A record as JSON that is the same for equal records, whenever and wherever it is written: no white space; names in
 * order; the members of sets in order; numbers as Java writes them ({@code 1.0}). What is empty (an Optional, a list, a
 * set, a map) is left out, so that a component that is added later, and that a definition does not use, changes nothing.
 */
final class CanonicalJson {

    /** To work one out takes far longer than to find it here; equal records have equal hashes. */
    private static final Map<Record, String> HASHES = Collections.synchronizedMap(new WeakHashMap<>());

    private CanonicalJson() {}

    /** @throws IllegalArgumentException if there is something in it of which the text would not always be the same */
    static String of(Record content) {
        return text(content);
    }

    /** SHA-256 of the JSON in UTF-8, as 64 hexadecimal digits. */
    static String hash(Record content) {
        return HASHES.computeIfAbsent(content, CanonicalJson::workedOut);
    }

    private static String workedOut(Record content) {
        try {
            byte[] bytes = of(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object content) {
        if (content instanceof Record fields) {
            return object(fields);
        } else if (content instanceof Map<?, ?> map) {
            return object(map);
        } else if (content instanceof Optional<?> optional) {
            return text(optional.orElseThrow());
        } else if (content instanceof OptionalInt optional) {
            return text(optional.getAsInt());
        } else if (content instanceof OptionalDouble optional) {
            return text(optional.getAsDouble());
        } else if (content instanceof List<?> list) {
            return "[" + String.join(",", list.stream().map(CanonicalJson::text).toList()) + "]";
        } else if (content instanceof Set<?> set) {
            return "["
                    + String.join(
                            ",", set.stream().map(CanonicalJson::text).sorted().toList()) + "]";
        } else if (content instanceof Enum<?> constant) {
            return quoted(constant.name());
        } else if (content instanceof Double number && !(number.isNaN() || number.isInfinite())
                || content instanceof Integer
                || content instanceof Long
                || content instanceof Boolean) {
            return content.toString();
        } else if (content instanceof String || isOfTime(content)) {
            return quoted(content.toString());
        }
        throw new IllegalArgumentException("Not for canonical JSON: " + (content == null ? null : content.getClass()));
    }

    /** Days, periods and instants are written as ISO 8601. */
    private static boolean isOfTime(Object content) {
        return content != null && content.getClass().getPackageName().equals("java.time");
    }

    private static String object(Record content) {
        Map<String, Object> fields = new TreeMap<>();
        for (RecordComponent component : content.getClass().getRecordComponents()) {
            try {
                fields.put(component.getName(), component.getAccessor().invoke(content));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("Not for canonical JSON: " + content.getClass(), e);
            }
        }
        return object(fields);
    }

    private static String object(Map<?, ?> content) {
        Map<String, Object> fields = new TreeMap<>();
        content.forEach((name, value) -> fields.put(name.toString(), value));
        StringJoiner json = new StringJoiner(",", "{", "}");
        fields.forEach((name, value) -> {
            if (!isEmpty(value)) {
                json.add(quoted(name) + ":" + text(value));
            }
        });
        return json.toString();
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Optional<?> optional && optional.isEmpty()
                || value instanceof OptionalInt number && number.isEmpty()
                || value instanceof OptionalDouble decimal && decimal.isEmpty()
                || value instanceof Collection<?> members && members.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
