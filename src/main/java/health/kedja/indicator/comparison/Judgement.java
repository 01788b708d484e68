package health.kedja.indicator.comparison;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.indicator.statistics.LevelBand;
import health.kedja.indicator.statistics.TargetStanding;
import java.util.Optional;

/**
 * What a definition says of a crude result: its sources set levels and targets for what is counted, not for what
 * standardisation makes of it.
 *
 * @param band the level reached, where the source of the indicator sets levels
 * @param target whether the target is reached, where there is one and either way is better
 */
public record Judgement(Optional<LevelBand> band, Optional<TargetStanding> target) {

    /** Of what a cell shows; empty where it shows nothing. */
    public static Judgement of(Indicator indicator, Cell cell) {
        return of(indicator, cell.standing() == Cell.Standing.SHOWN ? cell.score() : Optional.empty());
    }

    private static Judgement of(Indicator indicator, Optional<Estimate> score) {
        return new Judgement(
                indicator
                        .levels()
                        .flatMap(levels -> score.map(
                                result -> LevelBand.of(result.value(), levels.middleFrom(), levels.highAbove()))),
                indicator
                        .target()
                        .filter(target -> indicator.improvement() != Improvement.NEUTRAL)
                        .flatMap(target -> score.map(result -> TargetStanding.of(
                                result, target.value(), indicator.improvement() == Improvement.INCREASE))));
    }
}
