package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What to do next for a patient: the open steps of chains that have not ended, the data that are missing, and the
 * advice, in the order of a worklist. What is overdue comes first, then what has a day, each by its day, then the rest.
 */
public final class NextActions {

    private static final Comparator<NextAction> WORKLIST = Comparator.comparing((NextAction one) -> !one.overdue())
            .thenComparing(NextAction::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(NextAction::type);

    private final Guideline guideline;
    private final LocalDate asOf;
    private final List<NextAction> actions = new ArrayList<>();

    private NextActions(Guideline guideline, LocalDate asOf) {
        this.guideline = guideline;
        this.asOf = asOf;
    }

    /**
     * The worklist of one patient.
     *
     * @param history everything known of the patient
     * @param guideline the care programme to go by
     * @param asOf the day to answer for
     * @param units the type of chain of each unit that states one
     */
    public static List<NextAction> of(
            History history, Guideline guideline, LocalDate asOf, Map<String, ChainType> units) {
        NextActions next = new NextActions(guideline, asOf);
        PatientCare care = PatientCare.of(history, guideline, asOf, units);
        for (FractureChain chain : care.report().chains()) {
            if (chain.status() != ChainStatus.ENDED) {
                next.steps(chain);
                next.advice(chain, care.advice(chain));
            }
        }
        // A stable order: what the comparator leaves open stays as the chains, steps and lines come.
        next.actions.sort(WORKLIST);
        return List.copyOf(next.actions);
    }

    private void steps(FractureChain chain) {
        for (Step step : chain.steps()) {
            if (step.status() == StepStatus.DUE || step.status() == StepStatus.OVERDUE) {
                Rule rule = guideline.ruleOf(step);
                actions.add(new NextAction(
                        NextAction.Type.STEP,
                        step.code().token(),
                        chain.indexFracture(),
                        step.due(),
                        step.status() == StepStatus.OVERDUE,
                        rule,
                        step.evidence(),
                        step,
                        null,
                        null));
            }
        }
    }

    private void advice(FractureChain chain, Advice advice) {
        for (MissingData missing : advice.missing()) {
            actions.add(new NextAction(
                    NextAction.Type.MISSING,
                    missing.code(),
                    chain.indexFracture(),
                    missing.due(),
                    isPast(missing.due()),
                    missing.rule(),
                    List.of(),
                    null,
                    missing,
                    null));
        }
        for (AdviceLine line : advice.lines()) {
            if (line.status() == AdviceStatus.ADVISED || line.status() == AdviceStatus.WAITS) {
                actions.add(new NextAction(
                        NextAction.Type.ADVICE,
                        line.code(),
                        chain.indexFracture(),
                        line.due(),
                        isPast(line.due()),
                        line.rule(),
                        line.evidence(),
                        null,
                        null,
                        line));
            }
        }
    }

    private boolean isPast(LocalDate due) {
        return due != null && due.isBefore(asOf);
    }
}
