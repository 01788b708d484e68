package health.kedja.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.kedja.indicator.statistics.Funnel.Position;
import org.junit.jupiter.api.Test;

/** Units beside each other, beside a target and beside the levels of the IOF indicators. */
class ComparisonTest {

    @Test
    void units_that_differ_by_chance_have_limits_of_chance() {
        Funnel funnel = Funnel.ofProportions(new long[] {50, 48, 103, 151}, new long[] {100, 100, 200, 300});
        assertThat(funnel.target()).isEqualTo(352.0 / 700);
        assertThat(funnel.betweenUnits()).isZero();
        // sin²(asin √θ ± z / (2 √n)); checked by hand for n = 100.
        Funnel.Limits limits = funnel.limits(100);
        assertThat(limits.low95()).isCloseTo(0.40542, within(0.0001));
        assertThat(limits.high95()).isCloseTo(0.60012, within(0.0001));
        assertThat(limits.low998()).isLessThan(limits.low95());
        assertThat(limits.position(0.5)).isEqualTo(Position.WITHIN);
        assertThat(limits.position(0.38)).isEqualTo(Position.OUTSIDE_95);
        assertThat(limits.position(0.30)).isEqualTo(Position.OUTSIDE_998);
        assertThat(limits.position(0.70)).isEqualTo(Position.OUTSIDE_998);
    }

    @Test
    void units_that_differ_beyond_chance_widen_the_limits() {
        long[] k = {200, 400, 500, 600, 800};
        long[] n = {1000, 1000, 1000, 1000, 1000};
        Funnel funnel = Funnel.ofProportions(k, n);
        assertThat(funnel.dispersion()).isGreaterThan(1);
        assertThat(funnel.betweenUnits()).isGreaterThan(0);
        // With equal sizes the method of moments is the variance of the transformed results less that of chance.
        double[] y = {Math.asin(Math.sqrt(0.2)), Math.asin(Math.sqrt(0.4)), Math.asin(Math.sqrt(0.5))};
        double squares = 2 * (Math.pow(y[0] - y[2], 2) + Math.pow(y[1] - y[2], 2));
        assertThat(funnel.betweenUnits()).isCloseTo((squares - 4 * 0.00025) / 4, within(1e-9));
        assertThat(funnel.limits(1000).position(0.8)).isEqualTo(Position.WITHIN);
    }

    @Test
    void an_extreme_tenth_of_the_units_does_not_widen_the_limits_by_itself() {
        long[] n = new long[20];
        long[] k = new long[20];
        java.util.Arrays.fill(n, 1000);
        for (int i = 0; i < k.length; i++) {
            k[i] = 500 + (i % 2 == 0 ? 8 : -8);
        }
        k[0] = 900;
        k[1] = 100;
        Funnel funnel = Funnel.ofProportions(k, n);
        assertThat(funnel.betweenUnits()).isZero();
        assertThat(funnel.limits(1000).position(0.9)).isEqualTo(Position.OUTSIDE_998);
    }

    @Test
    void rates_are_compared_by_their_square_roots() {
        Funnel funnel = Funnel.ofRates(new long[] {100, 105, 95}, new double[] {1000, 1000, 1000});
        assertThat(funnel.target()).isEqualTo(0.1);
        Funnel.Limits limits = funnel.limits(1000);
        double half = 1.959963984540054 / (2 * Math.sqrt(1000));
        assertThat(limits.low95()).isCloseTo(Math.pow(Math.sqrt(0.1) - half, 2), within(1e-12));
        assertThat(limits.high95()).isCloseTo(Math.pow(Math.sqrt(0.1) + half, 2), within(1e-12));
        assertThat(funnel.limits(1).low998()).isZero();
    }

    @Test
    void a_target_is_reached_for_certain_only_with_the_whole_interval() {
        assertThat(TargetStanding.of(Wilson.interval(960, 1000), 0.9, true)).isEqualTo(TargetStanding.REACHED);
        assertThat(TargetStanding.of(Wilson.interval(91, 100), 0.9, true)).isEqualTo(TargetStanding.REACHED_UNCERTAIN);
        assertThat(TargetStanding.of(Wilson.interval(90, 100), 0.9, true)).isEqualTo(TargetStanding.REACHED_UNCERTAIN);
        assertThat(TargetStanding.of(Wilson.interval(89, 100), 0.9, true))
                .isEqualTo(TargetStanding.NOT_REACHED_UNCERTAIN);
        assertThat(TargetStanding.of(Wilson.interval(12, 100), 0.9, true)).isEqualTo(TargetStanding.NOT_REACHED);
    }

    @Test
    void where_less_is_better_a_target_is_reached_from_above() {
        assertThat(TargetStanding.of(Wilson.interval(10, 1000), 0.05, false)).isEqualTo(TargetStanding.REACHED);
        assertThat(TargetStanding.of(Wilson.interval(4, 100), 0.05, false)).isEqualTo(TargetStanding.REACHED_UNCERTAIN);
        assertThat(TargetStanding.of(Wilson.interval(6, 100), 0.05, false))
                .isEqualTo(TargetStanding.NOT_REACHED_UNCERTAIN);
        assertThat(TargetStanding.of(Wilson.interval(600, 1000), 0.05, false)).isEqualTo(TargetStanding.NOT_REACHED);
        Estimate open = new Estimate(3, 3, Double.NaN, Method.DOBSON);
        assertThat(TargetStanding.of(open, 4, false)).isEqualTo(TargetStanding.REACHED_UNCERTAIN);
    }

    @Test
    void fifty_and_eighty_percent_are_in_the_middle_band() {
        assertThat(LevelBand.of(0.4999, 0.5, 0.8)).isEqualTo(LevelBand.LOW);
        assertThat(LevelBand.of(0.5, 0.5, 0.8)).isEqualTo(LevelBand.MIDDLE);
        assertThat(LevelBand.of(0.8, 0.5, 0.8)).isEqualTo(LevelBand.MIDDLE);
        assertThat(LevelBand.of(0.8001, 0.5, 0.8)).isEqualTo(LevelBand.HIGH);
    }
}
