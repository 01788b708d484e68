package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.kedja.KedjaServerExtension;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
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

        waitFor(log, "POST fhir/Patient 422");
        assertThat(log.getAll())
                .contains("POST fhir/Patient 422")
                .doesNotContain(WRONG_PERSONNUMMER)
                .doesNotContain("UnprocessableEntityException");
    }

    /** The line of a request is written when its answer is on its way already. */
    private static void waitFor(CapturedOutput log, String line) {
        Instant end = Instant.now().plusSeconds(10);
        while (!log.getAll().contains(line) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(10_000_000);
        }
    }
}
