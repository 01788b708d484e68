package health.kedja.indicator.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Signals that a series of results in order of time has changed, by the rules of Perla RJ, Provost LP, Murray SK, The run
 * chart: a simple analytical tool for learning from variation in healthcare processes. BMJ Qual Saf 2011;20:46-51: a
 * shift of six points or more on one side of the median, a trend of five or more all rising or all falling, and too few
 * or too many runs. Points on the median belong to no run; equal neighbours neither make nor break a trend.
 *
 * @param median of all points
 * @param signals what was found, in order of the first point
 */
public record RunChart(double median, List<Signal> signals) {

    /** What was found. */
    public enum Rule {
        SHIFT,
        TREND,
        TOO_FEW_RUNS,
        TOO_MANY_RUNS
    }

    /**
     * A signal.
     *
     * @param rule which rule
     * @param first index of the first point it is about
     * @param last index of the last
     */
    public record Signal(Rule rule, int first, int last) {}

    private static final int SHIFT_POINTS = 6;
    private static final int TREND_POINTS = 5;
    private static final int FEWEST_POINTS_FOR_RUNS = 10;

    public RunChart {
        signals = List.copyOf(signals);
    }

    /** The signals in a series. */
    public static RunChart of(double[] points) {
        if (points.length == 0) {
            throw new IllegalArgumentException("A run chart needs points");
        }
        double[] sorted = points.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        List<Signal> signals = new ArrayList<>();
        shifts(points, median, signals);
        trends(points, signals);
        runs(points, median, signals);
        signals.sort(java.util.Comparator.comparingInt(Signal::first).thenComparing(Signal::rule));
        return new RunChart(median, signals);
    }

    private static void shifts(double[] points, double median, List<Signal> signals) {
        int side = 0;
        int first = 0;
        int last = 0;
        int length = 0;
        for (int i = 0; i <= points.length; i++) {
            int own = i == points.length ? -2 : (int) Math.signum(points[i] - median);
            if (own == 0) {
                continue;
            }
            if (own == side) {
                length++;
                last = i;
                continue;
            }
            if (length >= SHIFT_POINTS) {
                signals.add(new Signal(Rule.SHIFT, first, last));
            }
            side = own;
            first = i;
            last = i;
            length = 1;
        }
    }

    private static void trends(double[] points, List<Signal> signals) {
        int direction = 0;
        int first = 0;
        int last = 0;
        int length = 1;
        for (int i = 1; i <= points.length; i++) {
            int own = i == points.length ? -2 : (int) Math.signum(points[i] - points[i - 1]);
            if (own == 0) {
                continue;
            }
            if (own == direction) {
                length++;
                last = i;
                continue;
            }
            if (length >= TREND_POINTS) {
                signals.add(new Signal(Rule.TREND, first, last));
            }
            direction = own;
            first = i - 1;
            last = i;
            length = 2;
        }
    }

    private static void runs(double[] points, double median, List<Signal> signals) {
        int above = 0;
        int below = 0;
        int runs = 0;
        int side = 0;
        for (double point : points) {
            int own = (int) Math.signum(point - median);
            if (own != 0) {
                above += own > 0 ? 1 : 0;
                below += own < 0 ? 1 : 0;
                runs += own == side ? 0 : 1;
                side = own;
            }
        }
        if (above + below < FEWEST_POINTS_FOR_RUNS) {
            return;
        }
        RunsTest test = new RunsTest(above, below);
        if (test.atMost(runs) <= Level.TAIL) {
            signals.add(new Signal(Rule.TOO_FEW_RUNS, 0, points.length - 1));
        } else if (1 - test.atMost(runs - 1) <= Level.TAIL) {
            signals.add(new Signal(Rule.TOO_MANY_RUNS, 0, points.length - 1));
        }
    }
}
