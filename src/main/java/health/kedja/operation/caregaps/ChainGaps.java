package health.kedja.operation.caregaps;

import health.kedja.fhir.CareGap;
import health.kedja.fhir.PatientHistory;
import health.kedja.pathway.ChainStatus;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Step;
import health.kedja.pathway.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the fracture chains of a patient say. */
final class ChainGaps {

    private ChainGaps() {}

    /** The steps of chains that have not ended, of fractures in the period. */
    static List<CareGap> of(PatientHistory patient, CareGapsRequest asked) {
        List<CareGap> gaps = new ArrayList<>();
        for (FractureChain chain : FractureChain.evaluate(
                        patient.history(), asked.guideline(), asked.asOf(), patient.units())
                .chains()) {
            boolean within = !chain.fractureDate().isBefore(asked.period().start())
                    && !chain.fractureDate().isAfter(asked.period().end());
            if (within && chain.status() != ChainStatus.ENDED) {
                chain.steps().stream()
                        .filter(step -> step.status() != StepStatus.NOT_APPLICABLE)
                        .forEach(step -> gaps.add(gap(chain, step)));
            }
        }
        return gaps;
    }

    private static CareGap gap(FractureChain chain, Step step) {
        CareGap.Status status = switch (step.status()) {
            case DONE -> CareGap.Status.CLOSED_GAP;
            case OVERDUE -> CareGap.Status.OPEN_GAP;
            case DUE -> CareGap.Status.PROSPECTIVE_GAP;
            case NOT_APPLICABLE -> throw new IllegalArgumentException("No gap in what does not apply");
        };
        String until = switch (step.status()) {
            case DONE -> "was done on " + step.done();
            case OVERDUE -> "is overdue; the last day on time was " + step.due();
            default -> "is due by " + step.due();
        };
        List<String> resources = new ArrayList<>(List.of(chain.indexFracture()));
        step.evidence().stream().filter(one -> !resources.contains(one)).forEach(resources::add);
        String token = step.code().token();
        return new CareGap(
                status,
                "Fracture chain",
                "The step " + token + " for the fracture of " + chain.fractureDate() + " " + until + ".",
                Optional.of(token),
                Optional.empty(),
                resources);
    }
}
