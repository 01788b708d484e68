package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The published questionnaire, answered and stored. */
class FramoAnsweredOverHttpTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String ID = "framo-answered";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private void put(String type, String body) {
        String json = "{'resourceType':'" + type + "','id':'" + ID + "'," + body + "}";
        http.put(type + "/" + ID, json.replace('\'', '"')).expect(200, 201);
    }

    private static String answered(boolean light) {
        return "'questionnaire':'https://kedja.health/fhir/Questionnaire/kedja-framo','status':'completed',"
                + "'authored':'2024-02-01','subject':{'reference':'Patient/" + ID + "'},'item':["
                + "{'linkId':'weight','answer':[{'valueBoolean':" + light + "}]},"
                + "{'linkId':'rise-up','answer':[{'valueBoolean':false}]}]";
    }

    private ParametersParameterComponent framo() {
        Parameters answer = http.get("Patient/" + ID + "/$fracture-chain?asOf=2024-03-01&guideline=se-psvf-2021")
                .expect(200)
                .as(Parameters.class);
        ParametersParameterComponent chain =
                named(answer.getParameter(), "chain").get(0);
        return named(chain.getPart(), "framo").get(0);
    }

    @Test
    void the_answers_are_those_of_framo_and_follow_the_stored_response() {
        put("Patient", "'birthDate':'1950-01-01'");
        put(
                "Condition",
                "'subject':{'reference':'Patient/" + ID + "'},'onsetDateTime':'2024-01-01','code':{'coding':["
                        + "{'system':'urn:oid:1.2.752.116.1.1.1','code':'S52.50'}]}");
        put("QuestionnaireResponse", answered(true));

        ParametersParameterComponent weight = named(framo().getPart(), "answer").get(1);
        assertThat(value(weight, "question")).isEqualTo("weight");
        assertThat(value(weight, "answer")).isEqualTo("yes");
        assertThat(((org.hl7.fhir.r4.model.Reference)
                                named(weight.getPart(), "evidence").get(0).getValue())
                        .getReference())
                .isEqualTo("QuestionnaireResponse/" + ID);
        assertThat(value(framo(), "score")).isEqualTo("2");

        put("QuestionnaireResponse", answered(false));
        assertThat(value(framo(), "score")).isEqualTo("1");

        http.delete("QuestionnaireResponse/" + ID).expect(200, 204);
        assertThat(named(framo().getPart(), "score")).isEmpty();
    }

    @Test
    void the_questionnaire_is_found_by_its_canonical_url() {
        assertThat(http.get("Questionnaire/kedja-framo")
                        .expect(200)
                        .as(Questionnaire.class)
                        .getItem())
                .hasSize(4);
        assertThat(http.get("Questionnaire?url=https://kedja.health/fhir/Questionnaire/kedja-framo")
                        .expect(200)
                        .body())
                .contains("\"total\":1");
    }

    private static List<ParametersParameterComponent> named(List<ParametersParameterComponent> parts, String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).toList();
    }

    private static String value(ParametersParameterComponent of, String name) {
        return named(of.getPart(), name).get(0).getValue().primitiveValue();
    }
}
