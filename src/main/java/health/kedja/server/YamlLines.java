package health.kedja.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a YAML file each field stands. */
final class YamlLines {

    private final Map<String, Integer> lines = new HashMap<>();

    /** Reads to the end of the file. */
    YamlLines(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.FIELD_NAME || token.isScalarValue() || token.isStructStart()) {
                lines.putIfAbsent(field(token, parser.getParsingContext()), line);
            }
        }
    }

    /** The line of a field such as {@code entry.sites[0].codes}, or of what is nearest around it; 1 for the file. */
    int of(String field) {
        String near = field;
        while (!near.isEmpty() && !lines.containsKey(near)) {
            near = near.substring(0, Math.max(0, Math.max(near.lastIndexOf('.'), near.lastIndexOf('['))));
        }
        return near.isEmpty() ? 1 : lines.get(near);
    }

    private static String field(JsonToken token, JsonStreamContext context) {
        // A parser is inside of what begins with the token.
        JsonStreamContext place = token.isStructStart() ? context.getParent() : context;
        return place == null ? "" : path(place);
    }

    private static String path(JsonStreamContext place) {
        String outer = place.getParent() == null ? "" : path(place.getParent());
        if (place.inArray()) {
            return outer + "[" + place.getCurrentIndex() + "]";
        }
        if (!place.inObject() || place.getCurrentName() == null) {
            return outer;
        }
        return outer.isEmpty() ? place.getCurrentName() : outer + "." + place.getCurrentName();
    }
}
