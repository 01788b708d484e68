package health.kedja.indicator.report;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Quantity;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.scan.Leaf;
import health.kedja.indicator.statistics.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes cells of leaves. */
final class Cells {

    private final Scoring scoring;
    private final boolean minutes;

    Cells(Indicator indicator) {
        scoring = indicator.scoring();
        minutes = indicator
                .quantity()
                .filter(quantity -> quantity.what() == Quantity.What.HOURS_TO_EVENT)
                .isPresent();
    }

    Cell of(Map<Stratifier, String> stratum, List<Leaf> leaves, Optional<Estimate> standardised) {
        Counts counts = Leaf.counts(leaves);
        if (scoring != Scoring.CONTINUOUS) {
            return new Cell(
                    stratum,
                    Cell.Standing.SHOWN,
                    counts,
                    Scores.of(scoring, counts),
                    Optional.empty(),
                    Optional.empty(),
                    standardised);
        }
        double[] values = Scores.values(leaves, minutes);
        return new Cell(
                stratum,
                Cell.Standing.SHOWN,
                counts,
                Scores.quantile(values, 0.5),
                Scores.quantile(values, 0.25),
                Scores.quantile(values, 0.75),
                Optional.empty());
    }

    /** A cell of which nothing can be shown. */
    static Cell without(Map<Stratifier, String> stratum, Cell.Standing standing) {
        return new Cell(
                stratum,
                standing,
                Counts.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
