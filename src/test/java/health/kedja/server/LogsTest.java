package health.kedja.server;

import static health.kedja.history.Records.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.operation.cdshooks.Hook;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    private static final String PERSONNUMMER = "194704189829";
    private static final String FAMILY = "Hemlighet";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private static String patient(String id) {
        return """
                {"resourceType": "Patient", "id": "%s", "name": [{"family": "%s"}], "birthDate": "1947-04-18",
                 "identifier": [{"system": "http://electronichealth.se/identifier/personnummer", "value": "%s"}]}""".formatted(id, FAMILY, PERSONNUMMER);
    }

    /** The line of a request is written after its answer: waits for that of a last one. */
    private String all(CapturedOutput log) {
        String last = newId("last");
        http.get("metadata", "X-Request-ID", last).expect(200);
        await().until(() -> log.getAll().contains(last));
        return log.getAll();
    }

    @Test
    void a_request_is_one_structured_line_without_ids_or_query(CapturedOutput log) {
        http.get("Patient/pat-4711/$fracture-chain?asOf=2024-01-01", "X-Request-ID", "req-0815")
                .expect(404);
        http.get("Patient?family=" + FAMILY, "X-Request-ID", "req-0816").expect(200);
        assertThat(all(log).lines().filter(line -> line.contains("req-0815")))
                .singleElement()
                .asString()
                .contains("method=\"GET\"", "path=\"fhir/Patient/[id]/$fracture-chain\"", "status=\"404\"", "millis=");
        assertThat(all(log)).doesNotContain("pat-4711", "asOf", FAMILY);
    }

    @Test
    void a_call_of_a_service_is_logged_by_its_name_and_what_is_no_service_is_not(CapturedOutput log) {
        FhirHttp outside = new FhirHttp(SERVER.base());
        outside.post(Hook.VIEW, Hook.view("pat-0817"), "X-Request-ID", "req-0817")
                .expect(412);
        outside.post("cds-services/" + PERSONNUMMER, Hook.view("pat-0817")).expect(404);
        outside.post(Hook.VIEW, Hook.view("pat-0817").replace("Practitioner/", FAMILY))
                .expect(400);
        assertThat(all(log).lines().filter(line -> line.contains("req-0817")))
                .singleElement()
                .asString()
                .contains("path=\"cds-services/kedja-fracture-chain\"", "status=\"412\"");
        assertThat(all(log)).contains("path=\"cds-services/[id]\"").doesNotContain("pat-0817", PERSONNUMMER, FAMILY);
    }

    @Test
    void a_request_id_that_could_forge_lines_is_replaced(CapturedOutput log) {
        http.get("metadata", "X-Request-ID", "a b\" forged=\"yes").expect(200);
        assertThat(all(log)).doesNotContain("forged");
    }

    @Test
    void what_is_refused_is_not_written_to_the_log(CapturedOutput log) {
        String id = newId("hemlig");
        http.put("Patient/" + id, patient(id)).expect(422);
        http.post("Patient", "{\"resourceType\": \"Patient\", \"name\": \"" + FAMILY + " " + PERSONNUMMER + "\"}")
                .expect(400, 422);
        http.post("Patient", "{\"resourceType\": \"Patient\", \"" + FAMILY + "\": " + PERSONNUMMER + " broken")
                .expect(400);
        http.send(
                        "POST",
                        "Patient",
                        "<Patient><" + FAMILY + "/>" + PERSONNUMMER,
                        "Content-Type",
                        "application/fhir+xml")
                .expect(400);
        http.get("Patient/" + id).expect(404);
        http.get("Patient?" + FAMILY + "=" + PERSONNUMMER).expect(400);
        http.get("Patient?birthdate=" + PERSONNUMMER + FAMILY).expect(400);
        http.get("Patient/$" + FAMILY).expect(400, 404);
        http.get(FAMILY + "/" + PERSONNUMMER).expect(404);
        http.post("Condition", """
                        {"resourceType": "Condition", "subject": {"reference": "Patient/%s"},
                         "code": {"text": "%s %s"}}""".formatted(id, FAMILY, PERSONNUMMER)).expect(400, 422);
        for (String type : List.of("transaction", "batch")) {
            http.post("", """
                            {"resourceType": "Bundle", "type": "%s", "entry": [{"resource": %s,
                             "request": {"method": "PUT", "url": "Patient/%s"}}]}""".formatted(type, patient(id), id)).expect(200, 422);
        }
        new FhirHttp(URI.create(SERVER.base().toString()))
                .get("nosuch/" + FAMILY)
                .expect(404);
        assertThat(all(log)).doesNotContain(FAMILY, PERSONNUMMER, id);
    }

    @Test
    void what_the_database_refuses_is_not_written_to_the_log(CapturedOutput log) {
        JdbcTemplate jdbc = new JdbcTemplate(SERVER.dataSource());
        String id = newId("hemlig");
        jdbc.execute("alter table public.hfj_res_ver add constraint refuse_test check (res_text_vc not like '%" + FAMILY
                + "%') not valid");
        try {
            int status =
                    http.put("Organization/" + id, """
                            {"resourceType": "Organization", "id": "%s", "name": "%s"}""".formatted(id, FAMILY)).status();
            assertThat(status).isGreaterThanOrEqualTo(400);
        } finally {
            jdbc.execute("alter table public.hfj_res_ver drop constraint refuse_test");
        }
        assertThat(all(log)).contains("status=").doesNotContain(FAMILY, id);
    }
}
