package health.kedja.server;

import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VersionsTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final String id = newId("p");
    private final String path = "Patient/" + id;

    @BeforeEach
    void a_patient() {
        http.put(path, patient(id, "1940-01-01")).expect(201);
    }

    private String birthDate() {
        return http.get(path)
                .expect(200)
                .as(Patient.class)
                .getBirthDateElement()
                .getValueAsString();
    }

    @Test
    void an_update_of_the_version_that_was_read_is_stored() {
        assertThat(http.put(path, patient(id, "1941-01-01"), "If-Match", "W/\"1\"")
                        .expect(200)
                        .header("ETag"))
                .isEqualTo("W/\"2\"");
        assertThat(birthDate()).isEqualTo("1941-01-01");
    }

    @Test
    void an_update_of_an_older_version_is_refused_and_changes_nothing() {
        http.put(path, patient(id, "1941-01-01")).expect(200);
        assertThat(http.put(path, patient(id, "1942-01-01"), "If-Match", "W/\"1\"")
                        .expect(412)
                        .diagnostics())
                .isNotBlank();
        assertThat(birthDate()).isEqualTo("1941-01-01");
    }

    @Test
    void a_patch_or_delete_of_an_older_version_is_refused() {
        http.put(path, patient(id, "1941-01-01")).expect(200);
        http.send(
                        "PATCH",
                        path,
                        "[{\"op\": \"replace\", \"path\": \"/birthDate\", \"value\": \"1950-01-01\"}]",
                        "Content-Type",
                        "application/json-patch+json",
                        "If-Match",
                        "W/\"1\"")
                .expect(412);
        http.delete(path, "If-Match", "W/\"1\"").expect(412);
        assertThat(birthDate()).isEqualTo("1941-01-01");
        http.delete(path, "If-Match", "W/\"2\"").expect(200);
        http.get(path).expect(410);
    }

    @Test
    void what_did_not_change_is_not_sent_again() {
        String tag = http.get(path).header("ETag");
        FhirHttp.Answer same = http.get(path, "If-None-Match", tag).expect(304);
        assertThat(same.body()).isEmpty();
        http.put(path, patient(id, "1941-01-01")).expect(200);
        http.get(path, "If-None-Match", tag).expect(200);
    }

    @Test
    void a_client_chooses_how_much_of_a_stored_resource_it_gets_back() {
        assertThat(http.put(path, patient(id, "1943-01-01"), "Prefer", "return=minimal")
                        .expect(200)
                        .body())
                .isEmpty();
        assertThat(http.put(path, patient(id, "1944-01-01"), "Prefer", "return=representation")
                        .expect(200)
                        .as(Patient.class)
                        .getBirthDateElement()
                        .getValueAsString())
                .isEqualTo("1944-01-01");
    }
}
