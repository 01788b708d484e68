package health.kedja.indicator.comparison;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.report.Scores;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.indicator.statistics.Funnel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Ranks strata and says where they lie. */
final class Ranking {

    /** Residues of the data, not units that could do better. */
    private static final Set<String> NAMELESS = Set.of(Stratifier.UNKNOWN, "abroad");

    private static final int FEWEST_FOR_FUNNEL = 3;

    private final Indicator indicator;
    private final Comparison.Basis basis;

    Ranking(Indicator indicator, Comparison.Basis basis) {
        this.indicator = indicator;
        this.basis = basis;
    }

    Group group(Map<Stratifier, String> within, List<Cell> cells, Optional<Stratifier> compared) {
        List<Cell> named = cells.stream()
                .filter(cell -> compared.isPresent() && isComparable(cell, compared.get()))
                .sorted(better())
                .toList();
        Optional<Funnel> funnel = funnel(named);
        boolean ranks = indicator.improvement() != Improvement.NEUTRAL;
        List<Place> places = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < named.size(); i++) {
            boolean likePrevious = i > 0 && value(named.get(i)) == value(named.get(i - 1));
            boolean likeNext = i + 1 < named.size() && value(named.get(i)) == value(named.get(i + 1));
            rank = likePrevious ? rank : i + 1;
            places.add(place(
                    named.get(i),
                    ranks ? OptionalInt.of(rank) : OptionalInt.empty(),
                    ranks && (likePrevious || likeNext),
                    funnel));
        }
        cells.stream()
                .filter(cell -> compared.isEmpty() || !isComparable(cell, compared.get()))
                .sorted(Comparator.comparing(Cell::standing))
                .map(this::unranked)
                .forEach(places::add);
        return new Group(within, places, ranks ? named.size() : 0, funnel.map(of -> line(of, named)));
    }

    Place unranked(Cell cell) {
        return place(cell, OptionalInt.empty(), false, Optional.empty());
    }

    private Place place(Cell cell, OptionalInt rank, boolean tied, Optional<Funnel> funnel) {
        Optional<Estimate> result = result(cell);
        Optional<Funnel.Limits> limits = funnel.map(of -> of.limits(size(cell)));
        Judgement judgement = Judgement.of(indicator, cell);
        return new Place(
                cell.stratum(),
                cell.standing(),
                result,
                rank,
                tied,
                limits,
                limits.map(of -> of.position(cell.score().orElseThrow().value())),
                judgement.band(),
                judgement.target());
    }

    private Optional<Estimate> result(Cell cell) {
        if (cell.standing() != Cell.Standing.SHOWN) {
            return Optional.empty();
        }
        return basis == Comparison.Basis.STANDARDISED && cell.standardised().isPresent()
                ? cell.standardised()
                : cell.score();
    }

    private boolean isComparable(Cell cell, Stratifier compared) {
        return result(cell).isPresent() && !NAMELESS.contains(cell.stratum().get(compared));
    }

    private double value(Cell cell) {
        return result(cell).orElseThrow().value();
    }

    /** Where neither way is better the order of the cells stays. */
    private Comparator<Cell> better() {
        Comparator<Cell> rising = Comparator.comparingDouble(this::value);
        return switch (indicator.improvement()) {
            case INCREASE -> rising.reversed();
            case DECREASE -> rising;
            case NEUTRAL -> (one, other) -> 0;
        };
    }

    private Optional<Funnel> funnel(List<Cell> named) {
        boolean counted = indicator.scoring() == Scoring.PROPORTION || indicator.scoring() == Scoring.RATE;
        if (!counted || named.size() < FEWEST_FOR_FUNNEL) {
            return Optional.empty();
        }
        long[] events =
                named.stream().mapToLong(cell -> cell.counts().numerator()).toArray();
        return Optional.of(
                indicator.scoring() == Scoring.RATE
                        ? Funnel.ofRates(
                                events, named.stream().mapToDouble(this::size).toArray())
                        : Funnel.ofProportions(
                                events,
                                named.stream()
                                        .mapToLong(cell -> cell.counts().denominator())
                                        .toArray()));
    }

    private double size(Cell cell) {
        return indicator.scoring() == Scoring.RATE
                ? Scores.personYears(cell.counts()) / Scores.PER
                : cell.counts().denominator();
    }

    private static Group.FunnelLine line(Funnel funnel, List<Cell> named) {
        return new Group.FunnelLine(funnel.target(), funnel.dispersion(), funnel.betweenUnits(), named.size());
    }
}
