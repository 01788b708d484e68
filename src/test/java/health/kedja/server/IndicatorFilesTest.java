package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.definition.Scoring;
import health.kedja.pathway.Certainty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorFilesTest {

    private static final Indicators ALL = IndicatorFiles.load();

    @Test
    void all_indicators_of_the_national_evaluation_are_there() {
        assertThat(ALL.all())
                .extracting(Indicator::id)
                .contains("SOS-01", "SOS-03", "SOS-04a", "SOS-04b", "SOS-05", "SOS-06a", "SOS-06b", "SOS-07")
                .contains("SOS-08", "SOS-09", "SOS-10", "SOS-11", "SOS-12", "SOS-07old", "VGR-01")
                .contains("Os01", "Os02", "Os03", "Os04", "RH-24", "RH-48");
    }

    @Test
    void every_indicator_of_drugs_after_fracture_has_a_counterpart_that_names_it_back() {
        for (String id : List.of("SOS-07", "SOS-08", "SOS-11", "SOS-07old", "VGR-01", "Os03")) {
            String counterpart = ALL.find(id).orElseThrow().counterpart().orElseThrow();

            assertThat(ALL.find(counterpart).orElseThrow().counterpart()).contains(id);
        }
    }

    @Test
    void every_indicator_says_where_it_comes_from_and_what_to_beware_of() {
        assertThat(ALL.all()).allSatisfy(indicator -> {
            assertThat(indicator.sources()).isNotEmpty();
            assertThat(indicator.caveats()).isNotEmpty();
            assertThat(indicator.caveats())
                    .allMatch(caveat -> !caveat.sv().isBlank() && !caveat.en().isBlank());
        });
    }

    @Test
    void what_is_not_confirmed_in_a_part_makes_the_whole_unconfirmed_or_is_named_in_the_part() {
        assertThat(ALL.find("SOS-07").orElseThrow().certainty()).isEqualTo(Certainty.UNCONFIRMED);
        assertThat(ALL.find("SOS-07").orElseThrow().population().basis().certainty())
                .isEqualTo(Certainty.UNCONFIRMED);
        assertThat(ALL.find("SOS-03").orElseThrow().scoring()).isEqualTo(Scoring.RATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minimum-age-years: 50 | minimum-age: 50 | population.minimum-age: there is no such field",
                "minimum-age-years: 50 | minimum-age-years: fifty | population.minimum-age-years",
                "unit: person | unit: people | 'people' is not one of",
                "newly: false | # | the field is missing",
                "codes: [bone-drug] | codes: [bone-drugs] | 'bone-drugs' is neither a code nor one of the code lists",
                "kinds: [drug-dispensed] | kinds: [drug-dispense] | 'drug-dispense' is not one of",
                "event-free: \"P10Y\" | event-free: \"10 years\" | population.event-free",
                "kinds: [drug-dispensed] | kinds: [] | at least 1 must be named",
                "version: \"1.0.0\" | version: 1 | version: '1' does not fit; it must be text",
                "certainty: unconfirmed | certainty: maybe | 'maybe' is not one of [confirmed, derived, unconfirmed]",
            })
    void a_file_with_a_mistake_is_not_read(String right, String wrong, String message) throws IOException {
        String text = Files.readString(Path.of("profiles/indicators/SOS-07.yaml"));
        assertThat(text).contains(right);

        assertThatThrownBy(() -> read(text.replace(right, wrong)))
                .isInstanceOf(IndicatorFileException.class)
                .hasMessageStartingWith("SOS-07.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void an_empty_file_is_not_read() {
        assertThatThrownBy(() -> read("")).hasMessage("SOS-07.yaml, line 1: the file is empty");
    }

    private static Indicator read(String text) {
        return IndicatorFiles.read("SOS-07.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
