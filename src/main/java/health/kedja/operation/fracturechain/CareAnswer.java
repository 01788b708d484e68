package health.kedja.operation.fracturechain;

import health.kedja.fhir.CourseParameters;
import health.kedja.fhir.PreventionParameters;
import health.kedja.pathway.ChainReport;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.PreventionMeasures;
import health.kedja.pathway.Treatment;
import java.time.LocalDate;
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
    static void add(
            Parameters answer, ChainReport report, History history, FractureChainRequest asked, Locale language) {
        Guideline guideline = asked.guideline();
        LocalDate asOf = asked.asOf();
        PreventionParameters prevention = new PreventionParameters(language);
        List<ParametersParameterComponent> chains = answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("chain"))
                .toList();
        for (int i = 0; i < chains.size(); i++) {
            prevention.add(
                    chains.get(i),
                    PreventionMeasures.of(history, guideline, report.chains().get(i), asOf));
        }
        new CourseParameters(language).add(answer, Treatment.of(history, guideline, asOf, List.of()));
    }
}
