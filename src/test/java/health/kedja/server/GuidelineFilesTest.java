package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidelineFilesTest {

    private static final Path SHIPPED = Path.of("profiles/guidelines/se-psvf-2021.yaml");

    @Test
    void the_shipped_guidelines_load() {
        Guidelines guidelines = GuidelineFiles.load("se-psvf-2021", Optional.empty());

        assertThat(guidelines.all())
                .extracting(Guideline::id)
                .containsExactly("dk-dks", "iof-fls", "se-psvf-2021", "se-skane-2018", "se-svos-2021");
        assertThat(guidelines.standard().id()).isEqualTo("se-psvf-2021");
        assertThat(guidelines.find("https://kedja.health/fhir/PlanDefinition/se-skane-2018|1.0.0"))
                .get()
                .extracting(Guideline::validTo)
                .isEqualTo(Optional.of(LocalDate.of(2021, 6, 30)));
        assertThat(guidelines.find("se-skane-2018|9")).isEmpty();
        assertThat(guidelines.find("elsewhere")).isEmpty();
    }

    @Test
    void a_region_adds_its_own_file_and_may_make_it_the_default(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("own.yaml"), text().replace("id: se-psvf-2021", "id: se-own"));

        Guidelines guidelines = GuidelineFiles.load("se-own", Optional.of(directory));

        assertThat(guidelines.standard().canonicalWithVersion())
                .isEqualTo("https://kedja.health/fhir/PlanDefinition/se-own|1.0.0");
    }

    @Test
    void of_two_versions_the_newer_is_found_and_the_older_when_asked_for(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("own.yaml"), text().replace("\"1.0.0\"", "\"1.10\""));
        Files.writeString(directory.resolve("two.yaml"), text().replace("\"1.0.0\"", "\"1.9\""));

        Guidelines guidelines = GuidelineFiles.load("se-psvf-2021", Optional.of(directory));

        assertThat(guidelines.standard().version()).isEqualTo("1.10");
        assertThat(guidelines.find("se-psvf-2021|1.9")).isPresent();
    }

    @Test
    void the_same_guideline_twice_stops_the_start(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("copy.yaml"), text());

        assertThatThrownBy(() -> GuidelineFiles.load("se-psvf-2021", Optional.of(directory)))
                .isInstanceOf(GuidelineFileException.class)
                .hasMessageContaining("Two guidelines are se-psvf-2021 version 1.0.0");
    }

    @Test
    void an_unknown_default_stops_the_start() {
        assertThatThrownBy(() -> GuidelineFiles.load("se-nowhere", Optional.empty()))
                .isInstanceOf(GuidelineFileException.class)
                .hasMessageContaining("se-nowhere");
    }

    @Test
    void a_missing_directory_stops_the_start(@TempDir Path directory) {
        assertThatThrownBy(() -> GuidelineFiles.load("se-psvf-2021", Optional.of(directory.resolve("gone"))))
                .isInstanceOf(GuidelineFileException.class)
                .hasMessageContaining("gone does not exist");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "minimum-age-years: 50 | minimum-age-year: 50 | entry.minimum-age-years | the field is missing",
                "entry: | titel: x\\nentry: | titel | there is no such field",
                "same-site-months: 3 |  | episode.same-site-months | the field is missing",
                "minimum-age-years: 50 | minimum-age-years: fifty | entry.minimum-age-years | fifty",
                "minimum-age-years: 50 | minimum-age-years: 50.5 | entry.minimum-age-years | 50.5",
                "minimum-age-years: 50 | minimum-age-years: \"50\" | entry.minimum-age-years | '50' does not fit; it must be a whole number",
                "minimum-age-years: 50 | minimum-age-years: 500 | entry.minimum-age-years | 500 is too high; it must be 120 or less",
                "version: \"1.0.0\" | version: 1.0 | version | '1.0' does not fit",
                "any-of: [follow-up-plan] | any-of: [follow-up-plans] | steps.follow-up-plan.done-by | follow-up-plans",
                "  adherence: |  adherance: | steps.adherance | there is no such field",
                "high-risk-sites: [hip, vertebra] | high-risk-sites: [hip, spine] |  | high-risk-sites names 'spine'",
                "codes: [S525, S526 | codes: [S52.5, S526 | entry.sites[4].codes[0] | 'S52.5' does not fit. The beginning of an ICD-10 code",
                "comparison: above, | comparison: over, | risk.high-frax-percent.comparison | 'over' is not one of",
                "[\"laboratory-result:egfr\" | [\"laboratory-result:egrf\" | steps.laboratory.done-by[0].any-of[0] | 'laboratory-result:egrf' is not known; the nearest is 'laboratory-result:egfr'; known are [laboratory-result:alat",
                "\"referral:bone-density\" | \"referral:bone-densty\" | steps.bone-density.also-declined-as[0] | the nearest is 'referral:bone-density'",
                "\"referral:lifestyle-advice:alcohol\" | \"referral:lifestyle-advice:alchohol\" | prevention.measures[6].offered-by[0] | the nearest is 'referral:lifestyle-advice:alcohol'",
                "[follow-up-plan] | [\"follow-up-plan:hip\"] | steps.follow-up-plan.done-by[0].any-of[0] | 'follow-up-plan' carries no such code",
                "[drug-ordered, | [\"drug-ordered:alendronate\", | treatment.review-done-by[0] | 'drug-ordered' carries no such code",
                "analyte: egfr | analyte: egrf | advice.findings[0].laboratory[0].analyte | 'egrf' is not known; the nearest is 'egfr'",
                "diseases: [dysphagia] | diseases: [disphagia] | advice.findings[3].diseases[0] | the nearest is 'dysphagia'",
                "t-score-regions: [lumbar-spine | t-score-regions: [lumber-spine | treatment.t-score-regions[0] | the nearest is 'lumbar-spine'",
                "region: femoral-neck | region: femur-neck | density.t-scores.references[0].region | the nearest is 'femoral-neck'",
                "body-sites: [hip] | body-sites: [hipp] | entry.sites[0].body-sites[0] | the nearest is 'hip'",
                "valid-from: 2021-02-24 | valid-from: 2021-02-30 | valid-from | 2021-02-30",
                "at-risk: [high] | at-risk: [] | treatment.indications[0].at-risk | at least 1 must be named",
                "at-risk: [high] | at-risk: null | treatment.indications[0].at-risk | the field has no value",
                "grace-days: 30 | grace-days: null | drugs.grace-days | the field has no value",
                "grace-days: 30 | grace-days: -1 | drugs.grace-days | -1 is too low; it must be 0 or more",
                "atc: G03XC01 | atc: 'g03' | drugs.list[0].atc | 'g03' does not fit. The beginning of an ATC code",
                "id: se-psvf-2021 | id: Se Psvf | id | 'Se Psvf' does not fit. Short name",
            })
    void what_is_wrong_is_named_with_file_line_and_field(String right, String wrong, String field, String what) {
        assertThat(text()).contains(right);
        String broken = text().replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong.replace("\\n", "\n"));

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(GuidelineFileException.class)
                .hasMessageStartingWith("own.yaml, line ")
                .hasMessageContaining(field == null ? "" : ", field " + field)
                .hasMessageContaining(what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "minimum-age-years: 50 | minimum-age-years: 500",
                "comparison: above, | comparison: over,",
                "name: teriparatide, | nam: teriparatide,",
                "at-risk: [high] | at-risk: []",
                "referral:bone-density | referal:bone-density",
                "referral:bone-density | referral:bone-densty",
                "analyte: egfr | analyte: egrf"
            })
    void the_line_that_is_named_is_the_line_that_is_wrong(String right, String wrong) {
        int line = (int) text().substring(0, text().indexOf(right)).lines().count();

        assertThatThrownBy(() -> read(text().replaceFirst(Pattern.quote(right), wrong)))
                .hasMessageStartingWith("own.yaml, line " + line + ", field ");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_in_order_of_line() {
        String broken =
                text().replace("  grace-days: 30", "  grace-days: -1").replace("any-age: true", "any-age: yes please");

        assertThatThrownBy(() -> read(broken))
                .satisfies(problem -> assertThat(problem.getMessage())
                        .matches("own\\.yaml, line \\d+, field entry\\.sites\\[0]\\.any-age: .*\n"
                                + "own\\.yaml, line \\d+, field drugs\\.grace-days: .*"));
    }

    @Test
    void a_field_written_twice_is_refused() {
        assertThatThrownBy(() -> read(text() + "\nid: again\n"))
                .isInstanceOf(GuidelineFileException.class)
                .hasMessageContaining("id");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(GuidelineFileException.class);
    }

    private static Guideline read(String text) {
        return GuidelineFiles.read("own.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text() {
        try {
            return Files.readString(SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
