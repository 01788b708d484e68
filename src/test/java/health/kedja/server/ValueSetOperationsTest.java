package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ValueSetOperationsTest {

    private static final String SITES = "https://kedja.health/fhir/ValueSet/kedja-fracture-site";
    private static final String SITE = "https://kedja.health/fhir/CodeSystem/kedja-fracture-site";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private ValueSet expanded(String query) {
        return http.get(query).expect(200).as(ValueSet.class);
    }

    private static List<String> codes(ValueSet valueSet) {
        return valueSet.getExpansion().getContains().stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
    }

    @Test
    void a_value_set_is_expanded_by_canonical_and_by_id() {
        ValueSet byUrl = expanded("ValueSet/$expand?url=" + SITES);
        assertThat(codes(byUrl)).contains("hip", "vertebra", "wrist").doesNotHaveDuplicates();
        assertThat(byUrl.getExpansion().getTotal()).isEqualTo(codes(byUrl).size());
        assertThat(codes(expanded("ValueSet/kedja-fracture-site/$expand"))).isEqualTo(codes(byUrl));
    }

    @Test
    void a_part_of_a_code_or_a_display_filters() {
        assertThat(codes(expanded("ValueSet/$expand?url=" + SITES + "&filter=WRI")))
                .contains("wrist")
                .doesNotContain("hip");
        assertThat(expanded("ValueSet/$expand?url=" + SITES + "&filter=nosuchsite")
                        .getExpansion()
                        .getTotal())
                .isZero();
    }

    @Test
    void pages_of_an_expansion_join_to_the_whole() {
        List<String> all = codes(expanded("ValueSet/$expand?url=" + SITES));
        ValueSet second = expanded("ValueSet/$expand?url=" + SITES + "&offset=1&count=2");
        assertThat(codes(second)).isEqualTo(all.subList(1, 3));
        assertThat(second.getExpansion().getTotal()).isEqualTo(all.size());
    }

    @Test
    void a_question_that_cannot_be_answered_is_refused_with_the_reason() {
        assertThat(http.get("ValueSet/$expand").expect(400).diagnostics()).contains("url");
        assertThat(http.get("ValueSet/$expand?url=http://nosuch").expect(404).diagnostics())
                .contains("http://nosuch");
        http.get("ValueSet/nosuch/$expand").expect(404);
        assertThat(http.get("ValueSet/$expand?url=" + SITES + "&count=-1")
                        .expect(400)
                        .diagnostics())
                .contains("count", "-1");
    }

    @Test
    void every_value_set_of_kedja_is_expanded_or_refused_with_the_reason() {
        int expanded = 0;
        for (var entry : http.get("ValueSet?url:below=https://kedja.health/fhir&_count=200&_elements=url")
                .expect(200)
                .as(Bundle.class)
                .getEntry()) {
            String id = entry.getResource().getIdElement().getIdPart();
            FhirHttp.Answer answer = http.get("ValueSet/" + id + "/$expand").expect(200, 422);
            if (answer.status() == 200) {
                assertThat(codes(answer.as(ValueSet.class))).as(id).isNotEmpty();
                expanded++;
            } else {
                assertThat(answer.diagnostics()).as(id).contains("cannot be expanded");
            }
        }
        assertThat(expanded).isGreaterThan(15);
    }

    @Test
    void a_code_is_in_a_value_set_or_not() {
        String query = "ValueSet/$validate-code?url=" + SITES + "&system=" + SITE + "&code=";
        assertThat(http.get(query + "hip").expect(200).as(Parameters.class).getParameterBool("result"))
                .isTrue();
        Parameters no = http.get(query + "nose").expect(200).as(Parameters.class);
        assertThat(no.getParameterBool("result")).isFalse();
        assertThat(no.getParameter("message").getValue().primitiveValue()).contains("nose");
        assertThat(http.get("ValueSet/$validate-code?url=" + SITES).expect(400).diagnostics())
                .contains("code", "system");
    }
}
