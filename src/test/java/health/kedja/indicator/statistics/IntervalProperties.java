package health.kedja.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** What holds of every interval. */
class IntervalProperties {

    @Property
    void wilson_holds_the_proportion_and_stays_between_0_and_1(
            @ForAll @LongRange(min = 1, max = 2_000_000) long n, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        long k = Math.round(share * n);
        Estimate estimate = Wilson.interval(k, n);
        assertThat(estimate.low()).isBetween(0.0, estimate.value());
        assertThat(estimate.high()).isBetween(estimate.value(), 1.0);
        Estimate mirrored = Wilson.interval(n - k, n);
        assertThat(mirrored.low()).isCloseTo(1 - estimate.high(), within(1e-9));
    }

    @Property(tries = 300)
    void exact_limits_are_those_at_which_the_count_is_just_not_surprising(
            @ForAll @LongRange(min = 1, max = 5_000) long events) {
        PoissonDistribution low = PoissonDistribution.of(PoissonRate.exactLow(events));
        PoissonDistribution high = PoissonDistribution.of(PoissonRate.exactHigh(events));
        assertThat(low.survivalProbability((int) events - 1)).isCloseTo(0.025, within(1e-6));
        assertThat(high.cumulativeProbability((int) events)).isCloseTo(0.025, within(1e-6));
    }

    @Property
    void byar_is_close_to_exact_from_ten_events_on(@ForAll @LongRange(min = 10, max = 100_000) long events) {
        assertThat(PoissonRate.byarLow(events) / PoissonRate.exactLow(events)).isCloseTo(1, within(0.003));
        assertThat(PoissonRate.byarHigh(events) / PoissonRate.exactHigh(events)).isCloseTo(1, within(0.003));
    }

    @Property
    void the_scale_of_the_standard_does_not_matter(
            @ForAll @LongRange(min = 0, max = 500) long one,
            @ForAll @LongRange(min = 0, max = 500) long two,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
        var strata = java.util.List.of(new Stratum(one, 700, 3), new Stratum(two, 1300, 5));
        var scaled = java.util.List.of(new Stratum(one, 700, 3 * scale), new Stratum(two, 1300, 5 * scale));
        assertThat(Standardised.gamma(scaled, 1).orElseThrow().high())
                .isCloseTo(Standardised.gamma(strata, 1).orElseThrow().high(), within(1e-9));
        assertThat(Standardised.proportion(scaled).orElseThrow().low())
                .isCloseTo(Standardised.proportion(strata).orElseThrow().low(), within(1e-9));
    }

    @Property(tries = 20)
    void what_is_no_count_is_refused(@ForAll @LongRange(min = 1, max = 100) long n) {
        assertThatThrownBy(() -> Wilson.interval(n + 1, n)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.interval(-1, n)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.interval(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonRate.exact(-1, n, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonRate.byar(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(new double[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stratum(-1, n, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
