package health.kedja.indicator.comparison;

import health.kedja.indicator.Stratifier;
import health.kedja.indicator.statistics.RunChart;
import health.kedja.indicator.statistics.Trend;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A result over time. Times that are suppressed, not reported or without anything counted are left out of what is
 * calculated.
 *
 * @param stratum whose result; empty for everybody
 * @param by year, quarter or month
 * @param points those that are shown, in order of time
 * @param leftOut times that have a cell and no result to show
 * @param trend over years, of the crude results of a proportion or rate; empty where there is nothing to test
 * @param change what the trend says, at the level of 5 %
 * @param runChart signals over quarters or months; their indices are those of the points
 */
public record Series(
        Map<Stratifier, String> stratum,
        Stratifier by,
        List<Point> points,
        List<String> leftOut,
        Optional<Trend> trend,
        Optional<Change> change,
        Optional<RunChart> runChart) {

    /** What a trend says. */
    public enum Change {
        BETTER,
        WORSE,
        /** Where neither way is better. */
        RISING,
        /** Where neither way is better. */
        FALLING,
        /** Chance may explain it. */
        NOT_SEEN
    }

    /**
     * A result.
     *
     * @param time such as {@code 2021}, {@code 2021-Q3} or {@code 2021-07}
     * @param value the crude result
     */
    public record Point(String time, double value) {}

    public Series {
        stratum = Map.copyOf(stratum);
        points = List.copyOf(points);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether a stratum of the report is one of the points. */
    public boolean holds(Map<Stratifier, String> cell) {
        return cell.entrySet().containsAll(stratum.entrySet()) && indexOf(cell.get(by)) >= 0;
    }

    /** The signals of the run chart that a point has a part in, in the order of the run chart. */
    public List<RunChart.Signal> signalsAt(String time) {
        int at = indexOf(time);
        return runChart.map(RunChart::signals).orElse(List.of()).stream()
                .filter(signal -> at >= 0 && signal.first() <= at && at <= signal.last())
                .toList();
    }

    private int indexOf(String time) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).time().equals(time)) {
                return i;
            }
        }
        return -1;
    }
}
