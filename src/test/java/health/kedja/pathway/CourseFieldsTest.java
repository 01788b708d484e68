package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.DENOSUMAB;
import static health.kedja.pathway.Courses.RISEDRONATE;
import static health.kedja.pathway.Courses.TERIPARATIDE;
import static health.kedja.pathway.Courses.ZOLEDRONATE;
import static health.kedja.pathway.Courses.dispensedInARow;
import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import health.kedja.server.GuidelineFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No number on ongoing treatment is hard-wired: each field of the section changes the answer where it matters. */
class CourseFieldsTest {

    private static final List<DensityLoss> LOSS = List.of(
            new DensityLoss(LocalDate.parse("2021-06-01"), LocalDate.parse("2023-06-01"), List.of("Observation/2")));

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("changes")
    void a_changed_field_changes_the_answer(String written, String instead, Patient patient, String asOf) {
        Guideline changed = Programmes.psvfWith(written, instead);

        assertThat(courses(patient, changed, asOf)).isNotEqualTo(courses(patient, Programmes.psvf(), asOf));
    }

    private static List<TreatmentCourse> courses(Patient patient, Guideline guideline, String asOf) {
        return PatientCare.of(History.of(patient.events()), guideline, LocalDate.parse(asOf))
                .treatment(LOSS)
                .courses();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("  gap-days: 30", "  gap-days: 29", once(30), "2024-02-29"),
                arguments("ratio: false", "ratio: true", once(90), "2024-02-01"),
                arguments("id: KEDJA-40,", "id: OWN-7,", once(30), "2024-04-15"),
                arguments("judged-after-days: 90", "judged-after-days: 120", once(30), "2024-04-15"),
                arguments("below, value: 80", "below, value: 20", once(30), "2024-04-15"),
                arguments("first-supply-within-days: 90", "first-supply-within-days: 91", ordered(), "2024-04-01"),
                arguments("switch-within-days: 90", "switch-within-days: 89", switched(), "2024-05-01"),
                arguments("    minimum-days: 365", "    minimum-days: 366", fractured(), "2024-02-01"),
                arguments("percent-covered: 80", "percent-covered: 100", fractured(), "2024-02-01"),
                arguments(
                        "density-minimum-days: 365", "density-minimum-days: 600", treated("2022-01-01"), "2023-07-01"),
                arguments(
                        "density-baseline-days: 365",
                        "density-baseline-days: 200",
                        treated("2022-01-01"),
                        "2023-07-01"),
                arguments("source: \"VISS,", "source: \"Own,", treated("2022-01-01"), "2023-07-01"),
                arguments("after-months: 24", "after-months: 23", treated("2022-01-01"), "2023-07-01"),
                arguments(
                        "early-days: 183",
                        "early-days: 182",
                        treated("2022-01-01").has("bmd", "2023-07-02"),
                        "2023-08-01"),
                arguments("grace-days: 92", "grace-days: 91", treated("2022-01-01"), "2024-04-02"),
                arguments(
                        "[\"bone-density-scan\", \"bmd\", \"t-score\"]",
                        "[\"t-score\"]",
                        treated("2022-01-01").has("bmd", "2024-01-01"),
                        "2024-02-01"),
                arguments("id: SOS-08,", "id: OWN-08,", supplemented(), "2024-02-01"),
                arguments("name: calcium and vitamin D", "name: kalk", supplemented(), "2024-02-01"),
                arguments("class: calcium-vitamin-d", "class: kalk", supplemented(), "2024-02-01"),
                arguments("calcium: [A12AA, A12AX]", "calcium: [A12AA]", supplemented(), "2024-02-01"),
                arguments("vitamin-d: [A11CC, A12AX]", "vitamin-d: [A11CC]", supplemented(), "2024-02-01"),
                arguments("  dispensing-covers-days: 90", "  dispensing-covers-days: 80", supplemented(), "2024-02-01"),
                arguments(
                        "    stop-after-days: 90\n    allowed",
                        "    stop-after-days: 30\n    allowed",
                        supplemented(),
                        "2024-06-01"),
                arguments(
                        "with: [H02AB]",
                        "with: []",
                        supplemented().has("drug-stated:H02AB06", "2024-01-01"),
                        "2024-02-01"),
                arguments(
                        "allowed-within-days: 183",
                        "allowed-within-days: 10",
                        supplemented().has("drug-ordered:H02AB06", "2024-01-01"),
                        "2024-02-01"),
                arguments(
                        "{comparison: below, value: 50}", "{comparison: below, value: 40}", deficient(), "2024-02-01"),
                arguments("deficiency-within-days: 365", "deficiency-within-days: 10", deficient(), "2024-02-01"),
                arguments(
                        "stop-after-days: 90\n      carry", "stop-after-days: 91\n      carry", once(30), "2024-04-30"),
                arguments(
                        "carry-over-days: 183",
                        "carry-over-days: 10",
                        once(90).dispensed(ALENDRONATE, "2024-01-30", 90),
                        "2024-02-01"),
                arguments("months: 60", "months: 48", once(90), "2024-02-01"),
                arguments("tolerance-days: 30", "tolerance-days: 0", almostFiveYears(), "2023-06-01"),
                arguments(
                        "certainty: confirmed}, months: 24}",
                        "certainty: confirmed}, months: 12}",
                        almostFiveYears(),
                        "2023-06-01"),
                arguments("id: D34,", "id: OWN-34,", almostFiveYears(), "2025-06-01"),
                arguments("id: D33,", "id: OWN-33,", treated("2018-01-01"), "2023-01-01"),
                arguments("months: 12, grace-days: 61", "months: 11, grace-days: 61", given(ZOLEDRONATE), "2024-02-01"),
                arguments("grace-days: 61", "grace-days: 60", given(ZOLEDRONATE), "2025-03-03"),
                arguments("months: 36", "months: 24", given(ZOLEDRONATE), "2024-02-01"),
                arguments("months: 6, grace", "months: 5, grace", given(DENOSUMAB), "2024-02-01"),
                arguments("months: 6, grace-days: 30", "months: 6, grace-days: 29", given(DENOSUMAB), "2024-07-31"),
                arguments(
                        "same-dose-days: 61",
                        "same-dose-days: 9",
                        given(DENOSUMAB).dispensed(DENOSUMAB, "2023-12-22", 183),
                        "2024-02-01"),
                arguments("rebound: true", "rebound: false", given(DENOSUMAB), "2024-08-01"),
                arguments("id: D35,", "id: OWN-35,", given(DENOSUMAB), "2024-08-01"),
                arguments(
                        "classes: [oral-bisphosphonate, iv-bisphosphonate], notice",
                        "classes: [oral-bisphosphonate], notice",
                        given(DENOSUMAB).has("drug-administered:" + ZOLEDRONATE, "2024-07-01"),
                        "2024-08-01"),
                arguments("notice-months: 24", "notice-months: 1", given(DENOSUMAB), "2024-09-01"),
                arguments(
                        "id: KEDJA-42,",
                        "id: OWN-9,",
                        born1950().dispensed(TERIPARATIDE, "2024-01-01", 28),
                        "2024-06-01"),
                arguments(
                        "id: KEDJA-41, ",
                        "id: OWN-8, ",
                        dispensedInARow(born1950(), TERIPARATIDE, "2022-01-01", 30, 26),
                        "2024-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "'drugs: [risedronate]','drugs: []',lacks [risedronate]",
        "'drugs: [risedronate]','drugs: [alendronate]',names 'alendronate'",
        "'drugs: [risedronate]','drugs: [risedronate, aspirin]',names 'aspirin'",
        "'  gap-days: 30','  gap-days: -1',gap-days: -1 is too low"
    })
    void a_file_whose_regimens_do_not_fit_its_drugs_is_refused(String written, String instead, String message) {
        assertThatThrownBy(() -> Programmes.psvfWith(written, instead))
                .isInstanceOf(GuidelineFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void the_guideline_of_skane_follows_the_drugs_that_it_names() {
        assertThat(Courses.one(given(DENOSUMAB), Programmes.skane(), "2024-08-01")
                        .notices())
                .extracting(notice -> notice.rule().id())
                .containsExactly("D35", "D21");
        assertThat(Programmes.skane().prevention().measures()).hasSize(12);
    }

    private static Patient once(int days) {
        return born1950().dispensed(ALENDRONATE, "2024-01-01", days);
    }

    private static Patient ordered() {
        return born1950().has("drug-ordered:" + ALENDRONATE, "2024-01-01");
    }

    private static Patient switched() {
        return once(30).dispensed(RISEDRONATE, "2024-04-30", 30);
    }

    private static Patient fractured() {
        return born1950()
                .dispensed(ALENDRONATE, "2023-01-01", 300)
                .dispensed(ALENDRONATE, "2023-12-01", 90)
                .breaks("S525", "2024-01-01");
    }

    private static Patient treated(String first) {
        return dispensedInARow(born1950(), ALENDRONATE, first, 90, 24);
    }

    private static Patient almostFiveYears() {
        return dispensedInARow(born1950(), ALENDRONATE, "2018-01-01", 100, 18);
    }

    private static Patient given(String atc) {
        return born1950().has("drug-administered:" + atc, "2024-01-01");
    }

    private static Patient supplemented() {
        return born1950().breaks("S525", "2023-01-01").has("drug-dispensed:A12AX", "2024-01-10");
    }

    private static Patient deficient() {
        return supplemented().has("laboratory-result:vitamin-d", "2024-01-01", event -> event.withValue(45));
    }
}
