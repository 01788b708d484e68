package health.kedja.indicator.statistics;

import static health.kedja.indicator.statistics.Vectors.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.kedja.indicator.statistics.RunChart.Rule;
import health.kedja.indicator.statistics.RunChart.Signal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trends over years and signals in run charts. */
class SeriesTest {

    private static final double[] YEARS = {2018, 2019, 2020, 2021, 2022};

    private static void agrees(Trend trend, Map<String, String> row) {
        assertThat(trend.ratio()).isCloseTo(number(row, "ratio"), within(1e-8));
        assertThat(trend.low()).isCloseTo(number(row, "low"), within(1e-8));
        assertThat(trend.high()).isCloseTo(number(row, "high"), within(1e-8));
        assertThat(trend.z() * trend.z()).isCloseTo(number(row, "chisq"), within(1e-6 * number(row, "chisq")));
        assertThat(trend.p()).isCloseTo(number(row, "p"), within(1e-6 * number(row, "p")));
    }

    @Test
    void surgery_within_24_hours_falls_as_r_says() {
        Trend trend = Trend.ofProportions(
                YEARS, new long[] {8497, 8074, 6960, 6176, 6240}, new long[] {12950, 12263, 10936, 10311, 10760});
        agrees(trend, Vectors.of("trend.csv").get(0));
        assertThat(trend.z()).isNegative();
    }

    @Test
    void a_rate_falls_as_poisson_regression_in_r_says() {
        Trend trend = Trend.ofRates(
                YEARS, new long[] {410, 395, 402, 371, 350}, new double[] {12000.5, 12210, 12333, 12410.25, 12500});
        agrees(trend, Vectors.of("trend.csv").get(1));
    }

    @Test
    void a_single_year_nobody_or_everybody_has_no_trend() {
        assertThatThrownBy(() -> Trend.ofProportions(new double[] {2020}, new long[] {3}, new long[] {9}))
                .hasMessageContaining("at least two years");
        assertThatThrownBy(() -> Trend.ofProportions(new double[] {2020, 2021}, new long[] {0, 0}, new long[] {9, 9}))
                .hasMessageContaining("some but not all");
        assertThatThrownBy(() -> Trend.ofProportions(new double[] {2020, 2021}, new long[] {9, 9}, new long[] {9, 9}))
                .hasMessageContaining("some but not all");
        assertThatThrownBy(() -> Trend.ofRates(new double[] {2020, 2020}, new long[] {1, 2}, new double[] {9, 9}))
                .hasMessageContaining("at least two years");
        assertThatThrownBy(() -> Trend.ofRates(new double[] {2020, 2021}, new long[] {0, 0}, new double[] {9, 9}))
                .hasMessageContaining("events");
    }

    @Test
    void six_points_on_one_side_of_the_median_are_a_shift_and_five_are_none() {
        double[] six = {1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8};
        assertThat(RunChart.of(six).signals()).contains(new Signal(Rule.SHIFT, 0, 5), new Signal(Rule.SHIFT, 6, 11));
        double[] five = {1, 2, 1, 2, 1, 9, 8, 9, 8, 9};
        assertThat(RunChart.of(five).signals()).noneMatch(signal -> signal.rule() == Rule.SHIFT);
    }

    @Test
    void a_point_on_the_median_neither_makes_nor_breaks_a_shift() {
        double[] points = {1, 2, 1, 5, 2, 1, 2, 9, 8, 9, 8, 9, 8};
        assertThat(RunChart.of(points).median()).isEqualTo(5);
        assertThat(RunChart.of(points).signals()).contains(new Signal(Rule.SHIFT, 0, 6), new Signal(Rule.SHIFT, 7, 12));
    }

    @Test
    void five_points_that_rise_or_fall_are_a_trend_and_four_are_none() {
        assertThat(RunChart.of(new double[] {3, 1, 2, 3, 4, 5, 2}).signals())
                .containsExactly(new Signal(Rule.TREND, 1, 5));
        assertThat(RunChart.of(new double[] {1, 5, 4, 4, 3, 2, 1, 3}).signals())
                .containsExactly(new Signal(Rule.TREND, 1, 6));
        assertThat(RunChart.of(new double[] {3, 1, 2, 3, 4, 2}).signals()).isEmpty();
    }

    @Test
    void so_few_or_many_runs_as_in_the_table_of_swed_and_eisenhart_are_signals() {
        // For ten points above and ten below, six runs or fewer, or sixteen or more, are outside 95 %.
        assertThat(new RunsTest(10, 10).atMost(6)).isLessThanOrEqualTo(0.025);
        assertThat(new RunsTest(10, 10).atMost(7)).isGreaterThan(0.025);
        assertThat(1 - new RunsTest(10, 10).atMost(15)).isLessThanOrEqualTo(0.025);
        assertThat(1 - new RunsTest(10, 10).atMost(14)).isGreaterThan(0.025);
        double[] zigzag = new double[20];
        for (int i = 0; i < zigzag.length; i++) {
            zigzag[i] = i % 2;
        }
        assertThat(RunChart.of(zigzag).signals()).containsExactly(new Signal(Rule.TOO_MANY_RUNS, 0, 19));
        double[] halves = {1, 2, 1, 2, 1, 9, 8, 9, 8, 9};
        assertThat(RunChart.of(halves).signals()).containsExactly(new Signal(Rule.TOO_FEW_RUNS, 0, 9));
    }

    @Test
    void the_chances_of_all_numbers_of_runs_add_up_to_one() {
        assertThat(new RunsTest(7, 4).atMost(11)).isEqualTo(1, within(1e-12));
        assertThat(new RunsTest(7, 4).atMost(8)).isEqualTo(1 - 15.0 / 330, within(1e-9));
    }
}
