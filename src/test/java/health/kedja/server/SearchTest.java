package health.kedja.server;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SearchTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final String patient = newId("p");
    private final String hip = newId("hip");
    private final String wrist = newId("wrist");

    @BeforeEach
    void a_patient_with_two_fractures() {
        http.put("Patient/" + patient, """
                        {"resourceType": "Patient", "id": "%1$s", "birthDate": "1940-01-01",
                         "name": [{"family": "Family-%1$s", "given": ["Given"]}]}""".formatted(patient)).expect(201);
        http.put("Condition/" + hip, hipFracture(hip, patient, "2021-01-01")).expect(201);
        http.put("Condition/" + wrist, wristFracture(wrist, patient, "2023-01-01"))
                .expect(201);
    }

    private List<String> found(String search) {
        return ids(http.get(search).expect(200).as(Bundle.class));
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    @Test
    void by_reference_code_and_date() {
        assertThat(found("Condition?subject=Patient/" + patient)).containsExactlyInAnyOrder(hip, wrist);
        assertThat(found("Condition?patient=" + patient + "&code=urn:oid:1.2.752.116.1.1.1|S72.00"))
                .containsExactly(hip);
        assertThat(found("Condition?patient=" + patient + "&onset-date=ge2022-01-01"))
                .containsExactly(wrist);
        assertThat(found("Condition?patient=" + patient + "&_sort=-onset-date")).containsExactly(wrist, hip);
    }

    @Test
    void with_a_form_in_the_body() {
        Bundle bundle = http.send(
                        "POST",
                        "Condition/_search",
                        "patient=" + patient + "&onset-date=ge2022-01-01",
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .expect(200)
                .as(Bundle.class);
        assertThat(ids(bundle)).containsExactly(wrist);
    }

    @Test
    void with_what_it_refers_to_and_what_refers_to_it() {
        assertThat(found("Condition?_id=" + hip + "&_include=Condition:subject"))
                .containsExactly(hip, patient);
        assertThat(found("Patient?_id=" + patient + "&_revinclude=Condition:subject"))
                .containsExactlyInAnyOrder(patient, hip, wrist);
    }

    @Test
    void by_properties_of_what_it_refers_to_and_of_what_refers_to_it() {
        assertThat(found("Condition?subject:Patient.family=Family-" + patient)).containsExactlyInAnyOrder(hip, wrist);
        assertThat(found("Condition?subject.family=Family-" + patient)).containsExactlyInAnyOrder(hip, wrist);
        assertThat(found("Patient?_id=" + patient + "&_has:Condition:subject:code=S72.00"))
                .containsExactly(patient);
        assertThat(found("Patient?_id=" + patient + "&_has:Condition:subject:code=S42.20"))
                .isEmpty();
    }

    @Test
    void a_search_sees_what_was_just_written() {
        for (int i = 0; i < 5; i++) {
            String id = newId("again");
            int before = found("Condition?subject=Patient/" + patient).size();
            http.put("Condition/" + id, hipFracture(id, patient, "2022-01-01")).expect(201);
            assertThat(found("Condition?subject=Patient/" + patient))
                    .hasSize(before + 1)
                    .contains(id);
            http.delete("Condition/" + id).expect(200);
            assertThat(found("Condition?subject=Patient/" + patient))
                    .hasSize(before)
                    .doesNotContain(id);
        }
    }

    @Test
    void page_by_page_gives_each_once() {
        List<String> all = new ArrayList<>(List.of(hip, wrist));
        for (int i = 0; i < 5; i++) {
            String id = newId("more");
            http.put("Condition/" + id, hipFracture(id, patient, "2022-02-0" + (i + 1)))
                    .expect(201);
            all.add(id);
        }
        List<String> paged = new ArrayList<>();
        Bundle page = http.get("Condition?subject=Patient/" + patient + "&_count=3")
                .expect(200)
                .as(Bundle.class);
        int pages = 0;
        while (true) {
            pages++;
            paged.addAll(ids(page));
            if (page.getLink("next") == null) {
                break;
            }
            page = http.get(page.getLink("next").getUrl().replace("|", "%7C"))
                    .expect(200)
                    .as(Bundle.class);
        }
        assertThat(pages).isEqualTo(3);
        assertThat(new HashSet<>(paged)).hasSize(7);
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everything_about_a_patient_and_nothing_about_another() {
        assertThat(found("Patient/" + patient + "/$everything")).containsExactlyInAnyOrder(patient, hip, wrist);
    }

    @Test
    void a_total_a_summary_and_some_elements() {
        assertThat(http.get("Condition?subject=Patient/" + patient + "&_summary=count")
                        .as(Bundle.class)
                        .getTotal())
                .isEqualTo(2);
        assertThat(http.get("Condition?subject=Patient/" + patient + "&_total=accurate&_count=1")
                        .as(Bundle.class)
                        .getTotal())
                .isEqualTo(2);
        assertThat(http.get("Condition?_id=" + hip + "&_elements=code").body()).doesNotContain("onsetDateTime");
    }

    @Test
    void an_unknown_parameter_or_value_is_refused_by_name() {
        assertThat(http.get("Condition?nosuch=1").expect(400).diagnostics()).contains("nosuch");
        assertThat(http.get("Condition?onset-date=2024-13-45").expect(400).diagnostics())
                .contains("2024-13-45");
    }

    @Test
    void xml_is_answered_where_xml_is_asked_for() {
        assertThat(http.get("Patient/" + patient, "Accept", "application/fhir+xml")
                        .expect(200)
                        .body())
                .startsWith("<Patient xmlns=\"http://hl7.org/fhir\">");
    }
}
