package health.kedja.operation.nextactions;

import health.kedja.fhir.NextActionsParameters;
import health.kedja.fhir.PatientHistory;
import health.kedja.pathway.NextActions;
import java.util.Locale;
import org.hl7.fhir.r4.model.Parameters;

/** Evaluates and answers. */
final class NextActionsAnswer {

    private NextActionsAnswer() {}

    static Parameters of(PatientHistory patient, NextActionsRequest asked, Locale language) {
        return new NextActionsParameters(language)
                .of(
                        NextActions.of(patient.history(), asked.guideline(), asked.asOf(), patient.units()),
                        patient.patient(),
                        asked.asOf(),
                        asked.guideline().canonicalWithVersion());
    }
}
