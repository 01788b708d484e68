package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.kedja.pathway.EvidenceToken;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * What records demand of a file, and what a schema does, in one form: for each group of fields the fields, with
 * their type and whether they may be left out. Descriptions, limits and patterns are left out.
 */
final class RecordStructure {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Set<Class<?>> OPTIONAL = Set.of(Optional.class, OptionalInt.class, OptionalDouble.class);

    private final Map<String, JsonNode> groups = new TreeMap<>();

    private RecordStructure() {}

    /** By name of the group: what the record and all that it holds demand. */
    static Map<String, JsonNode> ofRecord(Class<?> record) {
        RecordStructure structure = new RecordStructure();
        structure.add(record);
        return structure.groups;
    }

    /** By name of the group: what the schema demands. */
    static Map<String, JsonNode> ofSchema(JsonNode schema) {
        Map<String, JsonNode> groups = new TreeMap<>();
        schema.path("$defs").properties().stream()
                .filter(group -> group.getValue().has("properties"))
                .forEach(group -> groups.put(group.getKey(), fields(group.getValue(), schema)));
        return groups;
    }

    private static ObjectNode fields(JsonNode group, JsonNode schema) {
        ObjectNode fields = MAPPER.createObjectNode();
        new TreeMap<>(Map.ofEntries(group.path("properties").properties().toArray(Map.Entry[]::new)))
                .forEach((name, field) -> {
                    boolean required = false;
                    for (JsonNode one : group.path("required")) {
                        required |= one.asText().equals(name);
                    }
                    fields.set(name + (required ? "" : "?"), type((JsonNode) field, schema));
                });
        return fields;
    }

    private static JsonNode type(JsonNode field, JsonNode schema) {
        if (field.has("$ref")) {
            String name = field.get("$ref").asText().replace("#/$defs/", "");
            JsonNode group = schema.path("$defs").path(name);
            return group.has("properties") || name.equals("period") ? text(name) : type(group, schema);
        }
        if (field.has("enum")) {
            ArrayNode words = MAPPER.createArrayNode();
            field.get("enum").forEach(words::add);
            return words;
        }
        return switch (field.path("type").asText()) {
            case "array" -> MAPPER.createObjectNode().set("list of", type(field.path("items"), schema));
            case "object" ->
                field.path("additionalProperties").isObject()
                        ? MAPPER.createObjectNode().set("map of", type(field.get("additionalProperties"), schema))
                        : fields(field, schema);
            case "string" -> text(field.has("format") ? field.get("format").asText() : "string");
            default -> text(field.path("type").asText());
        };
    }

    private void add(Class<?> record) {
        if (groups.containsKey(kebab(record.getSimpleName()))) {
            return;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        groups.put(kebab(record.getSimpleName()), MAPPER.createObjectNode());
        for (RecordComponent component : record.getRecordComponents()) {
            boolean optional = OPTIONAL.contains(component.getType());
            fields.put(kebab(component.getName()) + (optional ? "?" : ""), type(component.getGenericType()));
        }
        groups.put(kebab(record.getSimpleName()), MAPPER.valueToTree(fields));
    }

    private JsonNode type(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Class<?> raw = (Class<?>) parameterized.getRawType();
            Type[] of = parameterized.getActualTypeArguments();
            if (raw == Optional.class) {
                return type(of[0]);
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return MAPPER.createObjectNode().set("list of", type(of[0]));
            }
            if (of[0] == String.class) {
                return MAPPER.createObjectNode().set("map of", type(of[1]));
            }
            Map<String, JsonNode> byKey = new TreeMap<>();
            for (Object key : ((Class<?>) of[0]).getEnumConstants()) {
                byKey.put(word(key), type(of[1]));
            }
            return MAPPER.valueToTree(byKey);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class || plain == EvidenceToken.class) {
            return text("string");
        }
        if (plain == int.class || plain == Integer.class || plain == OptionalInt.class) {
            return text("integer");
        }
        if (plain == double.class || plain == OptionalDouble.class) {
            return text("number");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return text("boolean");
        }
        if (plain == Period.class) {
            return text("period");
        }
        if (plain == LocalDate.class) {
            return text("date");
        }
        if (plain.isEnum()) {
            ArrayNode words = MAPPER.createArrayNode();
            Arrays.stream(plain.getEnumConstants()).map(RecordStructure::word).forEach(words::add);
            return words;
        }
        if (plain.isRecord()) {
            add(plain);
            return text(kebab(plain.getSimpleName()));
        }
        return text(plain.getSimpleName());
    }

    private static JsonNode text(String text) {
        return MAPPER.getNodeFactory().textNode(text);
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Every group of a schema and every field of it says what it is, and no group takes fields that it does not name. */
    static void assertDescribedAndClosed(JsonNode schema) {
        schema.path("$defs").properties().forEach(group -> {
            assertThat(group.getValue().path("description").asText())
                    .as(group.getKey())
                    .isNotBlank();
            if (group.getValue().has("properties")) {
                assertThat(group.getValue().path("additionalProperties").asBoolean(true))
                        .as("%s takes no other fields", group.getKey())
                        .isFalse();
            }
            group.getValue()
                    .path("properties")
                    .properties()
                    .forEach(field -> assertThat(
                                    field.getValue().path("description").asText())
                            .as("%s of %s", field.getKey(), group.getKey())
                            .isNotBlank());
        });
    }
}
