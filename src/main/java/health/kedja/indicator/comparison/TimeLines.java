package health.kedja.indicator.comparison;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.report.Scores;
import health.kedja.indicator.statistics.RunChart;
import health.kedja.indicator.statistics.Trend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes series of cells. */
final class TimeLines {

    private static final double UNLIKELY = 0.05;

    private TimeLines() {}

    /** One series for each combination of the strata that are not time; none where the report has no time. */
    static List<Series> of(Report report) {
        List<Stratifier> times = report.question().by().stream()
                .filter(Comparison.TIMES::contains)
                .toList();
        if (times.isEmpty()) {
            return List.of();
        }
        // The finest tells most; a year beside a month adds nothing.
        Stratifier time = times.stream().max(Stratifier::compareTo).orElseThrow();
        List<Series> series = new ArrayList<>();
        Comparison.split(report.cells(), EnumSet.copyOf(times)).forEach((stratum, cells) -> {
            Map<String, Cell> byTime = new TreeMap<>();
            cells.forEach(cell -> byTime.put(cell.stratum().get(time), cell));
            series.add(series(report.indicator(), stratum, time, byTime));
        });
        return series;
    }

    static List<Series> overYears(List<Report> reports) {
        Map<Map<Stratifier, String>, Map<String, Cell>> byStratum = new LinkedHashMap<>();
        for (Report report : reports) {
            check(report, reports.get(0));
            String year = String.format("%04d", report.question().periodStart().getYear());
            List<Cell> cells = report.question().by().isEmpty() ? List.of(report.whole()) : report.cells();
            for (Cell cell : cells) {
                Cell other = byStratum
                        .computeIfAbsent(cell.stratum(), unknown -> new TreeMap<>())
                        .put(year, cell);
                if (other != null) {
                    throw new IllegalArgumentException("Two reports are of " + year);
                }
            }
        }
        return byStratum.entrySet().stream()
                .map(each -> series(reports.get(0).indicator(), each.getKey(), Stratifier.YEAR, each.getValue()))
                .toList();
    }

    private static void check(Report report, Report first) {
        if (!report.indicator().equals(first.indicator())
                || !report.question().by().equals(first.question().by())
                || report.question().by().stream().anyMatch(Comparison.TIMES::contains)) {
            throw new IllegalArgumentException(
                    "Only reports of one indicator by the same strata, none of them time, are a series");
        }
        if (report.question().periodStart().getYear()
                != report.question().periodEnd().getYear()) {
            throw new IllegalArgumentException("A report of a series is of one year");
        }
    }

    private static Series series(
            Indicator indicator, Map<Stratifier, String> stratum, Stratifier time, Map<String, Cell> byTime) {
        List<Series.Point> points = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<Cell> shown = new ArrayList<>();
        byTime.forEach((when, cell) -> {
            if (cell.standing() == Cell.Standing.SHOWN && cell.score().isPresent()) {
                points.add(new Series.Point(when, cell.score().get().value()));
                shown.add(cell);
            } else {
                leftOut.add(when);
            }
        });
        Optional<Trend> trend = time == Stratifier.YEAR ? trend(indicator, points, shown) : Optional.empty();
        return new Series(
                stratum,
                time,
                points,
                leftOut,
                trend,
                trend.map(of -> change(indicator, of)),
                time == Stratifier.YEAR || points.isEmpty()
                        ? Optional.empty()
                        : Optional.of(RunChart.of(
                                points.stream().mapToDouble(Series.Point::value).toArray())));
    }

    private static Optional<Trend> trend(Indicator indicator, List<Series.Point> points, List<Cell> shown) {
        double[] years = points.stream()
                .mapToDouble(point -> Integer.parseInt(point.time()))
                .toArray();
        long[] events =
                shown.stream().mapToLong(cell -> cell.counts().numerator()).toArray();
        long[] people =
                shown.stream().mapToLong(cell -> cell.counts().denominator()).toArray();
        boolean nobody = sum(events) == 0;
        if (years.length < 2 || nobody) {
            return Optional.empty();
        }
        return switch (indicator.scoring()) {
            case PROPORTION ->
                sum(events) == sum(people) ? Optional.empty() : Optional.of(Trend.ofProportions(years, events, people));
            case RATE ->
                Optional.of(Trend.ofRates(
                        years,
                        events,
                        shown.stream()
                                .mapToDouble(cell -> Scores.personYears(cell.counts()))
                                .toArray()));
            case RATIO, CONTINUOUS, COHORT -> Optional.empty();
        };
    }

    private static Series.Change change(Indicator indicator, Trend trend) {
        if (!(trend.p() < UNLIKELY)) {
            return Series.Change.NOT_SEEN;
        }
        boolean rising = trend.z() > 0;
        if (indicator.improvement() == Improvement.NEUTRAL) {
            return rising ? Series.Change.RISING : Series.Change.FALLING;
        }
        return rising == (indicator.improvement() == Improvement.INCREASE) ? Series.Change.BETTER : Series.Change.WORSE;
    }

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }
}
