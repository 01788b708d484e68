package health.kedja.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A published JSON Schema of files, and what it has to say of one. */
final class FileSchema {

    static final FileSchema GUIDELINE = new FileSchema("/profiles/guidelines/guideline.schema.json", "guideline");
    static final FileSchema INDICATOR = new FileSchema("/profiles/indicators/indicator.schema.json", "indicator");
    /** Made of the same groups of fields as an indicator. */
    static final FileSchema COMPLETENESS = new FileSchema("/profiles/indicators/indicator.schema.json", "completeness");

    private final JsonNode text;
    private final Schema schema;

    /**
     * A schema.
     *
     * @param file where it lies on the class path
     * @param whole the group of fields, among its {@code $defs}, that a file as a whole is
     */
    private FileSchema(String file, String whole) {
        ObjectNode read = read(file);
        read.remove("$id");
        read.put("$ref", "#/$defs/" + whole);
        text = read;
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /** Everything that is wrong with the file, in order of line; one line of text each. Empty when nothing is. */
    List<String> problems(String name, JsonNode file, YamlLines lines) {
        record Problem(int line, String text) {}
        List<Problem> problems = new ArrayList<>();
        for (Error error : schema.validate(
                file, execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))) {
            String container = field(error.getInstanceLocation());
            String field = error.getProperty() == null
                    ? container
                    : (container.isEmpty() ? "" : container + ".") + error.getProperty();
            int line = lines.of("required".equals(error.getKeyword()) ? container : field);
            String where = field.isEmpty() ? "" : ", field " + field;
            problems.add(new Problem(line, name + ", line " + line + where + ": " + reason(error)));
        }
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::text)
                .distinct()
                .toList();
    }

    /** As people write it: {@code entry.sites[0].codes}. */
    private static String field(NodePath path) {
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            if (path.getElement(i) instanceof Integer index) {
                field.append('[').append(index).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(path.getElement(i));
            }
        }
        return field.toString();
    }

    /** The problem in words for whoever wrote the file. */
    private String reason(Error error) {
        JsonNode value = error.getInstanceNode();
        JsonNode asked = error.getSchemaNode();
        String written = "'" + (value == null || value.isContainerNode() ? "" : value.asText()) + "'";
        return switch (error.getKeyword()) {
            case "required" -> "the field is missing";
            case "additionalProperties" -> "there is no such field; known are " + siblings(error);
            case "enum" -> written + " is not one of " + words(asked);
            case "type" ->
                value != null && value.isNull()
                        ? "the field has no value"
                        : (value != null && value.isContainerNode() ? "this" : written) + " does not fit; it must be "
                                + kind(asked.asText());
            case "minimum" -> value.asText() + " is too low; it must be " + asked.asText() + " or more";
            case "maximum" -> value.asText() + " is too high; it must be " + asked.asText() + " or less";
            case "minItems" -> "at least " + asked.asText() + " must be named";
            case "format" -> written + " is no " + asked.asText();
            case "pattern" -> written + " does not fit. " + described(error);
            default -> error.getMessage();
        };
    }

    private static String kind(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "string" -> "text (in quotes where it looks like a number)";
            case "array" -> "a list";
            default -> "a group of fields";
        };
    }

    private Set<String> siblings(Error error) {
        Set<String> known = new TreeSet<>();
        around(error).path("properties").fieldNames().forEachRemaining(known::add);
        return known;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private String described(Error error) {
        return around(error).path("description").asText();
    }

    /** The part of the schema that the keyword of the error stands in. */
    private JsonNode around(Error error) {
        NodePath fragment = error.getSchemaLocation().getFragment();
        JsonNode node = text;
        for (int i = 0; i < fragment.getNameCount() - 1; i++) {
            node = fragment.getElement(i) instanceof Integer index
                    ? node.path(index)
                    : node.path(fragment.getElement(i).toString());
        }
        return node;
    }

    /** The schema itself. */
    JsonNode text() {
        return text;
    }

    private static ObjectNode read(String file) {
        try (InputStream content = FileSchema.class.getResourceAsStream(file)) {
            return (ObjectNode) new JsonMapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
