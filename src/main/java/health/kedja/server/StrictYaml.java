package health.kedja.server;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The YAML form of definitions: field names are those of the records, with hyphens; nothing is guessed. */
final class StrictYaml {

    private static final JsonMapper MAPPER = mapper();

    private StrictYaml() {}

    /** What the form of a file must be, beside what its record says. */
    interface Form {

        /** All that is wrong with it, one line of text each; empty when nothing is. */
        List<String> problems(String name, JsonNode file, YamlLines lines);
    }

    /**
     * Reads a file.
     *
     * @throws FileProblem if it cannot be used; the message names the file, the line and the field
     */
    static <T> T read(String name, InputStream content, Class<T> type, Form form) throws IOException {
        try {
            byte[] text = content.readAllBytes();
            check(name, text, form);
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new FileProblem(name + line(e) + field(e) + ": " + reason(e), e);
        }
    }

    /** What is wrong with a file, in words for whoever wrote it. */
    static final class FileProblem extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FileProblem(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The form of the file, by its published schema; all that is wrong at once. */
    private static void check(String name, byte[] text, Form form) throws IOException {
        JsonNode tree = MAPPER.readTree(text);
        if (tree == null || tree.isMissingNode() || tree.isNull()) {
            throw new FileProblem(name + ", line 1: the file is empty", null);
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            List<String> problems = form.problems(name, tree, new YamlLines(parser));
            if (!problems.isEmpty()) {
                throw new FileProblem(String.join("\n", problems), null);
            }
        }
    }

    private static String line(JsonProcessingException problem) {
        JsonLocation location = problem.getLocation();
        return location == null ? "" : ", line " + location.getLineNr();
    }

    private static String field(JsonProcessingException problem) {
        if (!(problem instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        String path = mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining());
        return ", field " + path.substring(path.startsWith(".") ? 1 : 0);
    }

    /** The problem in words for whoever wrote the file, not for whoever wrote the parser. */
    private static String reason(JsonProcessingException problem) {
        Throwable cause = problem.getCause();
        if (cause instanceof IllegalArgumentException) {
            return cause.getMessage();
        }
        String message = problem.getOriginalMessage();
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "there is no such field; known are " + unknown.getKnownPropertyIds();
        }
        if (message.startsWith("Missing required creator property")) {
            return "the field is missing";
        }
        if (message.startsWith("Null value for creator property")) {
            return "the field has no value";
        }
        if (problem instanceof InvalidFormatException format) {
            int words = message.lastIndexOf("\": ");
            return words < 0 ? "'" + format.getValue() + "' does not fit" : message.substring(words + 3);
        }
        return message;
    }

    private static JsonMapper mapper() {
        YAMLFactory yaml = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        JsonMapper mapper = new JsonMapper(yaml);
        mapper = mapper.rebuild()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .annotationIntrospector(new EverythingIsRequired())
                .addModules(new Jdk8Module(), new JavaTimeModule(), new GuidelineWords(), new IndicatorWords())
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /** A field may be left out only where the record says so by its type. */
    private static final class EverythingIsRequired extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            Class<?> type = member.getRawType();
            return type != Optional.class && type != OptionalInt.class && type != OptionalDouble.class;
        }
    }
}
