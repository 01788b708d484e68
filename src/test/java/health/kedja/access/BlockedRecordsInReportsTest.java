package health.kedja.access;

import static health.kedja.access.ReportedRegions.REPORT;
import static health.kedja.access.ReportedRegions.SHOWN;
import static health.kedja.access.ReportedRegions.YEAR;
import static health.kedja.access.ReportedRegions.counted;
import static health.kedja.access.ReportedRegions.report;
import static health.kedja.access.ReportedRegions.strata;
import static health.kedja.access.ReportedRegions.then;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the ward recorded is blocked for all who do not work there. */
class BlockedRecordsInReportsTest {

    private static final String SUBJECT = "&subject=Patient/";
    private static final String COLLECT = "Measure/SOS-07/$collect-data?" + YEAR + SUBJECT;
    private static final String GAPS = "Measure/$care-gaps?" + YEAR + "&subject=";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static ReportedRegions regions;
    private static TwoRegions world;

    @BeforeAll
    static void store() {
        regions = new ReportedRegions(SERVER);
        world = regions.world;
        // Known to both units at the time of the test.
        for (String patient : regions.ofWard.subList(0, 2)) {
            for (String unit : List.of(world.ward, world.clinic)) {
                LocalDate today = LocalDate.now();
                world.writing(unit).contact(patient, unit, today.minusDays(5).toString(), today.toString());
            }
        }
    }

    @AfterEach
    void take_refusals_back() {
        regions.takeBack();
    }

    private static FhirHttp ofWard() {
        return regions.as(Role.COORDINATOR, world.ward);
    }

    private static FhirHttp ofClinic() {
        return regions.as(Role.COORDINATOR, world.clinic);
    }

    @Test
    void a_blocked_record_counts_for_its_own_unit_and_for_no_other() {
        String path = REPORT + "&subject=Organization/" + world.ward;
        MeasureReport before = report(ofClinic(), REPORT);
        regions.block(regions.ofWard.get(0), world.ward);

        assertThat(counted(before)).isEqualTo(13);
        assertThat(counted(ofClinic(), REPORT)).isEqualTo(12);
        assertThat(counted(ofClinic(), path)).isEqualTo(5);
        assertThat(counted(ofWard(), REPORT)).isEqualTo(13);
        assertThat(counted(ofWard(), path)).isEqualTo(6);
        assertThat(counted(regions.as(Role.CLINICIAN, world.clinic), REPORT)).isEqualTo(12);
        assertThat(counted(regions.as(Role.ANALYST, world.north), REPORT)).isEqualTo(12);
        assertThat(counted(regions.as(Role.REGISTER, world.north), REPORT + SHOWN))
                .isEqualTo(12);

        regions.takeBack();
        assertThat(counted(ofClinic(), REPORT)).isEqualTo(13);
    }

    @Test
    void a_report_of_the_past_is_without_what_has_been_blocked_since() {
        MeasureReport before = report(ofClinic(), REPORT);
        regions.block(regions.ofWard.get(0), world.ward);

        MeasureReport again = report(ofClinic(), REPORT + then(before));
        assertThat(counted(again)).isEqualTo(12);
        assertThat(again.getIdPart()).isNotEqualTo(before.getIdPart());
        assertThat(counted(ofWard(), REPORT + then(before))).isEqualTo(13);

        regions.takeBack();
        MeasureReport unblocked = report(ofClinic(), REPORT + then(before));
        assertThat(counted(unblocked)).isEqualTo(13);
        assertThat(unblocked.getIdPart()).isEqualTo(before.getIdPart());
    }

    @Test
    void a_number_that_becomes_small_by_a_block_is_withheld_and_the_units_own_is_not() {
        regions.block(regions.ofWard.get(0), world.ward);
        regions.block(regions.ofWard.get(1), world.ward);

        MeasureReport ofClinic = report(ofClinic(), REPORT + "&stratifier=unit");
        assertThat(strata(ofClinic)).isEmpty();
        assertThat(counted(ofClinic)).isEqualTo(11);
        assertThat(strata(report(ofWard(), REPORT + "&stratifier=unit")))
                .isEqualTo(Map.of("Organization/" + world.ward, 6, "Organization/" + world.clinic, 7));
    }

    @Test
    void a_list_of_patients_agrees_with_the_count() {
        FhirHttp register = regions.as(Role.REGISTER, world.north);
        regions.block(regions.ofWard.get(0), world.ward);
        assertThat(register.get(REPORT + "&reportType=subject-list").expect(200).body())
                .contains(regions.ofWard.get(1))
                .doesNotContain(regions.ofWard.get(0));
    }

    @Test
    void what_is_told_of_one_patient_is_refused_to_those_from_whom_something_is_kept_and_to_no_others() {
        String patient = regions.ofWard.get(0);
        List<String> questions = List.of(
                REPORT + SUBJECT + patient, COLLECT + patient, GAPS + "Patient/" + patient + "&status=open-gap");
        questions.forEach(question -> ofClinic().get(question).expect(200));
        String then = then(report(ofClinic(), REPORT));
        regions.block(patient, world.ward);

        for (String question : questions) {
            assertThat(ofClinic().get(question).expect(403).diagnostics()).contains("blocked records");
            ofClinic().get(question + then).expect(403);
            assertThat(ofWard().get(question).expect(200).body()).contains("Condition/" + patient);
            assertThat(ofWard().get(question + then).expect(200).body()).contains("Condition/" + patient);
        }
        assertThat(ofClinic()
                        .get(GAPS + "Organization/" + world.ward)
                        .expect(200)
                        .body())
                .contains(regions.ofWard.get(1))
                .doesNotContain(patient);
        assertThat(ofWard().get(GAPS + "Organization/" + world.ward).expect(200).body())
                .contains(patient);
    }

    @Test
    void resources_of_the_past_are_given_to_those_who_may_see_them() {
        String patient = regions.ofWard.get(1);
        String then = then(report(ofWard(), REPORT));
        assertThat(ofWard().get(COLLECT + patient + then).expect(200).body()).contains("\"id\":\"" + patient + "\"");
        regions.as(Role.COORDINATOR, world.hospital)
                .get(COLLECT + patient + then)
                .expect(404);
        ofClinic().get(COLLECT + regions.ofWard.get(2) + then).expect(404);
    }
}
