package health.kedja.indicator;

import static health.kedja.indicator.Shipped.indicator;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.definition.Anchor;
import health.kedja.indicator.definition.Basis;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.definition.Window;
import health.kedja.pathway.Certainty;
import health.kedja.pathway.Kind;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The scoring examples of HL7, Quality Measure Implementation Guide (hl7.fhir.uv.cqm) 2.0.0, test case examples: the
 * numbers of its nine shared patients, in cohorts of Kedja's events. Kedja has no denominator exception; who is one there
 * is pending here, which leaves out of the denominator alike.
 */
class CommonScoringTest {

    private static final Basis BASIS = new Basis("HL7, hl7.fhir.uv.cqm 2.0.0", Certainty.CONFIRMED, "");

    @Test
    void a_proportion_of_six_less_one_excluded_and_one_excepted_with_three_less_one_is_a_half() {
        People people = new People();
        for (int i = 0; i < 6; i++) {
            Life life = people.add().born("1950-01-01").visitsFor("S525", i == 5 ? "2021-12-01" : "2021-02-01");
            if (i < 3) {
                life.has(Kind.COORDINATOR_ASSESSMENT, "2021-04-01", null);
            }
            if (i == 2) {
                life.has(Kind.NOT_DONE, "2021-05-01", null);
            }
            if (i == 4) {
                life.has(Kind.LIMITED_LIFE_EXPECTANCY, "2021-01-01", null);
            }
        }
        people.add("not of the population").born("1990-01-01").visitsFor("S525", "2021-02-01");

        Cell whole = ask(proportion(), "2022-06-30", people);

        assertThat(whole.counts()).isEqualTo(new Counts(6, 1, 1, 4, 2, 0, 0, 0));
        assertThat(whole.score().orElseThrow().value()).isEqualTo(0.5);
    }

    @Test
    void a_ratio_of_four_to_five_counted_each_by_itself_is_four_fifths() {
        People people = new People();
        for (int i = 0; i < 6; i++) {
            Life life = people.add().born("1950-01-01");
            if (i < 4) {
                life.given("M05BX06", "2021-02-01");
            } else if (i == 4) {
                life.dispensed("M05BA04", "2021-02-01", 30);
            } else {
                life.given("M05BA02", "2021-02-01"); // how long such a dose lasts is not stated
            }
        }

        Cell whole = ask(indicator("SOS-09"), "2021-12-31", people);

        assertThat(whole.counts()).isEqualTo(new Counts(6, 1, 0, 5, 4, 0, 150, 120));
        assertThat(whole.score().orElseThrow().value()).isEqualTo(0.8);
    }

    @Test
    void the_median_of_0_0_1_2_3_is_1() {
        People people = new People();
        for (int days : List.of(3, 0, 2, 0, 1)) {
            people.add()
                    .born("1950-01-01")
                    .visitsFor("S525", "2021-02-01")
                    .dispensed("M05BA04", "2021-02-0" + (1 + days));
        }
        people.add().born("1950-01-01").visitsFor("S525", "2021-02-01");

        Cell whole = ask(indicator("SOS-11"), "2021-12-31", people);

        assertThat(whole.counts()).isEqualTo(new Counts(6, 1, 0, 5, 5, 0, 0, 0));
        assertThat(whole.score().orElseThrow().value()).isEqualTo(1);
        assertThat(whole.lowerQuartile().orElseThrow().value()).isZero();
        assertThat(whole.upperQuartile().orElseThrow().value()).isEqualTo(2);
    }

    @Test
    void a_cohort_counts_and_has_no_score() {
        People people = new People();
        for (int i = 0; i < 9; i++) {
            people.add().born(i < 6 ? "1950-01-01" : "1990-01-01").visitsFor("S525", "2021-02-01");
        }

        Cell whole = ask(with(Scoring.COHORT, List.of(), Optional.empty()), "2021-12-31", people);

        assertThat(whole.counts()).isEqualTo(new Counts(6, 0, 0, 6, 0, 0, 0, 0));
        assertThat(whole.score()).isEmpty();
    }

    private static Cell ask(Indicator indicator, String asOf, People people) {
        Question question = Shipped.question("2021-01-01", "2021-12-31", asOf);
        return Evaluation.of(indicator, question, people.cohort(2), Shipped.NO_CHAINS)
                .whole();
    }

    /** Excluded with limited life expectancy; what was decided against takes out of the numerator. */
    private static Indicator proportion() {
        Window year = indicator("SOS-01").outcome().orElseThrow().allOf().get(0).window();
        Exclusion excluded = new Exclusion(
                "expectancy",
                List.of(Definitions.criterion(
                        Kind.LIMITED_LIFE_EXPECTANCY,
                        new Window(Anchor.INDEX, Optional.empty(), Optional.of(Period.ZERO)))),
                BASIS);
        Outcome outcome = new Outcome(
                List.of(Definitions.criterion(Kind.COORDINATOR_ASSESSMENT, year)),
                List.of(Definitions.criterion(Kind.NOT_DONE, year)),
                year.to(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BASIS);
        return with(Scoring.PROPORTION, List.of(excluded), Optional.of(outcome));
    }

    /** The patients of SOS-01, scored otherwise. */
    private static Indicator with(Scoring scoring, List<Exclusion> exclusions, Optional<Outcome> outcome) {
        Indicator of = indicator("SOS-01");
        return Definitions.with(of, scoring, of.population(), exclusions, outcome, of.reportedData());
    }
}
