package health.kedja.operation.fracturechain;

import health.kedja.fhir.CourseParameters;
import health.kedja.fhir.PreventionParameters;
import health.kedja.pathway.ChainReport;
import health.kedja.pathway.PatientCare;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Adds to the answer what goes on beside the steps: preventive measures and courses of treatment. */
final class CareAnswer {

    private CareAnswer() {}

    /**
     * Adds the parts.
     *
     * @param answer with one {@code chain} for each chain of the report, in its order
     */
    static void add(Parameters answer, ChainReport report, PatientCare care, Locale language) {
        PreventionParameters prevention = new PreventionParameters(language);
        List<ParametersParameterComponent> chains = answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("chain"))
                .toList();
        for (int i = 0; i < chains.size(); i++) {
            prevention.add(
                    chains.get(i), care.preventionMeasures(report.chains().get(i)));
        }
        new CourseParameters(language).add(answer, care.treatment());
    }
}
