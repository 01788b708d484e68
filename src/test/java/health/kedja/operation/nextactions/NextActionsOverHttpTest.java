package health.kedja.operation.nextactions;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code $next-actions} and the advice of {@code $fracture-chain}, from stored resources to the answer. */
class NextActionsOverHttpTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final String id = "na-" + UUID.randomUUID();

    private String store() {
        put("Patient", "'birthDate':'1940-01-01','gender':'female'");
        String code = "'coding':[{'system':'urn:oid:1.2.752.116.1.1.1','code':'S72.00'}]";
        put(
                "Condition",
                "'subject':{'reference':'Patient/" + id + "'},'code':{" + code + "},'onsetDateTime':'2024-01-01',"
                        + "'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical',"
                        + "'code':'active'}]},'verificationStatus':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'confirmed'}]}");
        put(
                "AllergyIntolerance",
                "'patient':{'reference':'Patient/" + id + "'},'type':'allergy','code':{'coding':["
                        + "{'system':'http://www.whocc.no/atc','code':'M05BA04'}]}");
        return id;
    }

    private void put(String type, String body) {
        String json = "{'resourceType':'" + type + "','id':'" + id + "'," + body + "}";
        http.put(type + "/" + id, json.replace('\'', '"')).expect(201);
    }

    private static List<ParametersParameterComponent> named(List<ParametersParameterComponent> parts, String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).toList();
    }

    private static String value(ParametersParameterComponent of, String name) {
        return named(of.getPart(), name).get(0).getValue().primitiveValue();
    }

    @Test
    void the_worklist_of_a_stored_patient_is_in_order_and_in_the_language_of_the_reader() {
        Parameters answer = http.get(
                        "Patient/" + store() + "/$next-actions?asOf=2024-03-01&guideline=se-skane-2018",
                        "Accept-Language",
                        "sv")
                .expect(200)
                .as(Parameters.class);
        List<ParametersParameterComponent> actions = named(answer.getParameter(), "action");

        assertThat(value(actions.get(0), "what")).isEqualTo("identification");
        assertThat(value(actions.get(0), "overdue")).isEqualTo("true");
        assertThat(actions)
                .extracting(action -> value(action, "what"))
                .contains("egfr", "osteoporosis-clinic", "denosumab")
                .doesNotContain("oral-bisphosphonate");
        assertThat(actions)
                .filteredOn(action -> value(action, "what").equals("denosumab"))
                .extracting(action -> value(action, "text"))
                .first()
                .asString()
                .startsWith("Denosumab, subkutant, var sjätte månad, i specialistvården.");
    }

    @Test
    void the_chain_carries_the_advice_with_the_allergy_as_evidence() {
        Parameters answer = http.get("Patient/" + store() + "/$fracture-chain?asOf=2024-03-01&guideline=se-skane-2018")
                .expect(200)
                .as(Parameters.class);
        ParametersParameterComponent chain =
                named(answer.getParameter(), "chain").get(0);
        ParametersParameterComponent oral = named(chain.getPart(), "advice").stream()
                .filter(line -> value(line, "code").equals("oral-bisphosphonate"))
                .findFirst()
                .orElseThrow();

        assertThat(value(oral, "status")).isEqualTo("ruled-out");
        assertThat(value(named(oral.getPart(), "contraindication").get(0), "code"))
                .isEqualTo("bisphosphonate-allergy");
        assertThat(named(chain.getPart(), "riskReason")).hasSize(2);
        assertThat(named(chain.getPart(), "missing")).isNotEmpty();
    }

    @Test
    void an_unknown_patient_is_404_and_a_parameter_that_it_does_not_have_is_named() {
        http.get("Patient/nobody-here/$next-actions").expect(404);
        assertThat(http.get("Patient/" + store() + "/$next-actions?fracture=Condition/1")
                        .expect(400)
                        .diagnostics())
                .contains("fracture");
        assertThat(http.get("Patient/" + id + "/$next-actions?asOf=2024-02-30")
                        .expect(400)
                        .diagnostics())
                .contains("asOf");
    }
}
