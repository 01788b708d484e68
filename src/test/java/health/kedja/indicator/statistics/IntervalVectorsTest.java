package health.kedja.indicator.statistics;

import static health.kedja.indicator.statistics.Vectors.number;
import static health.kedja.indicator.statistics.Vectors.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The intervals agree with independent software and with published tables. */
class IntervalVectorsTest {

    private static Offset<Double> close(double expected) {
        return within(Math.max(1e-12, Math.abs(expected) * 1e-9));
    }

    private static void agrees(Estimate estimate, Map<String, String> row) {
        assertThat(estimate.value()).isCloseTo(number(row, "value"), close(number(row, "value")));
        assertThat(estimate.low()).isCloseTo(number(row, "low"), close(number(row, "low")));
        assertThat(estimate.high()).isCloseTo(number(row, "high"), close(number(row, "high")));
    }

    static Stream<Map<String, String>> wilson() {
        return Vectors.of("wilson.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("wilson")
    void wilson_agrees_with_epitools(Map<String, String> row) {
        agrees(Wilson.interval(whole(row, "k"), whole(row, "n")), row);
    }

    @ParameterizedTest
    @CsvSource({"81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0,0.1611", "1,29,0.0061,0.1718"})
    void wilson_agrees_with_the_table_of_newcombe_1998(long k, long n, double low, double high) {
        Estimate estimate = Wilson.interval(k, n);
        assertThat(estimate.low()).isCloseTo(low, within(0.00005));
        assertThat(estimate.high()).isCloseTo(high, within(0.00005));
    }

    static Stream<Map<String, String>> exactPoisson() {
        return Vectors.of("poisson-exact.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("exactPoisson")
    void exact_poisson_agrees_with_r(Map<String, String> row) {
        agrees(PoissonRate.exact(whole(row, "events"), number(row, "exposure"), 1), row);
    }

    static Stream<Map<String, String>> byar() {
        return Vectors.of("byar.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("byar")
    void byar_agrees_with_the_formula_of_breslow_and_day(Map<String, String> row) {
        agrees(PoissonRate.byar(whole(row, "events"), number(row, "exposure"), 1), row);
    }

    @Test
    void a_rate_is_per_so_much_exposure() {
        Estimate estimate = PoissonRate.byar(3798, 18350, 100_000);
        assertThat(estimate.value()).isCloseTo(20_697.5, within(0.1));
        assertThat(estimate.low()).isLessThan(20_697).isGreaterThan(20_000);
        assertThat(estimate.method()).isEqualTo(Method.BYAR);
    }

    private static List<Stratum> strata(long set) {
        return Vectors.of("strata.csv").stream()
                .filter(row -> whole(row, "set") == set)
                .map(row -> new Stratum(whole(row, "events"), number(row, "size"), number(row, "weight")))
                .toList();
    }

    static Stream<Map<String, String>> gamma() {
        return Vectors.of("gamma.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("gamma")
    void the_gamma_interval_agrees_with_epitools(Map<String, String> row) {
        agrees(Standardised.gamma(strata(whole(row, "set")), 1).orElseThrow(), row);
    }

    static Stream<Map<String, String>> dobson() {
        return Vectors.of("dobson.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("dobson")
    void the_dobson_interval_agrees_with_the_formula_in_r(Map<String, String> row) {
        agrees(Standardised.dobson(strata(whole(row, "set")), 1).orElseThrow(), row);
    }

    @Test
    void a_standardised_rate_is_per_so_much_exposure_with_its_limits() {
        List<Stratum> strata = List.of(new Stratum(4, 100, 1000), new Stratum(9, 50, 500));

        for (boolean gamma : new boolean[] {false, true}) {
            Estimate one = (gamma ? Standardised.gamma(strata, 1) : Standardised.dobson(strata, 1)).orElseThrow();
            Estimate many =
                    (gamma ? Standardised.gamma(strata, 1000) : Standardised.dobson(strata, 1000)).orElseThrow();
            assertThat(many.value()).isCloseTo(1000 * one.value(), within(1e-9));
            assertThat(many.low()).isCloseTo(1000 * one.low(), within(1e-9));
            assertThat(many.high()).isCloseTo(1000 * one.high(), within(1e-9));
        }
    }

    @Test
    void a_band_of_the_standard_without_anybody_leaves_nothing_to_say() {
        List<Stratum> strata = List.of(new Stratum(3, 100, 1), new Stratum(0, 0, 1));
        List<Function<List<Stratum>, Optional<Estimate>>> ways = List.of(
                some -> Standardised.dobson(some, 1), some -> Standardised.gamma(some, 1), Standardised::proportion);
        assertThat(ways).allSatisfy(way -> assertThat(way.apply(strata)).isEmpty());
        List<Stratum> unweighted = List.of(new Stratum(3, 100, 1), new Stratum(0, 0, 0), new Stratum(9, 10, 0));
        assertThat(ways)
                .allSatisfy(way ->
                        assertThat(way.apply(unweighted).orElseThrow().value()).isEqualTo(0.03));
    }

    @Test
    void without_events_a_standardised_rate_is_zero_and_only_gamma_has_an_upper_limit() {
        List<Stratum> strata = List.of(new Stratum(0, 100, 1), new Stratum(0, 100, 3));
        Estimate dobson = Standardised.dobson(strata, 1).orElseThrow();
        assertThat(dobson.value()).isZero();
        assertThat(dobson.high()).isNaN();
        Estimate gamma = Standardised.gamma(strata, 1).orElseThrow();
        assertThat(gamma.low()).isZero();
        // Of one band of 100 with weight 3/4 the exact limit: 3.689 * 0.75 / 100.
        assertThat(gamma.high()).isCloseTo(0.0276666, within(1e-6));
    }

    @Test
    void a_proportion_standardised_to_its_own_people_is_wilsons_with_the_variance_of_the_bands() {
        Estimate one =
                Standardised.proportion(List.of(new Stratum(81, 263, 263))).orElseThrow();
        Estimate wilson = Wilson.interval(81, 263);
        assertThat(one.low()).isCloseTo(wilson.low(), within(1e-12));
        assertThat(one.high()).isCloseTo(wilson.high(), within(1e-12));
        assertThat(one.method()).isEqualTo(Method.WILSON_EFFECTIVE);
        Estimate nobody = Standardised.proportion(List.of(new Stratum(0, 50, 50), new Stratum(0, 50, 50)))
                .orElseThrow();
        assertThat(nobody.high()).isCloseTo(Wilson.interval(0, 100).high(), within(1e-12));
    }

    @Test
    void ranks_of_a_quantile_agree_with_r() {
        for (Map<String, String> row : Vectors.of("ranks.csv")) {
            int n = (int) whole(row, "n");
            double[] ranks = new double[n];
            for (int i = 0; i < n; i++) {
                ranks[i] = i + 1;
            }
            Estimate estimate = Quantiles.of(ranks, number(row, "share"));
            double low = number(row, "low");
            double high = number(row, "high");
            assertThat(estimate.low()).as("%s", row).isEqualTo(Double.valueOf(low < 1 ? Double.NaN : low));
            assertThat(estimate.high()).as("%s", row).isEqualTo(Double.valueOf(high > n ? Double.NaN : high));
        }
    }

    @Test
    void the_median_of_0_0_1_2_3_is_1_and_of_an_even_number_the_mean_of_the_middle() {
        assertThat(Quantiles.of(new double[] {0, 0, 1, 2, 3}, 0.5).value()).isEqualTo(1);
        assertThat(Quantiles.of(new double[] {1, 2, 4, 9}, 0.5).value()).isEqualTo(3);
        // Definition 7 of Hyndman and Fan: position 0.25 * 3.
        assertThat(Quantiles.of(new double[] {1, 2, 4, 9}, 0.25).value()).isEqualTo(1.75);
        assertThat(Quantiles.of(new double[] {7}, 0.75).value()).isEqualTo(7);
    }
}
