package health.kedja.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A good example with one thing made wrong.
 *
 * @param profile id of the profile that must refuse it
 * @param name what is wrong
 * @param json the whole resource
 * @param element where the error is reported
 * @param rule the key of the invariant, or the path of the element whose cardinality or type is broken
 */
record BadExample(String profile, String name, String json, String element, String rule) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All files of {@code src/test/resources/profiles/bad}, one for each profile. */
    static List<BadExample> all() {
        List<BadExample> all = new ArrayList<>();
        for (Path file : Published.json("src/test/resources/profiles/bad")) {
            String profile = file.getFileName().toString().replace(".json", "");
            for (JsonNode one : parse(Published.read(file))) {
                String good = Published.read(
                        Path.of("profiles/examples", one.get("example").asText() + ".json"));
                String bad = changed(parse(good), one.get("change")).toString();
                all.add(new BadExample(
                        profile,
                        one.get("name").asText(),
                        bad,
                        one.get("element").asText(),
                        one.get("rule").asText()));
            }
        }
        return all;
    }

    /** Sets each value at its JSON pointer; null removes what is there. */
    private static JsonNode changed(JsonNode resource, JsonNode changes) {
        changes.fields().forEachRemaining(change -> {
            JsonPointer pointer = JsonPointer.compile(change.getKey());
            JsonNode parent = resource.at(pointer.head());
            String last = pointer.last().getMatchingProperty();
            if (parent instanceof ArrayNode array) {
                array.insert(Integer.parseInt(last), change.getValue());
            } else if (change.getValue().isNull()) {
                ((ObjectNode) parent).remove(last);
            } else {
                ((ObjectNode) parent).set(last, change.getValue());
            }
        });
        return resource;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return profile + ": " + name;
    }
}
