package health.kedja.server;

import static health.kedja.history.Records.newId;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.Records;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalWritesTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final String value = newId("v");
    private final String condition = "identifier=urn:example:local|" + value;

    private String organization(String name) {
        return """
                {"resourceType": "Organization", "name": "%s",
                 "identifier": [{"system": "urn:example:local", "value": "%s"}]}""".formatted(name, value);
    }

    private int found() {
        return http.get("Organization?" + condition)
                .expect(200)
                .as(Bundle.class)
                .getEntry()
                .size();
    }

    @Test
    void a_conditional_create_creates_once() {
        String id = http.post("Organization", organization("A"), "If-None-Exist", condition)
                .expect(201)
                .id();
        assertThat(http.post("Organization", organization("B"), "If-None-Exist", condition)
                        .expect(200)
                        .id())
                .isEqualTo(id);
        assertThat(found()).isEqualTo(1);
        assertThat(http.get("Organization/" + id).body()).contains("\"A\"");
    }

    @Test
    void a_conditional_update_creates_then_updates() {
        String id = http.put("Organization?" + condition, organization("A"))
                .expect(201)
                .id();
        assertThat(http.put("Organization?" + condition, organization("B"))
                        .expect(200)
                        .as(Organization.class)
                        .getIdElement()
                        .getIdPart())
                .isEqualTo(id);
        assertThat(found()).isEqualTo(1);
        assertThat(http.get("Organization/" + id).body()).contains("\"B\"");
    }

    @Test
    void a_condition_that_several_resources_meet_is_refused() {
        http.post("Organization", organization("A")).expect(201);
        http.post("Organization", organization("B")).expect(201);
        http.put("Organization?" + condition, organization("C")).expect(412);
        http.post("Organization", organization("C"), "If-None-Exist", condition).expect(412);
        assertThat(found()).isEqualTo(2);
    }

    @Test
    void a_conditional_delete_deletes_all_that_meet_it() {
        http.post("Organization", organization("A")).expect(201);
        http.post("Organization", organization("B")).expect(201);
        http.delete("Organization?" + condition).expect(200);
        assertThat(found()).isZero();
    }

    @Test
    void a_conditional_reference_in_a_transaction_finds_its_resource() {
        String id = http.post("Organization", organization("A")).expect(201).id();
        String answer = http.post("", """
                        {"resourceType": "Bundle", "type": "transaction", "entry": [{
                            "resource": {"resourceType": "Location", "status": "active",
                                "managingOrganization": {"reference": "Organization?%s"}},
                            "request": {"method": "POST", "url": "Location"}}]}""".formatted(condition))
                .expect(200)
                .as(Bundle.class)
                .getEntryFirstRep()
                .getResponse()
                .getLocation();
        assertThat(http.get(answer.split("/_history")[0]).body()).contains("Organization/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?_format=json",
                "?_pretty=true",
                "?_count=1",
                "?_sort=name",
                "?_elements=id&_summary=true"
            })
    void a_deletion_that_says_not_of_what_deletes_nothing(String query) {
        http.post("Organization", organization("A")).expect(201);
        http.delete("Organization" + query).expect(400);
        for (String type : List.of("transaction", "batch")) {
            http.post("", Records.bundle(type, "DELETE Organization" + query, null))
                    .expect(400);
        }
        assertThat(found()).isEqualTo(1);
        http.delete("Organization?_format=json&" + condition).expect(200);
        assertThat(found()).isZero();
    }
}
