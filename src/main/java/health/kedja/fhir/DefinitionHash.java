package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hash of a definition: two definitions have the same when everything that they say is the same, in whatever order a
 * file names its code lists. Reports state it, so that it can be told by which definition they were calculated.
 */
public final class DefinitionHash {

    private DefinitionHash() {}

    /** SHA-256 in hexadecimal. */
    public static String of(Indicator indicator) {
        StringBuilder text = new StringBuilder();
        write(indicator, text);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), out);
        } else if (value instanceof Record record) {
            out.append('{');
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                out.append(component.getName()).append('=');
                write(GuidelineValues.get(component, record), out);
            }
            out.append('}');
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
            out.append('{');
            sorted.forEach((key, entry) -> {
                text(key, out);
                out.append('=');
                write(entry, out);
            });
            out.append('}');
        } else if (value instanceof Collection<?> all) {
            out.append('[');
            all.forEach(one -> write(one, out));
            out.append(']');
        } else {
            text(String.valueOf(value), out);
        }
    }

    /** With its length, so that no text can pass for two. */
    private static void text(String text, StringBuilder out) {
        out.append(text.length()).append(':').append(text).append(';');
    }
}
