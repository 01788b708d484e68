package health.kedja.indicator.comparison;

import static health.kedja.indicator.Stratifier.MONTH;
import static health.kedja.indicator.Stratifier.REGION;
import static health.kedja.indicator.Stratifier.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.indicator.Report;
import health.kedja.indicator.comparison.Series.Change;
import health.kedja.indicator.statistics.RunChart;
import health.kedja.indicator.statistics.Trend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeLinesTest {

    @Test
    void a_trend_is_of_the_years_that_are_shown() {
        Series series = Reports.of("SOS-07", YEAR)
                .cell(100, 1000, "2018")
                .cell(150, 1000, "2019")
                .notReported("2020")
                .leaking(1, 2000, "2021")
                .cell(300, 1000, "2022")
                .compared()
                .series()
                .get(0);

        assertThat(series.trend())
                .contains(Trend.ofProportions(
                        new double[] {2018, 2019, 2022}, new long[] {100, 150, 300}, new long[] {1000, 1000, 1000}));
        assertThat(series.leftOut()).containsExactly("2020", "2021");
        assertThat(series.change()).contains(Change.BETTER);
        assertThat(series.runChart()).isEmpty();
    }

    @Test
    void more_of_what_should_be_less_is_worse() {
        assertThat(change("SOS-05", 100, 300)).isEqualTo(Change.WORSE);
        assertThat(change("SOS-05", 300, 100)).isEqualTo(Change.BETTER);
        assertThat(change("SOS-05", 100, 101)).isEqualTo(Change.NOT_SEEN);
    }

    @Test
    void each_region_has_its_own_series() {
        Comparison comparison = Reports.of("SOS-07", REGION, YEAR)
                .cell(1, 10, "01", "2020")
                .cell(2, 10, "01", "2021")
                .cell(3, 10, "03", "2021")
                .compared();

        assertThat(comparison.series())
                .extracting(Series::stratum)
                .containsExactly(Map.of(REGION, "01"), Map.of(REGION, "03"));
        assertThat(comparison.series().get(1).trend()).isEmpty();
    }

    @Test
    void nobody_or_everybody_is_no_trend() {
        assertThat(Reports.of("SOS-07", YEAR)
                        .cell(0, 10, "2020")
                        .cell(0, 10, "2021")
                        .compared()
                        .series()
                        .get(0)
                        .trend())
                .isEmpty();
        assertThat(Reports.of("SOS-07", YEAR)
                        .cell(10, 10, "2020")
                        .cell(9, 9, "2021")
                        .compared()
                        .series()
                        .get(0)
                        .trend())
                .isEmpty();
    }

    @Test
    void rates_have_a_trend_by_person_time() {
        Series series = Reports.of("SOS-03", YEAR)
                .cell(100, 36_525_000, "2020")
                .cell(300, 36_525_000, "2021")
                .compared()
                .series()
                .get(0);

        assertThat(series.trend().orElseThrow().ratio()).isBetween(2.999, 3.001);
        assertThat(series.change()).contains(Change.WORSE);
    }

    @Test
    void six_months_on_one_side_are_a_shift_and_a_withheld_month_is_no_point() {
        Reports reports = Reports.of("SOS-07", MONTH);
        for (int month = 1; month <= 6; month++) {
            reports.cell(10, 100, "2021-0" + month);
        }
        reports.leaking(100, 100, "2021-07");
        for (int month = 8; month <= 9; month++) {
            reports.cell(50, 100, "2021-0" + month);
        }
        for (int month = 10; month <= 12; month++) {
            reports.cell(50 + month, 100, "2021-" + month);
        }
        reports.cell(55, 100, "2022-01");
        Series series = reports.compared().series().get(0);

        assertThat(series.points()).hasSize(12);
        assertThat(series.leftOut()).containsExactly("2021-07");
        assertThat(series.runChart().orElseThrow().signals())
                .contains(
                        new RunChart.Signal(RunChart.Rule.SHIFT, 0, 5),
                        new RunChart.Signal(RunChart.Rule.SHIFT, 6, 11));
        assertThat(series.trend()).isEmpty();
    }

    @Test
    void reports_of_single_years_make_the_same_series_as_one_of_all() {
        Report first = Reports.of("SOS-07", REGION).of(2020).cell(10, 100, "01").report();
        Report second =
                Reports.of("SOS-07", REGION).of(2021).cell(30, 100, "01").report();
        Series both = Reports.of("SOS-07", REGION, YEAR)
                .cell(10, 100, "01", "2020")
                .cell(30, 100, "01", "2021")
                .compared()
                .series()
                .get(0);

        assertThat(Comparison.overYears(List.of(second, first))).containsExactly(both);
        assertThatThrownBy(() -> Comparison.overYears(List.of(first, first)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two reports are of 2020");
        assertThatThrownBy(() -> Comparison.overYears(
                        List.of(first, Reports.of("SOS-05", REGION).of(2021).report())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Only reports of one indicator");
        assertThat(Comparison.overYears(List.of())).isEmpty();
    }

    private static Change change(String id, int first, int last) {
        return Reports.of(id, YEAR)
                .cell(first, 1000, "2020")
                .cell(last, 1000, "2021")
                .compared()
                .series()
                .get(0)
                .change()
                .orElseThrow();
    }
}
