package health.kedja.indicator.comparison;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the strata of a report stand beside each other and change over time. Made of nothing but what the report shows:
 * what is suppressed or not reported has no rank and no part in limits, totals and tests.
 *
 * @param compared what is ranked; empty where nothing is
 * @param basis which results are ranked and held against the target
 * @param whole everybody together, never ranked
 * @param groups one for each combination of the other strata, each with its own ranking; all in one where nothing is
 *     compared
 * @param series results over years, quarters or months, one for each combination of the other strata
 */
public record Comparison(
        Optional<Stratifier> compared, Basis basis, Place whole, List<Group> groups, List<Series> series) {

    static final Set<Stratifier> TIMES = EnumSet.of(Stratifier.YEAR, Stratifier.QUARTER, Stratifier.MONTH);

    /** Which results are compared. */
    public enum Basis {
        CRUDE,
        /** Age-standardised. Limits of the funnel and tests of trends are of crude results all the same. */
        STANDARDISED
    }

    public Comparison {
        groups = List.copyOf(groups);
        series = List.copyOf(series);
    }

    /** Compares the strata of a report by the first stratifier asked for that is not time. */
    public static Comparison of(Report report) {
        return of(
                report,
                report.question().by().stream().filter(by -> !isTime(by)).findFirst());
    }

    /** Whether a stratifier is year, quarter or month, which are not ranked. */
    public static boolean isTime(Stratifier stratifier) {
        return TIMES.contains(stratifier);
    }

    /**
     * Compares the strata of a report.
     *
     * @param compared one of the stratifiers asked for, and not time; empty to rank nothing
     */
    public static Comparison of(Report report, Optional<Stratifier> compared) {
        Basis basis = basis(report);
        Ranking ranking = new Ranking(report.indicator(), basis);
        List<Group> groups = new ArrayList<>();
        split(report.cells(), compared.map(EnumSet::of).orElse(EnumSet.allOf(Stratifier.class)))
                .forEach((within, cells) -> groups.add(ranking.group(within, cells, compared)));
        return new Comparison(compared, basis, ranking.unranked(report.whole()), groups, TimeLines.of(report));
    }

    /**
     * The change over years of several reports, each of one year.
     *
     * @param reports of the same indicator by the same strata, none of them time
     * @throws IllegalArgumentException if they are not, or two are of the same year
     */
    public static List<Series> overYears(List<Report> reports) {
        return TimeLines.overYears(reports);
    }

    /** The report that was compared, with what is compared best first; as it is where nothing is. */
    public Report bestFirst(Report report) {
        if (compared.isEmpty()) {
            return report;
        }
        Map<Map<Stratifier, String>, Cell> byStratum = new HashMap<>();
        report.cells().forEach(cell -> byStratum.put(cell.stratum(), cell));
        List<Cell> ordered = groups.stream()
                .flatMap(group -> group.places().stream())
                .map(place -> byStratum.get(place.stratum()))
                .toList();
        return new Report(report.indicator(), report.question(), report.whole(), ordered, report.coverage());
    }

    /** Each stratum with the place it has and the group in which it has it; none where nothing is compared. */
    public Map<Map<Stratifier, String>, Ranked> ranked() {
        Map<Map<Stratifier, String>, Ranked> ranked = new HashMap<>();
        if (compared.isPresent()) {
            groups.forEach(group ->
                    group.places().forEach(place -> ranked.put(place.stratum(), new Ranked(group, place))));
        }
        return ranked;
    }

    /** A place among those it is compared with. */
    public record Ranked(Group group, Place place) {}

    private static Basis basis(Report report) {
        boolean all = report.cells().stream()
                .filter(cell -> cell.standing() == Cell.Standing.SHOWN)
                .filter(cell -> cell.score().isPresent())
                .allMatch(cell -> cell.standardised().isPresent());
        boolean any =
                report.cells().stream().anyMatch(cell -> cell.standardised().isPresent());
        return all && any ? Basis.STANDARDISED : Basis.CRUDE;
    }

    /** Cells by what their strata are apart from some. */
    static Map<Map<Stratifier, String>, List<Cell>> split(List<Cell> cells, Set<Stratifier> without) {
        Map<Map<Stratifier, String>, List<Cell>> split = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Map<Stratifier, String> rest = new EnumMap<>(Stratifier.class);
            rest.putAll(cell.stratum());
            rest.keySet().removeAll(without);
            split.computeIfAbsent(rest, unknown -> new ArrayList<>()).add(cell);
        }
        return split;
    }
}
