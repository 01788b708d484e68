package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the sources disagree about is a field: each disagreement of the clinical reference, changed in a copy of a guideline,
 * changes the answer for a patient who depends on it. The numbers are those of the reference, section 7.
 */
class DisagreementsTest {

    @ParameterizedTest(name = "{0}: {2} to {3} in {1}")
    @MethodSource("disagreements")
    void a_disagreement_of_the_sources_is_a_field(
            String row, String programme, String written, String instead, Patient patient, String asOf) {
        Guideline shipped = Programmes.with(programme, "id: " + programme, "id: " + programme);

        assertThat(patient.report(Programmes.with(programme, written, instead), asOf))
                .isNotEqualTo(patient.report(shipped, asOf));
    }

    static Stream<Arguments> disagreements() {
        String psvf = "se-psvf-2021";
        String skane = "se-skane-2018";
        String svos = "se-svos-2021";
        return Stream.of(
                row("1 age over 45", skane, "age-years: 51", "age-years: 46", aged("1977-01-01")),
                row("1 age 50 and over", skane, "age-years: 51", "age-years: 50", aged("1974-01-01")),
                row("1 hip fracture at any age", psvf, "any-age: true", "any-age: false", youngHip()),
                row(
                        "2 FRAX limit for bone density",
                        psvf,
                        "at-or-below, value: 15",
                        "at-or-below, value: 20",
                        frax(18)),
                row("2 FRAX limit for drugs", psvf, "above, value: 30", "at-or-above, value: 20", frax(25)),
                row(
                        "2 FRAX 20 % with low bone density",
                        svos,
                        "frax-percent: {comparison: at-or-above, value: 20}\n      t-score: {comparison: at-or-below, value: -1}",
                        "frax-percent: {comparison: at-or-above, value: 15}\n      t-score: {comparison: at-or-below, value: -1}",
                        frax(18).tScore(-1.5, "2024-01-06")),
                row(
                        "3 no scan needed at high FRAX",
                        psvf,
                        "applies: unless-low-risk",
                        "applies: at-intermediate-risk",
                        frax(35)),
                row(
                        "4 T-score below or at -2.5",
                        skane,
                        "{comparison: below, value: -2.5}",
                        "{comparison: at-or-below, value: -2.5}",
                        frax(20).tScore(-2.5, "2024-01-06")),
                row(
                        "9 dose over 5 mg or from 5 mg",
                        svos,
                        "above, value: 5}",
                        "at-or-above, value: 5}",
                        onFiveMilligrams()),
                row(
                        "9 glucocorticoids now or ever",
                        skane,
                        "        look-back-days: 0 ",
                        "        look-back-days: 36600 ",
                        wrist().dispensed("H02AB06", "2020-01-01", 120)),
                row(
                        "10 bone density in 12 weeks or 90 days",
                        psvf,
                        "within-days: 84",
                        "within-days: 90",
                        wrist(),
                        "2024-03-27"),
                row(
                        "10 drug in 16 weeks or a year",
                        psvf,
                        "within-days: 112",
                        "within-days: 365",
                        wrist(),
                        "2024-05-01"),
                row("10 on treatment at 52 weeks", psvf, "within-days: 364", "within-days: 180", wrist()),
                row(
                        "11 drug list",
                        psvf,
                        "{name: romosozumab, atc: M05BX06,",
                        "{name: romosozumab, atc: M05BX99,",
                        hip().has("drug-administered:M05BX06", "2024-01-10")),
                row("12 sites: both codes of the wrist", psvf, "[S525, S526,", "[S525,", broken("S526")),
                row(
                        "12 sites: knee",
                        psvf,
                        "  site-open-codes:",
                        "    - id: knee\n      title: Knä\n"
                                + "      rule: {id: OWN, source: Own, certainty: unconfirmed}\n"
                                + "      codes: [S724, S821]\n      body-sites: [knee]\n      any-age: false\n\n"
                                + "  site-open-codes:",
                        broken("S724")));
    }

    /** Row 17; the rule on hip and vertebral fractures (D09), which would hide it, is taken out first. */
    @Test
    void osteoporosis_by_a_hip_fracture_without_a_scan_is_a_field() {
        String bothSites = "      sites: [hip, vertebra]\n";
        String byHip = "      sites: [hip]\n";
        Guideline withRule = Programmes.with("se-svos-2021", bothSites, "      sites: [vertebra]\n");
        Guideline withoutRule = Programmes.with(
                "se-svos-2021", byHip, "      sites: [wrist]\n", bothSites, "      sites: [vertebra]\n");

        assertThat(hip().step(withRule, StepCode.TREATMENT, "2024-02-01").reason())
                .isNull();
        assertThat(hip().step(withoutRule, StepCode.TREATMENT, "2024-02-01").reason())
                .isEqualTo(StepReason.WAITS_FOR_RISK_ASSESSMENT);
    }

    private static Arguments row(String row, String programme, String written, String instead, Patient patient) {
        return row(row, programme, written, instead, patient, "2024-02-01");
    }

    private static Arguments row(
            String row, String programme, String written, String instead, Patient patient, String asOf) {
        return arguments(row, programme, written, instead, patient, asOf);
    }

    private static Patient aged(String birth) {
        return bornOn(birth).breaks("S525", "2024-01-01");
    }

    private static Patient youngHip() {
        return bornOn("1990-01-01").breaks("S720", "2024-01-01");
    }

    private static Patient frax(double percent) {
        return wrist().frax(percent, "2024-01-05");
    }

    private static Patient onFiveMilligrams() {
        return wrist().has("drug-stated:H02AB06", "2023-09-01", event -> event.withValue(5));
    }

    private static Patient wrist() {
        return broken("S525");
    }

    private static Patient hip() {
        return broken("S720");
    }

    private static Patient broken(String code) {
        return born1950().breaks(code, "2024-01-01");
    }
}
