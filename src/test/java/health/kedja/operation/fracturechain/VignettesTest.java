package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import health.kedja.KedjaServerExtension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clinical vignettes over HTTP, as a record system would send and ask. */
class VignettesTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    static Stream<Vignette> vignettes() {
        return Vignette.all();
    }

    @ParameterizedTest
    @MethodSource("vignettes")
    void a_stored_patient_gets_the_answer_written_by_hand(Vignette vignette) {
        IGenericClient client = client();
        Bundle sent = vignette.bundle(CONTEXT);
        Bundle stored = client.transaction().withBundle(sent).execute();
        Map<String, String> names = new LinkedHashMap<>();
        String patient = null;
        for (int i = 0; i < sent.getEntry().size(); i++) {
            String url = sent.getEntry().get(i).getFullUrl();
            String id = new IdType(stored.getEntry().get(i).getResponse().getLocation())
                    .toUnqualifiedVersionless()
                    .getValue();
            names.put(id, vignette.keys().getOrDefault(url, url));
            patient = url.equals(vignette.patient()) ? id : patient;
        }
        for (Vignette.Question question : vignette.questions()) {
            Parameters answer = client.operation()
                    .onInstance(patient)
                    .named("$fracture-chain")
                    .withParameter(
                            Parameters.class,
                            "asOf",
                            new StringType(question.asOf().toString()))
                    .andParameter("guideline", new StringType(question.guideline()))
                    .useHttpGet()
                    .execute();
            assertSays(question, answer, names, patient);
        }
    }

    @ParameterizedTest
    @MethodSource("vignettes")
    void a_posted_bundle_gets_the_same_answer_and_is_not_stored(Vignette vignette) {
        IGenericClient client = client();
        for (Vignette.Question question : vignette.questions()) {
            Parameters asked = new Parameters();
            asked.addParameter("asOf", new DateType(question.asOf().toString()));
            asked.addParameter("guideline", new CanonicalType(question.guideline()));
            asked.addParameter().setName("bundle").setResource(vignette.bundle(CONTEXT));
            Parameters answer = client.operation()
                    .onServer()
                    .named("$fracture-chain")
                    .withParameters(asked)
                    .execute();
            assertSays(question, answer, vignette.namesInBundle(CONTEXT), vignette.patientInBundle(CONTEXT));
        }
    }

    private static IGenericClient client() {
        return CONTEXT.newRestfulGenericClient(SERVER.fhirBase().toString());
    }

    private static void assertSays(
            Vignette.Question question, Parameters answer, Map<String, String> names, String patient) {
        assertThat(((Reference) answer.getParameter("patient").getValue()).getReference())
                .isEqualTo(patient);
        assertThat(answer.getParameter("asOf").getValue().primitiveValue())
                .isEqualTo(question.asOf().toString());
        assertThat(answer.getParameter("guideline").getValue().primitiveValue())
                .contains("/" + question.guideline() + "|");
        assertThat(question.difference(answer, names))
                .as("as of %s", question.asOf())
                .isEmpty();
    }
}
