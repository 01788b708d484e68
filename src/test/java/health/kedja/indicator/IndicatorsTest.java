package health.kedja.indicator;

import static health.kedja.indicator.Shipped.indicator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.statistics.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

    @Test
    void two_of_one_id_are_refused() {
        List<Indicator> twice = List.of(indicator("SOS-05"), indicator("SOS-05"));

        assertThatThrownBy(() -> new Indicators(twice)).hasMessage("Two indicators are SOS-05");
    }

    @Test
    void a_counterpart_that_is_missing_is_refused() {
        List<Indicator> half = List.of(indicator("SOS-07"));

        assertThatThrownBy(() -> new Indicators(half)).hasMessage("The counterpart SOS-07-K of SOS-07 is missing");
    }

    @Test
    void all_are_in_the_order_of_their_ids() {
        assertThat(new Indicators(List.of(indicator("SOS-10"), indicator("SOS-05"))).all())
                .containsExactly(indicator("SOS-05"), indicator("SOS-10"));
    }

    @Test
    void counts_of_disjoint_units_add_up() {
        assertThat(new Counts(1, 2, 3, 4, 5, 6, 7, 8).plus(new Counts(10, 20, 30, 40, 50, 60, 70, 80)))
                .isEqualTo(new Counts(11, 22, 33, 44, 55, 66, 77, 88));
    }

    @Test
    void codes_are_in_lower_case_with_hyphens() {
        assertThat(Stratifier.COUNTRY_OF_BIRTH.token()).isEqualTo("country-of-birth");
        assertThat(Method.ORDER_STATISTIC.token()).isEqualTo("order-statistic");
    }

    @Test
    void a_cohort_knows_its_size() {
        People people = new People();
        people.add().born("1950-01-01").visitsFor("S525", "2021-02-03");
        people.add().born("1950-01-01").dispensed("M05BA04", "2021-02-03").given("M05BX04", "2021-03-03");
        people.add();
        Cohort cohort = people.cohort(2);

        assertThat(cohort.people()).isEqualTo(3);
        assertThat(cohort.events()).isEqualTo(4);
    }

    @Test
    void members_of_a_ratio_have_their_own_days() {
        People people = new People();
        people.add().born("1950-01-01").given("M05BX06", "2021-02-03");
        Question question = Shipped.year(2021);

        assertThat(Evaluation.members(indicator("SOS-09"), question, people.cohort(), Shipped.NO_CHAINS))
                .extracting(
                        found -> found.counts().numeratorSum(),
                        found -> found.counts().denominatorSum())
                .containsExactly(tuple(30.0, 30.0));
    }

    @Test
    void the_site_of_an_operation_is_the_hip_and_of_a_resident_is_not_known() {
        People people = new People();
        people.add()
                .born("1950-01-01")
                .listedAt("Organization/1", "2000-01-01", null)
                .hipOperated("2021-02-03T01:00", "2021-02-03T09:00");

        assertThat(site("SOS-04a", people)).isEqualTo("hip");
        assertThat(site("Os01", people)).isEqualTo(Stratifier.UNKNOWN);
    }

    private static String site(String id, People people) {
        return Shipped.report(id, Shipped.year(2021, Stratifier.FRACTURE_SITE), people)
                .cells()
                .get(0)
                .stratum()
                .get(Stratifier.FRACTURE_SITE);
    }
}
