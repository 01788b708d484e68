package health.kedja.operation.nextactions;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.fhir.PatientHistory;
import health.kedja.operation.OperationInput;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.ReadersLanguage;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/** The door of {@code $next-actions}: a stored patient. */
public final class NextActionsProvider {

    private static final String NAME = "$next-actions";
    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/next-actions";

    private final Guidelines guidelines;
    private final PatientRecords patients;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public NextActionsProvider(Guidelines guidelines, PatientRecords patients, Clock clock) {
        this.guidelines = guidelines;
        this.patients = patients;
        this.clock = clock;
    }

    /** What to do next for a stored patient. */
    @Operation(name = NAME, type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters ofPatient(@IdParam IdType id, @ResourceParam Parameters body, RequestDetails request) {
        PatientHistory patient = patients.require(id.getIdPart(), request);
        OperationInput input = OperationInput.read(request, body, NextActionsRequest.PARAMETERS);
        NextActionsRequest asked = NextActionsRequest.parse(input, guidelines, LocalDate.now(clock));
        return NextActionsAnswer.of(patient, asked, ReadersLanguage.of(request));
    }
}
