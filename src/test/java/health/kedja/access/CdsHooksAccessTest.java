package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.operation.cdshooks.Hook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** CDS Hooks in guarded mode; who may call for whom is in {@link AccessMatrixTest}. */
class CdsHooksAccessTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static Person own;
    private static Person blocked;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        own = world.of(Standing.OWN_UNIT);
        blocked = world.of(Standing.BLOCKED);
    }

    private static FhirHttp.Answer view(FhirHttp http, String patient, String... headers) {
        return http.post(SERVER.base() + "/" + Hook.VIEW, Hook.view(patient), headers);
    }

    private static FhirHttp clinician() {
        return world.as(Role.CLINICIAN, world.clinic);
    }

    /** A hip that broke a hundred days ago, so that there is something to do. */
    private static String breakHip(String unit, String patient) {
        String day = LocalDate.now().minusDays(100).toString();
        return world.as(Role.INTEGRATION, unit)
                .post(
                        "Condition",
                        health.kedja.history.Records.hipFracture("none", patient, day)
                                .replace("\"id\": \"none\",", ""))
                .expect(201)
                .id();
    }

    @Test
    void discovery_is_open_and_the_services_are_not() {
        FhirHttp nobody = new FhirHttp(SERVER.base());
        nobody.get("cds-services").expect(200);
        assertThat(view(nobody, own.patient()).expect(401).header("WWW-Authenticate"))
                .startsWith("Bearer");
        view(nobody.bearing("forged"), own.patient()).expect(401);
        nobody.get(Hook.VIEW).expect(401);
        nobody.post("cds-services/nothing", "{}").expect(401);
        nobody.post("cds-services", "{}").expect(401);
    }

    @Test
    void a_clinician_sees_cards_of_a_patient_in_care() {
        String fracture = breakHip(world.clinic, own.patient());
        assertThat(view(clinician(), own.patient()).expect(200).body()).contains("Condition/" + fracture);
    }

    @Test
    void whoever_is_not_theirs_is_answered_as_one_that_never_was() {
        for (FhirHttp http : List.of(
                clinician(), world.as(Role.COORDINATOR, world.clinic), world.as(Role.INTEGRATION, world.north))) {
            FhirHttp.Answer never = view(http, "never-was").expect(412);
            FhirHttp.Answer hidden =
                    view(http, world.of(Standing.OTHER_REGION).patient()).expect(412);
            assertThat(hidden.body()).isEqualTo(never.body());
        }
        assertThat(view(clinician(), world.of(Standing.OTHER_UNIT).patient())
                        .expect(412)
                        .body())
                .isEqualTo(view(clinician(), "never-was").body());
    }

    @Test
    void a_blocked_fracture_gives_no_card() {
        String fracture = breakHip(world.ward, blocked.patient());
        assertThat(view(clinician(), blocked.patient()).expect(200).body()).doesNotContain(fracture);
        assertThat(view(world.as(Role.INTEGRATION, world.north), blocked.patient())
                        .expect(200)
                        .body())
                .contains("Condition/" + fracture);
    }

    @Test
    void protection_is_not_broken_by_a_hook() {
        assertThat(view(clinician(), blocked.patient(), "Kedja-Break-Glass", "Unconscious in the emergency room")
                        .expect(400)
                        .diagnostics())
                .contains("Kedja-Break-Glass", Hook.VIEW);
    }

    @Test
    void a_scope_is_needed_for_all_that_the_cards_are_worked_out_from() {
        assertThat(view(world.as(Role.CLINICIAN, world.clinic, "user/Observation.rs"), own.patient())
                        .expect(403)
                        .diagnostics())
                .contains("user/Patient.r");
        assertThat(view(world.as(Role.CLINICIAN, world.clinic, "user/Patient.rs"), own.patient())
                        .expect(403)
                        .diagnostics())
                .contains("without constraint");
        view(world.as(Role.CLINICIAN, world.clinic, "user/*.rs"), own.patient()).expect(200);
    }

    @Test
    void a_scope_of_a_launch_reaches_the_patient_of_the_launch_alone() {
        FhirHttp launched = world.launched(Role.CLINICIAN, world.clinic, "patient/*.rs", own.patient());
        view(launched, own.patient()).expect(200);
        assertThat(view(launched, blocked.patient()).expect(412).body())
                .isEqualTo(view(launched, "never-was").body());
    }

    @Test
    void who_is_named_as_user_gives_no_rights() {
        String hook = Hook.view(world.of(Standing.OTHER_UNIT).patient())
                .replace("Practitioner/anna", "Practitioner/" + world.anna);
        clinician().post(SERVER.base() + "/" + Hook.VIEW, hook).expect(412);
    }

    @Test
    void the_authorization_in_the_request_is_no_token() {
        String named = Hook.view(own.patient())
                .replaceFirst(
                        "\\{",
                        "{\"fhirServer\": \"https://ehr.example.org\", \"fhirAuthorization\": {\"access_token\": \""
                                + SERVER.systemToken() + "\"},");
        new FhirHttp(SERVER.base()).post(Hook.VIEW, named).expect(401);
    }
}
