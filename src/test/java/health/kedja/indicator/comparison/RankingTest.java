package health.kedja.indicator.comparison;

import static health.kedja.indicator.Stratifier.MONTH;
import static health.kedja.indicator.Stratifier.REGION;
import static health.kedja.indicator.Stratifier.SEX;
import static health.kedja.indicator.Stratifier.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import health.kedja.indicator.Cell.Standing;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.statistics.Funnel;
import health.kedja.indicator.statistics.LevelBand;
import health.kedja.indicator.statistics.TargetStanding;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void the_best_is_first_and_what_is_withheld_or_not_reported_is_last_without_rank() {
        Group group = only(Reports.of("SOS-07", REGION)
                .notReported("01")
                .cell(20, 100, "03")
                .suppressed("04")
                .cell(60, 100, "05")
                .cell(40, 100, "unknown")
                .compared());

        assertThat(group.places())
                .extracting(place -> place.stratum().get(REGION), Place::rank, Place::standing)
                .containsExactly(
                        tuple("05", OptionalInt.of(1), Standing.SHOWN),
                        tuple("03", OptionalInt.of(2), Standing.SHOWN),
                        tuple("unknown", OptionalInt.empty(), Standing.SHOWN),
                        tuple("04", OptionalInt.empty(), Standing.SUPPRESSED),
                        tuple("01", OptionalInt.empty(), Standing.NOT_REPORTED));
        assertThat(group.ranked()).isEqualTo(2);
    }

    @Test
    void equal_results_share_a_rank_and_the_next_is_left_out() {
        Group group = only(Reports.of("SOS-07", REGION)
                .cell(1, 3, "01")
                .cell(2, 6, "03")
                .cell(4, 5, "04")
                .cell(0, 5, "05")
                .compared());

        assertThat(group.places())
                .extracting(
                        place -> place.stratum().get(REGION),
                        place -> place.rank().orElse(0),
                        Place::tied)
                .containsExactly(
                        tuple("04", 1, false), tuple("01", 2, true), tuple("03", 2, true), tuple("05", 4, false));
    }

    @Test
    void where_less_is_better_the_lowest_is_first_and_where_neither_is_nothing_is_ranked() {
        assertThat(only(Reports.of("SOS-05", REGION)
                                .cell(5, 10, "01")
                                .cell(1, 10, "03")
                                .compared())
                        .places())
                .extracting(place -> place.stratum().get(REGION))
                .containsExactly("03", "01");

        Group neutral = only(
                Reports.of("SOS-09", REGION).cell(5, 10, "01").cell(1, 10, "03").compared());
        assertThat(neutral.places()).extracting(Place::rank).containsOnly(OptionalInt.empty());
        assertThat(neutral.ranked()).isZero();
    }

    @Test
    void standardised_results_are_ranked_where_every_shown_cell_has_one() {
        Reports both =
                Reports.of("SOS-07", REGION).standardised(0.3, 60, 100, "01").standardised(0.5, 40, 100, "03");

        assertThat(both.compared().basis()).isEqualTo(Comparison.Basis.STANDARDISED);
        assertThat(only(both.compared()).places())
                .extracting(place -> place.stratum().get(REGION))
                .containsExactly("03", "01");
        assertThat(both.cell(50, 100, "04").compared().basis()).isEqualTo(Comparison.Basis.CRUDE);
    }

    @Test
    void regions_are_ranked_within_each_of_the_other_strata() {
        Comparison comparison = Reports.of("SOS-07", YEAR, REGION, SEX)
                .cell(1, 10, "2020", "01", "female")
                .cell(2, 10, "2020", "03", "female")
                .cell(2, 10, "2021", "01", "female")
                .cell(1, 10, "2021", "03", "female")
                .compared();

        assertThat(comparison.compared()).contains(REGION);
        assertThat(comparison.groups())
                .extracting(
                        Group::within, group -> group.places().get(0).stratum().get(REGION))
                .containsExactly(
                        tuple(Map.of(YEAR, "2020", SEX, "female"), "03"),
                        tuple(Map.of(YEAR, "2021", SEX, "female"), "01"));
    }

    @Test
    void time_is_not_ranked() {
        Comparison comparison = Reports.of("SOS-07", MONTH)
                .cell(1, 10, "2021-01")
                .cell(2, 10, "2021-02")
                .compared();

        assertThat(comparison.compared()).isEmpty();
        assertThat(only(comparison).places()).extracting(Place::rank).containsOnly(OptionalInt.empty());
    }

    @Test
    void the_funnel_is_that_of_the_shown_and_widens_with_what_differs_beyond_chance() {
        Group group = only(Reports.of("SOS-07", REGION)
                .cell(500, 1000, "01")
                .cell(510, 1000, "03")
                .cell(490, 1000, "04")
                .cell(5, 60, "05")
                .leaking(0, 90_000, "06")
                .compared());

        assertThat(group.funnel().orElseThrow().centre()).isCloseTo(1505.0 / 3060, within(1e-12));
        assertThat(group.funnel().orElseThrow().strata()).isEqualTo(4);
        assertThat(group.funnel().orElseThrow().dispersion()).isGreaterThan(1);
        Place last = group.places().get(3);
        assertThat(last.position()).isPresent();
        assertThat(last.limits().orElseThrow())
                .isEqualTo(Funnel.ofProportions(new long[] {510, 500, 490, 5}, new long[] {1000, 1000, 1000, 60})
                        .limits(60));
        assertThat(group.places().get(4).limits()).isEmpty();
    }

    @Test
    void a_funnel_of_rates_is_in_the_unit_of_the_result() {
        Group group = only(Reports.of("SOS-03", REGION)
                .cell(100, 36_525_000, "01")
                .cell(120, 36_525_000, "03")
                .cell(80, 36_525_000, "04")
                .compared());

        assertThat(group.funnel().orElseThrow().centre()).isCloseTo(100, within(1e-9));
        assertThat(group.places())
                .allSatisfy(place -> assertThat(place.limits().orElseThrow().low998())
                        .isLessThan(place.result().orElseThrow().value()));
    }

    @Test
    void two_regions_make_no_funnel_and_an_outlier_among_many_lies_outside() {
        assertThat(only(Reports.of("SOS-07", REGION)
                                .cell(1, 10, "01")
                                .cell(2, 10, "03")
                                .compared())
                        .funnel())
                .isEmpty();

        Reports many = Reports.of("SOS-07", REGION);
        for (int i = 10; i < 30; i++) {
            many.cell(500 + i % 2, 1000, Integer.toString(i));
        }
        Group group = only(many.cell(300, 1000, "99").compared());
        assertThat(group.places().get(20).position()).contains(Funnel.Position.OUTSIDE_998);
        assertThat(group.places().get(0).position()).contains(Funnel.Position.WITHIN);
    }

    @Test
    void levels_and_targets_are_those_of_the_definition() {
        Group group = only(Reports.of("IOF-3", REGION)
                .cell(49, 100, "01")
                .cell(50, 100, "03")
                .cell(81, 100, "04")
                .compared());
        assertThat(group.places())
                .extracting(place -> place.band().orElseThrow())
                .containsExactly(LevelBand.HIGH, LevelBand.MIDDLE, LevelBand.LOW);
        assertThat(group.places().get(0).target()).isEmpty();

        Comparison surgery = Reports.of("SOS-04a", REGION)
                .cell(74, 100, "01")
                .cell(999, 1000, "03")
                .compared();
        assertThat(only(surgery).places())
                .extracting(
                        place -> place.target().orElseThrow(),
                        place -> place.band().isPresent())
                .containsExactly(
                        tuple(TargetStanding.REACHED, false), tuple(TargetStanding.NOT_REACHED_UNCERTAIN, false));
        assertThat(surgery.whole().target()).contains(TargetStanding.NOT_REACHED);
    }

    @Test
    void numbers_that_a_withheld_cell_still_carries_change_nothing() {
        Comparison clean = reports().suppressed("06").suppressed("07").compared();
        Comparison leaking =
                reports().leaking(3, 4, "06").leaking(9000, 9001, "07").compared();

        assertThat(leaking).isEqualTo(clean);
    }

    private static Reports reports() {
        return Reports.of("SOS-07", REGION)
                .cell(10, 100, "01")
                .cell(20, 100, "03")
                .cell(30, 100, "04");
    }

    private static Group only(Comparison comparison) {
        assertThat(comparison.groups()).hasSize(1);
        return comparison.groups().get(0);
    }

    @Test
    void the_nameless_have_a_funnel_of_none() {
        Place nameless = only(reports().cell(50, 100, Stratifier.UNKNOWN).compared())
                .places()
                .get(3);

        assertThat(nameless.position()).isEmpty();
        assertThat(nameless.result()).isPresent();
    }
}
