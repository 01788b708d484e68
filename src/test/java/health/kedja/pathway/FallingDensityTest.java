package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.dispensedInARow;
import static health.kedja.pathway.Courses.notices;
import static health.kedja.pathway.Courses.one;
import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Scans.bmd;
import static health.kedja.pathway.Scans.scanned;
import static health.kedja.pathway.Scans.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Falling bone density on treatment, from the measurements to the notice of the course (D31 as VISS has it). */
class FallingDensityTest {

    private static final String FALLING = "falling-density 2024-01-01 D31";

    /** Alendronate since 2022, and two scans of the hip on one scanner. */
    private static Patient treated(String region, double before, double after) {
        Patient patient = dispensedInARow(born1950(), ALENDRONATE, "2022-01-01", 90, 12);
        return scanned(patient, "hologic")
                .has("bmd", "2022-01-01", event -> bmd(region, before).apply(source(event, "Observation/before")))
                .has("bmd", "2024-01-01", event -> bmd(region, after).apply(source(event, "Observation/after")));
    }

    // The least significant change of the programme: hip 5.0 %, lumbar spine 5.3 %, femoral neck 6.9 %.
    @ParameterizedTest
    @CsvSource({
        "total-hip, 0.800, 0.760, true",
        "total-hip, 0.800, 0.761, false",
        "lumbar-spine, 1.000, 0.947, true",
        "lumbar-spine, 1.000, 0.948, false",
        "femoral-neck, 1.000, 0.931, true",
        "femoral-neck, 1.000, 0.932, false",
        "total-hip, 0.760, 0.800, false",
        "total-hip, 0.700, 0.800, false",
        "forearm, 0.800, 0.600, false"
    })
    void d31_only_a_real_loss_in_a_region_that_is_judged_is_pointed_out(
            String region, double before, double after, boolean falling) {
        assertThat(notices(one(treated(region, before, after), "2024-02-01")).contains(FALLING))
                .isEqualTo(falling);
    }

    @Test
    void d31_the_evidence_is_both_scans() {
        assertThat(one(treated("total-hip", 0.8, 0.7), "2024-02-01").notices())
                .filteredOn(notice -> notice.code() == NoticeCode.FALLING_DENSITY)
                .extracting(CourseNotice::evidence)
                .containsExactly(List.of("Observation/before", "Observation/after"));
    }

    @Test
    void d31_two_regions_that_fall_between_the_same_scans_are_one_notice() {
        Patient patient = treated("total-hip", 0.8, 0.7)
                .has("bmd", "2022-01-01", event -> bmd("lumbar-spine", 1.0).apply(source(event, "Observation/spine")))
                .has(
                        "bmd",
                        "2024-01-01",
                        event -> bmd("lumbar-spine", 0.9).apply(source(event, "Observation/spine-2")));

        assertThat(one(patient, "2024-02-01").notices())
                .filteredOn(notice -> notice.code() == NoticeCode.FALLING_DENSITY)
                .singleElement()
                .satisfies(notice -> assertThat(notice.evidence())
                        .containsExactlyInAnyOrder(
                                "Observation/before", "Observation/after", "Observation/spine", "Observation/spine-2"));
    }

    @Test
    void d31_what_two_scanners_measured_is_not_judged() {
        Patient patient = dispensedInARow(born1950(), ALENDRONATE, "2022-01-01", 90, 12);
        scanned(patient, "hologic")
                .has("scanner", null, event -> source(event, "Device/2").withCode("hologic"))
                .has("bmd", "2022-01-01", bmd("total-hip", 0.8))
                .has(
                        "bmd",
                        "2024-01-01",
                        event -> bmd("total-hip", 0.7).apply(event).withDevice("Device/2"));

        assertThat(notices(one(patient, "2024-02-01"))).doesNotContain(FALLING);
    }

    @Test
    void d31_the_loss_is_not_known_before_the_later_scan() {
        assertThat(notices(one(treated("total-hip", 0.8, 0.7), "2023-12-31"))).doesNotContain(FALLING);
        assertThat(notices(one(treated("total-hip", 0.8, 0.7), "2024-01-01"))).contains(FALLING);
    }

    @Test
    void d31_bone_that_is_lost_without_treatment_makes_no_course() {
        Patient patient = scanned(born1950(), "hologic")
                .has("bmd", "2022-01-01", bmd("total-hip", 0.8))
                .has("bmd", "2024-01-01", bmd("total-hip", 0.7));

        assertThat(Courses.of(patient, "2024-02-01")).isEmpty();
    }
}
