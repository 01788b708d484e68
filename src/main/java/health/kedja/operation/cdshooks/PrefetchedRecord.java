package health.kedja.operation.cdshooks;

import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import health.kedja.operation.BadParameter;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;

/** What a sent record must be, so that an answer rests on the whole of it and is about the patient asked for. */
final class PrefetchedRecord {

    private PrefetchedRecord() {}

    /**
     * Looks at it.
     *
     * @throws PreconditionFailedException if there are further pages (412)
     */
    static void check(Bundle bundle, String patient) {
        if (bundle.getLink(Bundle.LINK_NEXT) != null) {
            throw unavailable(
                    "prefetch." + CdsRequest.RECORD
                            + " is one page of several. Send the whole record in one Bundle, as CDS Hooks asks for, or store it here.");
        }
        boolean ofPatient = bundle.getEntry().stream()
                .anyMatch(entry -> entry.getResource() instanceof Patient one
                        && patient.equals(one.getIdElement().getIdPart()));
        if (!ofPatient) {
            throw BadParameter.of(
                    "prefetch." + CdsRequest.RECORD, "has no Patient with the id that context.patientId names.");
        }
    }

    /** 412: CDS Hooks' answer where the data that are needed cannot be had. */
    static PreconditionFailedException unavailable(String why) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.NOTFOUND)
                .setDiagnostics(why);
        return new PreconditionFailedException(why, outcome);
    }
}
