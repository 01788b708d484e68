package health.kedja.pathway;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** One chain: risk, steps, how far it has come and whether it ended. */
final class ChainEvaluation {

    private final Course course;
    private final ChainEnd end;
    private final LocalDate asOf;
    private final Unit unit;

    /**
     * Prepares a chain.
     *
     * @param course what counts for it; until the end, when it ended
     * @param end what stopped it, or null
     * @param asOf the day asked for
     * @param unit the unit that runs the chain
     */
    ChainEvaluation(Course course, ChainEnd end, LocalDate asOf, Unit unit) {
        this.unit = unit;
        this.course = course;
        this.end = end;
        this.asOf = asOf;
    }

    FractureChain chain() {
        RiskAssessment risk = new RiskAssessment(course);
        List<Step> steps = new StepEvaluation(course, risk)
                .steps().stream().map(unit::answersFor).toList();
        boolean ended = end != null && isOpen(steps);
        if (ended) {
            steps = steps.stream().map(step -> end.leaves(step, asOf)).toList();
        }
        Episode episode = course.episode();
        return new FractureChain(
                episode.index().source(),
                episode.fractures(),
                episode.day(),
                episode.site().id(),
                risk.level(),
                ended ? ChainStatus.ENDED : status(steps),
                ended ? end.reason() : null,
                completion(steps),
                steps,
                unit.type());
    }

    private static boolean isOpen(List<Step> steps) {
        return status(steps) != ChainStatus.COMPLETE;
    }

    private static ChainStatus status(List<Step> steps) {
        ChainStatus status = ChainStatus.COMPLETE;
        for (Step step : steps) {
            if (step.status() == StepStatus.OVERDUE) {
                return ChainStatus.OVERDUE;
            }
            if (step.status() == StepStatus.DUE) {
                status = ChainStatus.IN_PROGRESS;
            }
        }
        return status;
    }

    private static BigDecimal completion(List<Step> steps) {
        int done = 0;
        int applicable = 0;
        for (Step step : steps) {
            done += step.status() == StepStatus.DONE ? 1 : 0;
            applicable += step.status() == StepStatus.NOT_APPLICABLE ? 0 : 1;
        }
        return applicable == 0
                ? BigDecimal.ONE.setScale(2)
                : BigDecimal.valueOf(done).divide(BigDecimal.valueOf(applicable), 2, RoundingMode.HALF_UP);
    }
}
