package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.Records;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceTypesTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    static Stream<String> types() {
        return MinimalResources.about("").keySet().stream();
    }

    @Test
    void every_stored_type_is_tried_here() {
        assertThat(types()).containsExactlyInAnyOrderElementsOf(StorageRules.RESOURCE_TYPES);
    }

    @ParameterizedTest
    @MethodSource("types")
    void is_created_read_changed_found_and_deleted_with_its_history(String type) {
        String patient = Records.newId("p");
        http.put("Patient/" + patient, Records.patient(patient, "1940-01-01")).expect(201);
        Map<String, String> bodies = MinimalResources.about(patient);
        String body = bodies.get(type);

        FhirHttp.Answer created =
                http.post(type, MinimalResources.json(type, null, body, "sv")).expect(201);
        String id = created.id();
        String path = type + "/" + id;
        assertThat(created.header("ETag")).isEqualTo("W/\"1\"");
        Resource read = http.get(path).expect(200).as(Resource.class);
        assertThat(read.getLanguage()).isEqualTo("sv");
        assertThat(read.getMeta().getVersionId()).isEqualTo("1");
        assertThat(found(type, id)).isEqualTo(1);

        http.put(path, MinimalResources.json(type, id, body, "da")).expect(200);
        assertThat(http.get(path + "/_history/1").expect(200).as(Resource.class).getLanguage())
                .isEqualTo("sv");
        assertThat(http.get(path + "/_history/2").expect(200).as(Resource.class).getLanguage())
                .isEqualTo("da");

        http.patch(
                        path,
                        "application/json-patch+json",
                        "[{\"op\": \"replace\", \"path\": \"/language\", \"value\": \"en\"}]")
                .expect(200);
        assertThat(http.get(path).expect(200).as(Resource.class).getLanguage()).isEqualTo("en");

        http.delete(path).expect(200);
        http.get(path).expect(410);
        assertThat(found(type, id)).isZero();
        Bundle history = http.get(path + "/_history").expect(200).as(Bundle.class);
        assertThat(history.getEntry()).hasSize(4);
        assertThat(history.getEntryFirstRep().getRequest().getMethod()).isEqualTo(Bundle.HTTPVerb.DELETE);
        assertThat(http.get(type + "/_history?_count=1")
                        .expect(200)
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);

        String given = Records.newId("own");
        http.put(type + "/" + given, MinimalResources.json(type, given, body, "sv"))
                .expect(201);
        http.get(type + "/" + given).expect(200);
        http.delete(type + "/" + given).expect(200);
    }

    private int found(String type, String id) {
        return http.get(type + "?_id=" + id)
                .expect(200)
                .as(Bundle.class)
                .getEntry()
                .size();
    }
}
