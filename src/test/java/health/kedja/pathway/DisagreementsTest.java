package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the sources disagree about is a field: each disagreement of the clinical reference, changed in a copy of a guideline,
 * changes the answer for a patient who depends on it. The numbers are those of the reference, section 7. Rows 13 to 15 (from
 * when mortality is counted, levels of indicators, numbers that one report gives twice) concern figures of groups of
 * patients, which Kedja does not compute: no guideline has a field for them.
 */
class DisagreementsTest {

    private static final String SKANE = "se-skane-2018";
    private static final String DAY = "2024-02-01";

    @ParameterizedTest(name = "{0}: {2} to {3} in {1}")
    @MethodSource("disagreements")
    void a_disagreement_of_the_sources_is_a_field(
            String row, String programme, String written, String instead, Patient patient, String asOf) {
        Guideline shipped = Programmes.with(programme, "id: " + programme, "id: " + programme);

        assertThat(WholeAnswer.on(patient, Programmes.with(programme, written, instead), asOf))
                .isNotEqualTo(WholeAnswer.on(patient, shipped, asOf));
    }

    @Test
    void every_row_that_a_guideline_can_hold_has_a_test() {
        Stream<String> fields =
                disagreements().map(row -> row.get()[0].toString().split(" ")[0]);
        Stream<String> named = Arrays.stream(DisagreementsTest.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("row_"))
                .map(name -> String.valueOf(Integer.parseInt(name.split("_")[1])));

        assertThat(Stream.concat(fields, named).distinct())
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "16", "17");
    }

    static Stream<Arguments> disagreements() {
        String psvf = "se-psvf-2021";
        String svos = "se-svos-2021";
        return Stream.of(
                row("1 age over 45", SKANE, "age-years: 51", "age-years: 46", aged("1977-01-01")),
                row("1 age 50 and over", SKANE, "age-years: 51", "age-years: 50", aged("1974-01-01")),
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
                        SKANE,
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
                        SKANE,
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

    @Test
    void row_05_oral_bisphosphonate_first_or_zoledronate_as_well() {
        Guideline either = Programmes.with(
                SKANE,
                "only-with: [dysphagia, cognitive-impairment, oral-bisphosphonate-intolerance]",
                "only-with: []");

        assertThat(drugs(hip(), Programmes.skane())).containsExactly("oral-bisphosphonate waits");
        assertThat(drugs(hip(), either)).containsExactly("oral-bisphosphonate waits", "zoledronate waits");
        assertThat(drugs(hip(), Programmes.psvf())).containsExactly("oral-bisphosphonate waits", "zoledronate waits");
        assertThat(Advised.on(hip(), either, DAY).line("zoledronate").option().rank())
                .isEqualTo(2);
        assertThat(Advised.on(hip(), Programmes.with(SKANE, "rank: 2", "rank: 1"), DAY)
                        .line("oral-bisphosphonate")
                        .option()
                        .rank())
                .isEqualTo(1);
    }

    @Test
    void row_06_whether_an_egfr_of_exactly_35_is_enough() {
        Guideline tooLow = Programmes.with(
                SKANE,
                "analyte: egfr, limit: {comparison: below, value: 35}",
                "analyte: egfr, limit: {comparison: at-or-below, value: 35}");

        assertThat(drugs(egfr(35), Programmes.skane())).containsExactly("oral-bisphosphonate waits");
        assertThat(drugs(egfr(35), tooLow)).containsExactly("denosumab waits", "oral-bisphosphonate ruled-out");
    }

    @Test
    void row_06_below_which_egfr_denosumab_calls_for_caution() {
        Guideline from25 = Programmes.psvfWith(
                "analyte: egfr, limit: {comparison: below, value: 30}",
                "analyte: egfr, limit: {comparison: below, value: 25}");

        assertThat(Advised.on(egfr(29), Programmes.psvf(), DAY)
                        .line("denosumab")
                        .cautions())
                .hasSize(1);
        assertThat(Advised.on(egfr(29), from25, DAY).line("denosumab").cautions())
                .isEmpty();
    }

    @Test
    void row_07_denosumab_in_specialised_care_or_on_requisition_in_primary_care() {
        Guideline onRequisition = Programmes.with(
                SKANE,
                "{every: 6, unit: month}\n      level: specialised-care",
                "{every: 6, unit: month}\n      level: primary-care");

        assertThat(Advised.on(egfr(20), Programmes.skane(), DAY)
                        .line("denosumab")
                        .option()
                        .level())
                .isEqualTo(CareLevel.SPECIALISED_CARE);
        assertThat(Advised.on(egfr(20), onRequisition, DAY)
                        .line("denosumab")
                        .option()
                        .level())
                .isEqualTo(CareLevel.PRIMARY_CARE);
    }

    @Test
    void row_08_five_and_three_years_or_up_to_eight_and_six() {
        Guideline longer = Programmes.with(SKANE, "months: 60", "months: 96", "months: 36", "months: 72");
        Patient oral = hip().dispensed("M05BA04", "2024-01-10", 90);
        Patient infused = hip().has("drug-administered:M05BA08", "2024-01-10");

        assertThat(decision(oral, Programmes.skane())).isEqualTo("2029-01-10");
        assertThat(decision(oral, longer)).isEqualTo("2032-01-10");
        assertThat(decision(infused, Programmes.skane())).isEqualTo("2027-01-10");
        assertThat(decision(infused, longer)).isEqualTo("2030-01-10");
        assertThat(Courses.one(oral, Programmes.skane(), DAY).nextDecision()).isEqualTo("2029-01-10");
        assertThat(Courses.one(oral, longer, DAY).nextDecision()).isEqualTo("2032-01-10");
    }

    /** The T-score as the scanner compared it, or recomputed on the population that the guideline names. */
    @Test
    void row_16_with_whom_bone_density_is_compared() {
        Patient patient = Scans.wrist("hologic")
                .has("bmd", "2024-01-20", Scans.bmd("femoral-neck", 0.55))
                .has("t-score", "2024-01-20", Scans.bmd("femoral-neck", -2.4));
        String decides = "recomputed-decide: false";
        Guideline recomputed = Programmes.psvfWith(decides, "recomputed-decide: true");
        Guideline others =
                Programmes.with("se-psvf-2021", decides, "recomputed-decide: true", "mean: 0.858", "mean: 0.800");

        assertThat(treatment(patient, Programmes.psvf())).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(treatment(patient, recomputed)).isEqualTo(StepStatus.DUE);
        assertThat(treatment(patient, others)).isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    /** Row 17; the rule on hip and vertebral fractures (D09), which would hide it, is taken out first. */
    @Test
    void row_17_osteoporosis_by_a_hip_fracture_without_a_scan_is_a_field() {
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

    private static List<String> drugs(Patient patient, Guideline guideline) {
        return Advised.on(patient, guideline, DAY).drugs();
    }

    private static String decision(Patient patient, Guideline guideline) {
        return Advised.on(patient, guideline, DAY).line("end-of-course").due().toString();
    }

    private static StepStatus treatment(Patient patient, Guideline guideline) {
        return patient.step(guideline, StepCode.TREATMENT, DAY).status();
    }

    private static Patient egfr(double value) {
        return hip().has("laboratory-result:egfr", "2024-01-10", event -> event.withValue(value));
    }

    private static Arguments row(String row, String programme, String written, String instead, Patient patient) {
        return row(row, programme, written, instead, patient, DAY);
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
