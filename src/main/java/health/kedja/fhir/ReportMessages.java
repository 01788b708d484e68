package health.kedja.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;

/** What whoever reads a report must know of how it came about, as an OperationOutcome that the report contains. */
public final class ReportMessages {

    private static final String MESSAGES = "http://hl7.org/fhir/StructureDefinition/cqf-messages";
    private static final String ID = "messages";

    private ReportMessages() {}

    /** Adds the messages; nothing where there are none. */
    public static void add(MeasureReport report, List<String> messages) {
        if (messages.isEmpty()) {
            return;
        }
        OperationOutcome outcome = new OperationOutcome();
        outcome.setId(ID);
        messages.forEach(message -> outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(message));
        report.addContained(outcome);
        report.addExtension(MESSAGES, new Reference("#" + ID));
    }
}
