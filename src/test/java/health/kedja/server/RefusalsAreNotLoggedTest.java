package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.kedja.KedjaServerExtension;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is refused is told to the client, and only to the client: it may identify a patient. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalsAreNotLoggedTest {

    private static final String WRONG_PERSONNUMMER = "195706149840";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    @Test
    void a_refused_personnummer_is_in_the_answer_and_not_in_the_log(CapturedOutput log) {
        Patient patient = new Patient();
        patient.addIdentifier()
                .setSystem("http://electronichealth.se/identifier/personnummer")
                .setValue(WRONG_PERSONNUMMER);

        assertThatThrownBy(() -> SERVER.client().create().resource(patient).execute())
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining(WRONG_PERSONNUMMER);

        assertThat(log.getAll())
                .contains("POST fhir/Patient 422")
                .doesNotContain(WRONG_PERSONNUMMER)
                .doesNotContain("UnprocessableEntityException");
    }
}
