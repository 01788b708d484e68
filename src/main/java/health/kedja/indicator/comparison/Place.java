package health.kedja.indicator.comparison;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.indicator.statistics.Funnel;
import health.kedja.indicator.statistics.LevelBand;
import health.kedja.indicator.statistics.TargetStanding;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a stratum stands.
 *
 * @param stratum that of the cell
 * @param standing whether its numbers can be shown; when not, all that follows is empty
 * @param result that which is compared
 * @param rank 1 is best; those with equal results share the better rank and the next ones are left out; empty where
 *     neither way is better, and for strata without a name of their own ({@code unknown}, {@code abroad})
 * @param tied whether another has the same rank
 * @param limits what chance and the usual differences between units explain for one of this size
 * @param position where the crude result lies within them
 * @param band the level that the crude result reaches, where the source of the indicator sets levels
 * @param target whether the crude result reaches the target, where there is one
 */
public record Place(
        Map<Stratifier, String> stratum,
        Cell.Standing standing,
        Optional<Estimate> result,
        OptionalInt rank,
        boolean tied,
        Optional<Funnel.Limits> limits,
        Optional<Funnel.Position> position,
        Optional<LevelBand> band,
        Optional<TargetStanding> target) {

    public Place {
        stratum = Map.copyOf(stratum);
    }
}
