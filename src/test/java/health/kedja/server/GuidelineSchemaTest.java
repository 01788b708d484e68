package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuidelineSchemaTest {

    private static final JsonNode SCHEMA = schema();

    @Test
    void the_schema_and_the_records_have_the_same_fields_types_and_words() {
        Map<String, JsonNode> records = RecordStructure.ofRecord(Guideline.class);
        // The risk of an indication is a known one.
        String atRisk = "[\"high\",\"intermediate\",\"low\",\"unknown\"]";

        Map<String, JsonNode> schema = RecordStructure.ofSchema(SCHEMA);
        assertThat(schema.keySet()).isEqualTo(records.keySet());
        records.forEach((group, fields) -> assertThat(schema.get(group).toString())
                .as("fields of %s", group)
                .isEqualTo(fields.toString().replace(atRisk, "[\"high\",\"intermediate\",\"low\"]")));
    }

    @Test
    void every_group_and_field_is_described_and_closed() {
        RecordStructure.assertDescribedAndClosed(SCHEMA);
    }

    @Test
    void every_kind_of_event_is_evidence_and_nothing_else() {
        Pattern token =
                Pattern.compile(SCHEMA.at("/$defs/evidence-token/pattern").asText());

        for (Kind kind : Kind.values()) {
            assertThat(kind.token()).matches(token);
            assertThat(kind.token() + ":some-code").matches(token);
        }
        assertThat("referal").doesNotMatch(token);
        assertThat("referral:").doesNotMatch(token);
    }

    private static JsonNode schema() {
        try {
            return new JsonMapper()
                    .readTree(
                            Path.of("profiles/guidelines/guideline.schema.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
