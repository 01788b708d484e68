package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import health.kedja.KedjaServerExtension;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A record gets the same answer, word for word, whether it is stored, stored again or only shown. */
class StoredAndStatelessTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final List<String> GUIDELINES =
            List.of("se-psvf-2021", "se-skane-2018", "se-svos-2021", "dk-dks", "iof-fls");

    private final IGenericClient client =
            CONTEXT.newRestfulGenericClient(SERVER.fhirBase().toString());

    @RepeatedTest(25)
    void stored_stored_again_and_stateless_say_the_same(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        GeneratedRecord record = GeneratedRecord.of("r" + UUID.randomUUID(), seed, 10 + seed);
        String guideline = GUIDELINES.get(seed % GUIDELINES.size());
        String day = GeneratedRecord.day(seed).toString();

        String stateless = stateless(record.bundle(), guideline, day);
        client.transaction().withBundle(record.bundle()).execute();
        assertThat(stored(record.patient(), guideline, day)).isEqualTo(stateless);

        Bundle again = record.bundle();
        Collections.shuffle(again.getEntry(), new Random(seed));
        client.transaction().withBundle(again).execute();
        assertThat(stored(record.patient(), guideline, day)).isEqualTo(stateless);
        assertThat(stateless(again, guideline, day)).isEqualTo(stateless);
    }

    private String stored(String patient, String guideline, String day) {
        return words(client.operation()
                .onInstance(new IdType(patient))
                .named("$fracture-chain")
                .withParameter(Parameters.class, "asOf", new StringType(day))
                .andParameter("guideline", new StringType(guideline))
                .useHttpGet()
                .execute());
    }

    private String stateless(Bundle bundle, String guideline, String day) {
        Parameters asked = new Parameters();
        asked.addParameter("asOf", new DateType(day));
        asked.addParameter("guideline", new CanonicalType(guideline));
        asked.addParameter().setName("bundle").setResource(bundle);
        return words(client.operation()
                .onServer()
                .named("$fracture-chain")
                .withParameters(asked)
                .execute());
    }

    private static String words(Parameters answer) {
        answer.setMeta(null).setId((String) null);
        return CONTEXT.newJsonParser().setPrettyPrint(true).encodeResourceToString(answer);
    }
}
