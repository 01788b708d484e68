package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Standing;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What operations on measures tell, and to whom. */
class MeasureAccessTest {

    private static final String YEAR = "periodStart=2021&periodEnd=2021";
    private static final String REPORT = "Measure/SOS-07/$evaluate-measure?" + YEAR;

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        Stream.of(Standing.values()).forEach(standing -> MeasureDoors.admit(world, standing));
    }

    private static FhirHttp coordinator() {
        return world.as(Role.COORDINATOR, world.clinic);
    }

    private static FhirHttp register() {
        return world.as(Role.REGISTER, world.north);
    }

    private static FhirHttp analyst() {
        return world.as(Role.ANALYST, world.north);
    }

    private static String of(Standing standing) {
        return world.of(standing).patient();
    }

    /** How many of the people of this test alone are in the initial population; nobody else is in these regions. */
    private static int counted(FhirHttp http, String path) {
        return http.get(path).expect(200).as(MeasureReport.class).getGroupFirstRep().getPopulation().stream()
                .filter(population ->
                        population.getCode().getCodingFirstRep().getCode().equals("initial-population"))
                .findFirst()
                .orElseThrow()
                .getCount();
    }

    @Test
    void a_register_counts_its_region_without_those_who_opted_out() {
        // Without what the ward recorded of the one who blocked it, too.
        assertThat(counted(register(), REPORT + "&suppressBelow=0")).isEqualTo(2);
        assertThat(counted(world.as(Role.REGISTER, world.south), REPORT + "&suppressBelow=0"))
                .isEqualTo(1);
    }

    @Test
    void an_analyst_gets_numbers_and_no_small_ones() {
        assertThat(analyst().get(REPORT).expect(200).body()).doesNotContain("Patient/");
        analyst().get(REPORT + "&suppressBelow=0").expect(403);
        coordinator().get(REPORT + "&suppressBelow=0").expect(403);
        analyst().get(REPORT + "&reportType=subject-list").expect(403);
        analyst()
                .get(REPORT + "&reportType=subject&subject=Patient/" + of(Standing.OWN_UNIT))
                .expect(403);
        analyst()
                .get("Measure/$care-gaps?" + YEAR + "&subject=Patient/" + of(Standing.OWN_UNIT) + "&status=open-gap")
                .expect(403);
    }

    @Test
    void a_report_of_one_patient_is_for_those_who_reach_the_patient() {
        String path = REPORT + "&subject=Patient/";
        coordinator().get(path + of(Standing.OWN_UNIT)).expect(200);
        coordinator().get(path + of(Standing.OTHER_UNIT)).expect(404);
        coordinator().get(path + of(Standing.OTHER_REGION)).expect(404);
        register().get(path + of(Standing.OTHER_UNIT)).expect(200);
        register().get(path + of(Standing.OPTED_OUT)).expect(404);
        register().get(path + of(Standing.OTHER_REGION)).expect(404);
        String data = "Measure/SOS-07/$collect-data?" + YEAR + "&subject=Patient/";
        coordinator().get(data + of(Standing.OWN_UNIT)).expect(200);
        coordinator().get(data + of(Standing.OTHER_UNIT)).expect(404);
    }

    @Test
    void a_list_of_patients_leaves_out_whom_the_register_may_not_see() {
        assertThat(register()
                        .get(REPORT + "&reportType=subject-list")
                        .expect(200)
                        .body())
                .contains(of(Standing.OWN_UNIT), of(Standing.OTHER_UNIT))
                .doesNotContain(of(Standing.OPTED_OUT))
                .doesNotContain(of(Standing.OTHER_REGION));
        coordinator().get(REPORT + "&reportType=subject-list").expect(403);
    }

    @Test
    void a_report_that_is_made_later_is_for_whoever_asked() {
        String status =
                analyst().get(REPORT, "Prefer", "respond-async").expect(202).header("Content-Location");
        register().get(status).expect(404);
        register().delete(status).expect(404);
        world.as(Role.ANALYST, world.south).get(status).expect(404);
        analyst().get(status).expect(200, 202);
        analyst().delete(status).expect(202);
    }

    @Test
    void the_roles_that_see_no_numbers_get_none() {
        for (Role role : List.of(Role.INTEGRATION, Role.ADMINISTRATOR)) {
            world.as(role, world.north).get(REPORT).expect(403);
        }
        world.as(Role.ANALYST, world.north, "user/Measure.r").get(REPORT).expect(403);
    }

    @Test
    void a_posted_bundle_is_for_clinical_roles_and_stores_nothing() {
        String nothing = "{\"resourceType\": \"Parameters\"}";
        coordinator().post("$fracture-chain", nothing).expect(400);
        analyst().post("$fracture-chain", nothing).expect(403);
    }

    @Test
    void what_is_worked_out_from_a_record_needs_scopes_for_all_of_it() {
        FhirHttp narrow = world.as(Role.COORDINATOR, world.clinic, "user/Patient.rs user/Condition.rs");
        assertThat(narrow.get("Patient/" + of(Standing.OWN_UNIT) + "/$fracture-chain")
                        .expect(403)
                        .diagnostics())
                .contains("user/AllergyIntolerance.r");
    }
}
