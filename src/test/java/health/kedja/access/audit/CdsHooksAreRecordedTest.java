package health.kedja.access.audit;

import static health.kedja.history.Records.newId;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.Role;
import health.kedja.history.Records;
import health.kedja.operation.cdshooks.Hook;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls of the services of CDS Hooks, in the trail. */
class CdsHooksAreRecordedTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static final String SERVICE = "../" + Hook.VIEW;

    private final String anna = newId("anna");
    private final String request = Trail.newRequest();
    private final Trail trail = new Trail(SERVER.dataSource());

    @BeforeEach
    void store() {
        SERVER.http(SERVER.systemToken())
                .put("Patient/" + anna, Records.patient(anna, "1940-01-01"))
                .expect(201);
    }

    private FhirHttp.Answer call(String token, String hook) {
        return new FhirHttp(SERVER.base()).bearing(token).post(Hook.VIEW, hook, "X-Request-ID", request);
    }

    @Test
    void a_call_leaves_the_patient_the_service_the_user_and_the_moment() {
        String hook = Hook.view(anna);
        String instance = hook.replaceAll("(?s).*hookInstance\": \"([^\"]+).*", "$1");
        call(SERVER.systemToken(), hook).expect(200);
        assertThat(trail.of(request))
                .containsExactly("operation|0|" + anna + "|Patient/" + anna + "|" + SERVICE + "?hookInstance="
                        + instance + "&patientId=" + anna + "&userId=Practitioner%2Fanna");
        assertThat(trail.column("concat_ws('|', client, roles)", request)).containsExactly("test-client|integration");
    }

    @Test
    void a_record_that_is_sent_leaves_the_patient_and_no_resource() {
        String record = Records.bundle("collection", "PUT Patient/" + anna, Records.patient(anna, "1940-01-01"));
        call(SERVER.systemToken(), Hook.view(anna, record)).expect(200);
        assertThat(trail.of(request))
                .singleElement()
                .asString()
                .startsWith("operation|0|" + anna + "|-|" + SERVICE + "?hookInstance=");
    }

    @Test
    void a_refusal_leaves_its_reason() {
        String token = SERVER.token(Role.REGISTER, List.of(), "user/*.rs", null, null);
        call(token, Hook.view(anna)).expect(403);
        assertThat(trail.column("concat_ws('|', outcome, patient, reason)", request))
                .containsExactly("4|" + anna + "|denied: role");
    }

    @Test
    void who_is_hidden_leaves_why() {
        String token = SERVER.token(Role.INTEGRATION, List.of(newId("region")), "system/*.rs", null, null);
        call(token, Hook.view(anna)).expect(412);
        assertThat(trail.column("concat_ws('|', outcome, patient, reason)", request))
                .containsExactly("4|" + anna + "|denied: region");
    }

    @Test
    void what_is_not_understood_and_what_has_no_token_is_recorded_too() {
        call(SERVER.systemToken(), "{}").expect(400);
        assertThat(trail.of(request)).containsExactly("operation|4|-|-|" + SERVICE);
        new FhirHttp(SERVER.base())
                .post(Hook.VIEW, Hook.view(anna), "X-Request-ID", request)
                .expect(401);
        assertThat(trail.column("reason", request)).containsExactly("HTTP 400", "HTTP 401");
    }

    @Test
    void discovery_tells_of_nobody_and_leaves_nothing() {
        new FhirHttp(SERVER.base()).get("cds-services", "X-Request-ID", request).expect(200);
        assertThat(trail.of(request)).isEmpty();
    }

    @Test
    void administrators_are_told_of_the_call_and_not_of_whom() {
        String token = SERVER.systemToken();
        call(token, Hook.view(anna)).expect(200);
        FhirHttp.Answer log = SERVER.http(SERVER.token(Role.ADMINISTRATOR, List.of(), "system/*.rs", null, null))
                .get("AuditEvent?_count=50", "X-Request-ID", newId("log"));
        log.expect(200);
        assertThat(log.body()).contains(request).doesNotContain(anna);
    }
}
