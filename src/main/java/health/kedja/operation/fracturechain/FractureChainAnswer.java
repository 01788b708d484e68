package health.kedja.operation.fracturechain;

import health.kedja.fhir.AdviceParameters;
import health.kedja.fhir.ChainParameters;
import health.kedja.fhir.DensityParameters;
import health.kedja.fhir.FramoParameters;
import health.kedja.fhir.PatientHistory;
import health.kedja.operation.BadParameter;
import health.kedja.pathway.ChainReport;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.PatientCare;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Parameters;

/** Evaluates and answers. */
final class FractureChainAnswer {

    private FractureChainAnswer() {}

    static Parameters of(PatientHistory patient, FractureChainRequest asked, Locale language) {
        Guideline guideline = asked.guideline();
        PatientCare care = PatientCare.of(patient.history(), guideline, asked.asOf(), patient.units());
        ChainReport report = select(care.report(), asked);
        Parameters answer = new ChainParameters(language)
                .of(report, patient.patient(), asked.asOf(), guideline.canonicalWithVersion());
        new FramoParameters(language).addTo(answer, report, care::framo);
        new DensityParameters(guideline, language).addTo(answer, care.boneDensities(), care.lumbarVertebrae());
        CareAnswer.add(answer, report, care, language);
        new AdviceParameters(language).add(answer, report, care::advice);
        return answer;
    }

    private static ChainReport select(ChainReport report, FractureChainRequest asked) {
        if (asked.fracture() != null) {
            return ofFracture(report, asked.fracture());
        }
        return asked.includeExcluded() ? report : new ChainReport(report.chains(), List.of(), report.notUnderstood());
    }

    /** The chain that the fracture belongs to, or why it has none. */
    private static ChainReport ofFracture(ChainReport report, String fracture) {
        List<FractureChain> chains = report.chains().stream()
                .filter(chain -> chain.fractures().contains(fracture))
                .toList();
        var excluded = report.excluded().stream()
                .filter(left -> left.fracture().equals(fracture))
                .toList();
        if (chains.isEmpty() && excluded.isEmpty()) {
            throw BadParameter.of(
                    "fracture", "'" + fracture + "' is not a fracture of this patient on the day asked for.");
        }
        return new ChainReport(chains, excluded, report.notUnderstood());
    }
}
