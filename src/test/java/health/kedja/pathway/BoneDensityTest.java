package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Scans.bmd;
import static health.kedja.pathway.Scans.scanned;
import static health.kedja.pathway.Scans.source;
import static health.kedja.pathway.Scans.wrist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.kedja.pathway.density.BoneDensities;
import health.kedja.pathway.density.BoneDensity;
import health.kedja.pathway.density.Change;
import health.kedja.pathway.density.LumbarVertebrae;
import health.kedja.pathway.density.Maker;
import health.kedja.pathway.density.NotComparable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bone density of a record, comparable between scanners. */
class BoneDensityTest {

    private static final String LATER = "2025-12-31";
    private static final Guideline RECOMPUTED =
            Programmes.psvfWith("recomputed-decide: false", "recomputed-decide: true");
    private static final Guideline BY_VERTEBRAE =
            Programmes.psvfWith("applies: false            # shown", "applies: true            # shown");

    @Test
    void sbmd_1_a_measurement_with_maker_and_region_is_standardised() {
        BoneDensity density = only(scanned(born1950(), "hologic").has("bmd", "2024-01-01", bmd("total-hip", 0.7)));

        assertThat(density.standardised()).isEqualTo(711.6, within(1e-9));
        assertThat(density.formula().rule().id()).isEqualTo("sbmd-total-hip-hologic");
        assertThat(density.maker()).isEqualTo(Maker.HOLOGIC);
        assertThat(density.notComparable()).isNull();
    }

    @Test
    void sbmd_1_the_guideline_names_the_set_of_formulas_for_the_spine() {
        Patient patient = scanned(born1950(), "hologic").has("bmd", "2024-01-01", bmd("lumbar-spine", 0.8));

        assertThat(only(patient).standardised()).isEqualTo(862.14, within(0.01));
        assertThat(only(patient, Programmes.psvfWith("spine-formulas: hui-1997", "spine-formulas: genant-1994"))
                        .standardised())
                .isEqualTo(860.4, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "hip,REGION_UNKNOWN",
        "femur,REGION_UNKNOWN",
        "spine,REGION_UNKNOWN",
        ",REGION_UNKNOWN",
        "forearm,NO_FORMULA",
        "lumbar-2,NO_FORMULA"
    })
    void without_a_known_region_nothing_is_compared(String region, NotComparable reason) {
        BoneDensity density = only(scanned(born1950(), "hologic").has("bmd", "2024-01-01", bmd(region, 0.7)));

        assertThat(density.notComparable()).isEqualTo(reason);
        assertThat(density.standardised()).isNaN();
        assertThat(density.formula()).isNull();
        assertThat(density.tScoreRecomputed()).isNaN();
    }

    @Test
    void without_a_scanner_nothing_is_compared() {
        Patient patient = born1950().has("bmd", "2024-01-01", bmd("total-hip", 0.7));

        assertThat(only(patient).notComparable()).isEqualTo(NotComparable.SCANNER_UNKNOWN);
    }

    @Test
    void a_scanner_without_known_maker_is_not_compared_and_its_name_is_shown() {
        Patient patient = scanned(born1950(), null).has("bmd", "2024-01-01", bmd("total-hip", 0.7));

        assertThat(only(patient).notComparable()).isEqualTo(NotComparable.MAKER_UNKNOWN);
        assertThat(only(patient).manufacturer()).isEqualTo("as written");
    }

    @Test
    void a_t_score_alone_cannot_be_compared() {
        BoneDensity density = only(scanned(born1950(), "hologic").has("t-score", "2024-01-01", bmd("total-hip", -2.7)));

        assertThat(density.notComparable()).isEqualTo(NotComparable.NO_BONE_DENSITY);
        assertThat(density.tScoreSent()).isEqualTo(-2.7);
        assertThat(density.bmd()).isNaN();
    }

    @Test
    void a_t_score_of_the_same_scan_belongs_to_the_bone_density_and_one_of_the_other_side_does_not() {
        Patient patient = scanned(born1950(), "hologic")
                .has("bmd", "2024-01-01", bmd("total-hip", 0.7))
                .has("t-score", "2024-01-01", bmd("total-hip", -1.9))
                .has(
                        "t-score:x",
                        "2024-01-01",
                        event -> bmd("total-hip", -2.0).apply(event).withLaterality("left"));

        assertThat(densities(patient, Programmes.psvf()))
                .extracting(BoneDensity::tScoreSent)
                .containsExactlyInAnyOrder(-1.9, -2.0);
    }

    @ParameterizedTest
    @CsvSource({
        "hologic,femoral-neck,0.558,-2.5",
        "hologic,femoral-neck,0.570,-2.4",
        "hologic,total-hip,0.637,-2.5",
        "ge-lunar,total-hip,0.700,-2.4",
        "ge-lunar,femoral-neck,0.700,-2.4",
        "norland,total-hip,0.700,-1.8"
    })
    void sbmd_2_the_t_score_is_recomputed_on_the_reference_of_the_guideline(
            String maker, String region, double bmd, double tScore) {
        BoneDensity density = only(scanned(born1950(), maker).has("bmd", "2024-01-01", bmd(region, bmd)));

        assertThat(density.tScoreRecomputed()).isEqualTo(tScore);
        assertThat(density.reference().rule().certainty()).isEqualTo(Certainty.UNCONFIRMED);
    }

    @Test
    void a_region_without_reference_keeps_the_t_score_that_was_sent() {
        BoneDensity density =
                only(scanned(born1950(), "hologic").has("bmd", "2024-01-01", bmd("lumbar-spine", 0.7)), RECOMPUTED);

        assertThat(density.tScoreRecomputed()).isNaN();
        assertThat(density.reference()).isNull();
    }

    @Test
    void nothing_measured_later_is_seen() {
        Patient patient = scanned(born1950(), "hologic").has("bmd", "2026-01-01", bmd("total-hip", 0.7));

        assertThat(densities(patient, Programmes.psvf())).isEmpty();
        assertThat(BoneDensities.of(History.of(patient.events()), Programmes.psvf(), LocalDate.parse("2026-01-01")))
                .hasSize(1);
    }

    @Test
    void the_t_score_that_was_sent_decides_unless_the_guideline_says_otherwise() {
        Patient patient = wrist("hologic")
                .has("bmd", "2024-02-01", bmd("total-hip", 0.600))
                .has("t-score", "2024-02-01", bmd("total-hip", -2.0));

        assertThat(patient.step(StepCode.TREATMENT, "2024-03-01").status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(patient.step(RECOMPUTED, StepCode.TREATMENT, "2024-03-01").status())
                .isEqualTo(StepStatus.DUE);
        assertThat(patient.step(RECOMPUTED, StepCode.BONE_DENSITY, "2024-03-01").evidence())
                .contains("bmd@2024-02-01", "t-score@2024-02-01");
    }

    @Test
    void a_recomputed_t_score_takes_the_place_of_a_lower_one_that_was_sent() {
        Patient patient = wrist("hologic")
                .has("bmd", "2024-02-01", bmd("total-hip", 0.900))
                .has("t-score", "2024-02-01", bmd("total-hip", -2.7));

        assertThat(patient.step(StepCode.TREATMENT, "2024-03-01").status()).isEqualTo(StepStatus.DUE);
        assertThat(patient.step(RECOMPUTED, StepCode.TREATMENT, "2024-03-01").status())
                .isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void a_t_score_that_cannot_be_recomputed_decides_as_it_was_sent() {
        Patient patient = wrist(null)
                .has("bmd", "2024-02-01", bmd("total-hip", 0.900))
                .has("t-score", "2024-02-01", bmd("total-hip", -2.7));

        assertThat(patient.step(RECOMPUTED, StepCode.TREATMENT, "2024-03-01").status())
                .isEqualTo(StepStatus.DUE);
    }

    @Test
    void lowest_t_the_forearm_counts_only_where_the_guideline_says_so_and_nothing_else_was_measured() {
        Guideline forearm = Programmes.psvfWith("otherwise: [] ", "otherwise: [forearm-third] ");
        Patient patient = wrist(null).has("t-score", "2024-02-01", bmd("forearm-third", -2.7));

        assertThat(patient.step(StepCode.TREATMENT, "2024-03-01").reason())
                .isEqualTo(StepReason.WAITS_FOR_BONE_DENSITY);
        assertThat(patient.step(forearm, StepCode.TREATMENT, "2024-03-01").reason())
                .isNull();
        patient.has("t-score:x", "2024-02-01", bmd("total-hip", -1.0));
        assertThat(patient.step(forearm, StepCode.TREATMENT, "2024-03-01").status())
                .isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void dks_spine_a_spine_with_an_odd_vertebra_counts_by_the_others_where_the_guideline_says_so() {
        Patient patient = wrist(null)
                .has("t-score:0", "2024-02-01", bmd("lumbar-spine", -2.2))
                .has("t-score:1", "2024-02-01", bmd("lumbar-1", -2.6))
                .has("t-score:2", "2024-02-01", bmd("lumbar-2", -2.7))
                .has("t-score:3", "2024-02-01", bmd("lumbar-3", -1.0))
                .has("t-score:4", "2024-02-01", bmd("lumbar-4", -2.5));

        assertThat(patient.step(StepCode.TREATMENT, "2024-03-01").status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(patient.step(BY_VERTEBRAE, StepCode.TREATMENT, "2024-03-01").status())
                .isEqualTo(StepStatus.DUE);
        assertThat(patient.step(BY_VERTEBRAE, StepCode.TREATMENT, "2024-03-01").reason())
                .isNull();
    }

    @Test
    void dks_spine_one_vertebra_never_decides() {
        Patient patient = wrist(null)
                .has("t-score:0", "2024-02-01", bmd("lumbar-spine", -2.7))
                .has("t-score:1", "2024-02-01", bmd("lumbar-1", -2.7));

        assertThat(patient.step(StepCode.TREATMENT, "2024-03-01").reason()).isNull();
        assertThat(patient.step(BY_VERTEBRAE, StepCode.TREATMENT, "2024-03-01").reason())
                .isEqualTo(StepReason.WAITS_FOR_BONE_DENSITY);
    }

    @Test
    void dks_spine_vertebrae_stand_for_a_spine_that_was_not_recorded_as_a_whole() {
        Patient patient = wrist(null)
                .has("t-score:1", "2024-02-01", bmd("lumbar-1", -2.7))
                .has("t-score:2", "2024-02-01", bmd("lumbar-2", -2.7));

        assertThat(patient.step(BY_VERTEBRAE, StepCode.TREATMENT, "2024-03-01").reason())
                .isNull();
        assertThat(patient.step(StepCode.TREATMENT, "2024-03-01").reason())
                .isEqualTo(StepReason.WAITS_FOR_BONE_DENSITY);
    }

    @Test
    void dks_spine_vertebrae_that_are_alike_leave_the_whole_spine_as_it_was_sent() {
        Patient patient = wrist(null)
                .has("t-score:0", "2024-02-01", bmd("lumbar-spine", -2.4))
                .has("t-score:1", "2024-02-01", bmd("lumbar-1", -2.7))
                .has("t-score:2", "2024-02-01", bmd("lumbar-2", -2.7));

        assertThat(patient.step(BY_VERTEBRAE, StepCode.TREATMENT, "2024-03-01").status())
                .isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({"0.947,true", "0.948,false", "1.053,true", "1.052,false"})
    void lsc_1_a_change_from_the_least_significant_change_on_is_real(double now, boolean real) {
        Change change = change(scanned(born1950(), "hologic")
                .has("bmd", "2023-01-01", bmd("lumbar-spine", 1.0))
                .has("bmd", "2025-01-01", bmd("lumbar-spine", now)));

        assertThat(change.real()).isEqualTo(real);
        assertThat(change.percent()).isEqualTo(100 * (now - 1), within(1e-4));
        assertThat(change.since()).isEqualTo("2023-01-01");
        assertThat(change.sameScanner()).isTrue();
    }

    @Test
    void percent_change_on_one_scanner_needs_no_standardisation() {
        Change change = change(scanned(born1950(), null)
                .has("bmd", "2023-01-01", bmd("total-hip", 0.8))
                .has("bmd", "2025-01-01", bmd("total-hip", 0.72)));

        assertThat(change.percent()).isEqualTo(-10, within(1e-6));
        assertThat(change.real()).isTrue();
    }

    @Test
    void between_two_scanners_standardised_bmd_is_compared_and_not_judged() {
        Patient patient = scanned(born1950(), "hologic")
                .has("scanner:ge-lunar", null, event -> source(event, "Device/2"))
                .has("bmd", "2023-01-01", bmd("total-hip", 0.8))
                .has(
                        "bmd",
                        "2025-01-01",
                        event -> bmd("total-hip", 0.8).apply(event).withDevice("Device/2"));

        Change change = change(patient);
        assertThat(change.sameScanner()).isFalse();
        assertThat(change.percent()).isEqualTo(100 * (752.2 - 812.4) / 812.4, within(1e-5));
        assertThat(change.real()).isNull();
        assertThat(densities(
                                patient,
                                Programmes.psvfWith("judge-between-scanners: false", "judge-between-scanners: true"))
                        .get(0)
                        .change()
                        .real())
                .isTrue();
    }

    @Test
    void measurements_that_cannot_be_compared_show_no_change() {
        assertThat(change(born1950()
                        .has("bmd", "2023-01-01", bmd("total-hip", 0.8).andThen(e -> e.withDevice(null))::apply)
                        .has("bmd", "2025-01-01", bmd("total-hip", 0.7).andThen(e -> e.withDevice(null))::apply)))
                .isNull();
        assertThat(change(scanned(born1950(), "hologic")
                        .has("bmd", "2023-01-01", bmd("femoral-neck", 0.8))
                        .has("bmd", "2025-01-01", bmd("total-hip", 0.7))))
                .isNull();
        assertThat(change(scanned(born1950(), "hologic")
                        .has("bmd", "2023-01-01", bmd("hip", 0.8))
                        .has("bmd", "2025-01-01", bmd("hip", 0.7))))
                .isNull();
        assertThat(change(scanned(born1950(), "hologic")
                        .has("bmd", "2025-01-01", bmd("total-hip", 0.8))
                        .has("bmd:x", "2025-01-01", bmd("total-hip", 0.7))))
                .isNull();
        assertThat(change(scanned(born1950(), "hologic")
                        .has(
                                "bmd",
                                "2023-01-01",
                                event -> bmd("total-hip", 0.8).apply(event).withLaterality("left"))
                        .has(
                                "bmd",
                                "2025-01-01",
                                event -> bmd("total-hip", 0.7).apply(event).withLaterality("right"))))
                .isNull();
    }

    @Test
    void the_change_is_since_the_latest_earlier_scan() {
        assertThat(change(scanned(born1950(), "hologic")
                                .has("bmd", "2021-01-01", bmd("total-hip", 0.9))
                                .has("bmd", "2023-01-01", bmd("total-hip", 0.8))
                                .has("bmd", "2025-01-01", bmd("total-hip", 0.7)))
                        .since())
                .isEqualTo("2023-01-01");
    }

    @Test
    void a_region_without_least_significant_change_is_shown_and_not_judged() {
        Change change = change(scanned(born1950(), "hologic")
                .has("bmd", "2023-01-01", bmd("trochanter", 0.8))
                .has("bmd", "2025-01-01", bmd("trochanter", 0.4)));

        assertThat(change.percent()).isEqualTo(-50, within(1e-6));
        assertThat(change.leastSignificant()).isNull();
        assertThat(change.real()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean: 0.942 | mean: 0.900",
                "standard-deviation: 0.122 | standard-deviation: 0.100",
                "region: total-hip@        scale: hologic | region: total-hip@        scale: norland",
                "decimals: 1 | decimals: 2",
                "total-hip, percent: {comparison: at-or-above, value: 5.0} | total-hip, percent: {comparison: at-or-above, value: 20}",
                "id: NHANES-HIP | id: OWN-HIP"
            })
    void a_changed_number_of_the_file_changes_the_answer(String written, String instead) {
        Patient patient = scanned(born1950(), "hologic")
                .has("bmd", "2023-01-01", bmd("total-hip", 0.8))
                .has("bmd", "2025-01-01", bmd("total-hip", 0.71));
        Guideline changed = Programmes.psvfWith(written.replace("@", "\n"), instead.replace("@", "\n"));

        assertThat(densities(patient, changed)).isNotEqualTo(densities(patient, Programmes.psvf()));
    }

    @ParameterizedTest
    @CsvSource({"difference-above: 1.0,difference-above: 2.0", "at-least: 2,at-least: 4"})
    void dks_spine_a_changed_number_of_the_file_changes_which_vertebrae_count(String written, String instead) {
        List<Event> events = born1950()
                .has("t-score:1", "2024-02-01", bmd("lumbar-1", -2.6))
                .has("t-score:2", "2024-02-01", bmd("lumbar-2", -2.7))
                .has("t-score:3", "2024-02-01", bmd("lumbar-3", -1.0))
                .events();

        assertThat(vertebrae(events, Programmes.psvfWith(written, instead)))
                .isNotEqualTo(vertebrae(events, Programmes.psvf()));
    }

    private static List<LumbarVertebrae> vertebrae(List<Event> events, Guideline guideline) {
        return LumbarVertebrae.of(events, Set.of(), guideline.density().vertebrae());
    }

    private static Change change(Patient patient) {
        return densities(patient, Programmes.psvf()).get(0).change();
    }

    private static BoneDensity only(Patient patient) {
        return only(patient, Programmes.psvf());
    }

    private static BoneDensity only(Patient patient, Guideline guideline) {
        List<BoneDensity> densities = densities(patient, guideline);
        assertThat(densities).hasSize(1);
        return densities.get(0);
    }

    private static List<BoneDensity> densities(Patient patient, Guideline guideline) {
        return BoneDensities.of(History.of(patient.events()), guideline, LocalDate.parse(LATER));
    }

    /** A wrist fracture of intermediate risk: whether to treat depends on the T-score. */
}
