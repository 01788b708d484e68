package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.completeness.Completeness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorSchemaTest {

    private static final JsonNode SCHEMA = read("profiles/indicators/indicator.schema.json");

    @Test
    void the_schema_and_the_records_have_the_same_fields_types_and_words() {
        Map<String, JsonNode> records = new TreeMap<>(RecordStructure.ofRecord(Indicator.class));
        records.putAll(RecordStructure.ofRecord(Completeness.class));

        assertThat(RecordStructure.ofSchema(SCHEMA)).isEqualTo(records);
    }

    @Test
    void every_group_and_field_is_described_and_closed() {
        RecordStructure.assertDescribedAndClosed(SCHEMA);
    }

    @Test
    void the_schema_of_completeness_is_a_part_of_that_of_indicators() {
        String named = read("profiles/completeness/completeness.schema.json")
                .path("$ref")
                .asText();

        assertThat(named).startsWith("../indicators/indicator.schema.json#/");
        assertThat(SCHEMA.at(named.substring(named.indexOf('#') + 1)).path("properties"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "certainty: confirmed | certainty: sure | 'sure' is not one of [confirmed, derived, unconfirmed]",
                "middle-from: 0.5 | middle-from: 50 | levels.middle-from: 50 is too high; it must be 1 or less",
                "needed-by: [\"IOF-3\"] | # | the field is missing",
                "kinds: [training] | kinds: [] | at least 1 must be named",
                "follow-up: \"P364D\" | follow-up: \"364 days\" | follow-up: '364 days' does not fit. A time such as P10Y",
                "- code: birth | - colour: birth | there is no such field; known are [basis, code, filled-by, needed-by, words]",
                "\"M05BB\" | \"m05bb\" | code-lists.bone-drug[3]: 'm05bb' does not fit",
                "codes: [bone-drug] | codes: [bone-drugs] | 'bone-drugs' is neither a code nor one of the code lists"
            })
    void a_file_of_completeness_with_a_mistake_names_line_and_field(String right, String wrong, String message)
            throws IOException {
        String text = Files.readString(Path.of("profiles/completeness/IOF-11.yaml"));
        String first = wrong.equals("#") ? text.replace(right, "") : text.replace(right, wrong);
        assertThat(first).isNotEqualTo(text);

        assertThatThrownBy(() -> IndicatorFiles.readCompleteness(
                        "IOF-11.yaml", new ByteArrayInputStream(first.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IndicatorFileException.class)
                .hasMessageStartingWith("IOF-11.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void all_that_is_wrong_with_a_file_is_named_at_once() throws IOException {
        String text = Files.readString(Path.of("profiles/indicators/SOS-08.yaml"))
                .replace("scoring: proportion", "scoring: share")
                .replace("minimum-age-years: 50", "minimum-age-years: 150")
                .replace("follow-up: \"P12M\"", "follow-up: \"P\"");

        assertThatThrownBy(() -> IndicatorFiles.read(
                        "SOS-08.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("SOS-08.yaml, line 6, field scoring: 'share' is not one of [proportion, ratio,")
                .hasMessageContaining("field population.minimum-age-years: 150 is too high; it must be 120 or less")
                .hasMessageContaining("field outcome.follow-up: 'P' does not fit. A time such as P10Y");
    }

    private static JsonNode read(String file) {
        try {
            return new JsonMapper().readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
