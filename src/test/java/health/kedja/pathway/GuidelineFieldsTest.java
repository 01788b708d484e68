package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is hard-wired: a change of any one field of the file changes the answer for a patient whom it concerns. */
class GuidelineFieldsTest {

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("changes")
    void a_changed_field_changes_the_answer(String step, String written, String instead, Patient patient, String asOf) {
        Guideline changed = step.isEmpty()
                ? Programmes.psvfWith(written, instead)
                : Programmes.psvfWithStep(step, written, instead);

        assertThat(patient.report(changed, asOf)).isNotEqualTo(patient.report(asOf));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                // Entry
                of(
                        "minimum-age-years: 50",
                        "minimum-age-years: 45",
                        bornOn("1976-01-01").breaks("S525", "2024-01-01")),
                of("codes: [S525,", "codes: [S524,", wrist()),
                of("body-sites: [wrist]", "body-sites: []", broken("M809", "wrist")),
                of("any-age: true", "any-age: false", bornOn("1990-01-01").breaks("S720", "2024-01-01")),
                of("codes: [M80]", "codes: [M81]", broken("M809", "wrist")),
                of("codes: [T911,", "codes: [S525, T911,", wrist()),
                of("M843, M484]", "S525]", wrist()),
                of("W17, V]", "W17]", wrist().has("circumstance:V13", "2024-01-01")),
                // Episodes
                of("same-site-months: 3", "same-site-months: 4", wrist().breaks("S525", "2024-04-02"), "2024-05-01"),
                of("different-site-days: 14", "different-site-days: 15", wrist().breaks("S720", "2024-01-16")),
                of("chain: true", "chain: false", wrist().breaks("S720", "2024-03-01"), "2024-04-01"),
                // Risk
                of("high-risk-sites: [hip, vertebra]", "high-risk-sites: [hip]", broken("S320", null)),
                of(
                        "on-imaging: true",
                        "on-imaging: false",
                        wrist().has("vertebral-fracture-assessment:fracture", "2024-01-02")),
                of("at-or-below, value: 15", "below, value: 15", wrist().frax(15, "2024-01-02")),
                of("at-or-below, value: 15", "at-or-below, value: 20", wrist().frax(18, "2024-01-02")),
                of("above, value: 30", "at-or-above, value: 30", wrist().frax(30, "2024-01-02")),
                of("above, value: 30", "above, value: 20", wrist().frax(25, "2024-01-02")),
                // Drugs
                of("atc: M05BX04", "atc: M05BX05", hip().has("drug-administered:M05BX04", "2024-01-10")),
                of("grace-days: 30", "grace-days: 0", hip().dispensed("M05BA04", "2024-11-01", 31), "2025-01-01"),
                of(
                        "dose-covers-days: 365",
                        "dose-covers-days: 300",
                        hip().has("drug-administered:M05BA08", "2024-01-10"),
                        "2025-01-01"),
                of(
                        "alendronate, atc: M05BA04, dose-covers-days: 7, dispensing-covers-days: 90",
                        "alendronate, atc: M05BA04, dose-covers-days: 7, dispensing-covers-days: 30",
                        hip().has("drug-dispensed:M05BA04", "2024-10-01"),
                        "2025-01-01"),
                // Treatment
                of("at-risk: [high]", "at-risk: [intermediate]", hip()),
                of("value: -2.5", "value: -3", wrist().frax(20, "2024-01-02").tScore(-2.7, "2024-01-03")),
                of(
                        "diagnoses: [M80, M81,",
                        "diagnoses: [M80,",
                        wrist().frax(20, "2024-01-02").has("osteoporosis-diagnosis:M810", "2024-01-03")),
                of(
                        "t-score-regions: [lumbar-spine,",
                        "t-score-regions: [",
                        wrist().frax(20, "2024-01-02").tScore(-2.7, "2024-01-03")),
                of(
                        "drug-review]",
                        "patient-education]",
                        hip().dispensed("M05BA04", "2023-12-01", 90).has("drug-review", "2024-01-05")),
                of(
                        "refill-is-review: false",
                        "refill-is-review: true",
                        hip().dispensed("M05BA04", "2023-12-01", 90).dispensed("M05BA04", "2024-01-05", 90)),
                // Decisions
                of(
                        "expectancy-look-back-days: 730",
                        "expectancy-look-back-days: 30",
                        hip().has("limited-life-expectancy", "2023-06-01")),
                of("id: KEDJA-5,", "id: OWN-5,", hip().decidedAgainst("drug-ordered", "declined", "2024-01-05")),
                of("id: D27,", "id: OWN-27,", hip().has("limited-life-expectancy", "2024-01-05")),
                of("id: KEDJA-6,", "id: OWN-6,", hip().dies("2024-01-05")),
                of("id: KEDJA-4,", "id: OWN-4,", wrist().breaks("S720", "2024-01-25")),
                of("id: D31,", "id: OWN-31,", hip().dispensed("M05BA04", "2023-12-01", 90)),
                of("id: D09,", "id: OWN-9,", hip()),
                of("id: IOF-4,", "id: OWN-4,", hip()),
                // Chain types
                of("default-type: a", "default-type: b", hip()),
                of("default-type: a", "default-type: c", hip().has("discharge-note", "2024-01-05")),
                // Steps
                step("identification", "due-within-days: 28", "due-within-days: 14", hip()),
                step("risk-assessment", "due-within-days: 84", "due-within-days: 90", wrist()),
                step("bone-density", "due-within-days: 84", "due-within-days: 90", hip()),
                step("laboratory", "due-within-days: 84", "due-within-days: 90", hip()),
                step("treatment", "due-within-days: 112", "due-within-days: 365", hip()),
                step("prevention", "due-within-days: 112", "due-within-days: 90", hip()),
                step("handover", "due-within-days: 112", "due-within-days: 90", hip()),
                step("follow-up-plan", "due-within-days: 112", "due-within-days: 90", hip()),
                step("monitoring", "due-within-days: 112", "due-within-days: 90", hip()),
                step("adherence", "due-within-days: 364", "due-within-days: 365", hip()),
                step("bone-density", "look-back-days: 365", "look-back-days: 730", hip().has("bmd", "2022-06-01")),
                step(
                        "laboratory",
                        "any-of: [\"laboratory-result:esr\"]",
                        "any-of: [\"laboratory-result:pth\"]",
                        hip().laboratoryExcept("2024-01-05")),
                step(
                        "handover",
                        "[\"referral:physiotherapy\", discharge-note]",
                        "[\"referral:falls-clinic\"]",
                        hip().has("discharge-note", "2024-01-05")),
                step(
                        "handover",
                        "done-by-at-limited-life-expectancy:\n      - {name: primary care informed, any-of: [\"referral:primary-care\", discharge-note]}",
                        "done-by-at-limited-life-expectancy: []",
                        hip().has("limited-life-expectancy", "2024-01-02").has("referral:primary-care", "2024-01-05")),
                step(
                        "bone-density",
                        "also-declined-as: [\"referral:bone-density\"]",
                        "also-declined-as: []",
                        hip().decidedAgainst("referral:bone-density", "declined", "2024-01-05")),
                step("bone-density", "applies: unless-low-risk", "applies: always", wrist().frax(10, "2024-01-05")),
                step("prevention", "applies: always", "applies: unless-low-risk", wrist().frax(10, "2024-01-05")),
                step("handover", "applies-rule: {id: D25", "applies-rule: {id: OWN-25", wrist().frax(10, "2024-01-05")),
                step(
                        "treatment",
                        "    applies-at-limited-life-expectancy: false",
                        "    applies-above-age-years: 70\n    applies-at-limited-life-expectancy: false",
                        bornOn("1940-01-01").breaks("S525", "2024-01-01").frax(10, "2024-01-05")),
                step(
                        "laboratory",
                        "applies-at-limited-life-expectancy: false",
                        "applies-at-limited-life-expectancy: true",
                        hip().has("limited-life-expectancy", "2024-01-05")));
    }

    private static Arguments of(String written, String instead, Patient patient) {
        return of(written, instead, patient, "2024-02-01");
    }

    private static Arguments of(String written, String instead, Patient patient, String asOf) {
        return arguments("", written, instead, patient, asOf);
    }

    private static Arguments step(String step, String written, String instead, Patient patient) {
        return arguments(step, written, instead, patient, "2024-02-01");
    }

    private static Patient wrist() {
        return born1950().breaks("S525", "2024-01-01");
    }

    private static Patient hip() {
        return born1950().breaks("S720", "2024-01-01");
    }

    private static Patient broken(String code, String site) {
        return born1950().breaks(code, "2024-01-01", event -> event.withQualifier(site));
    }
}
