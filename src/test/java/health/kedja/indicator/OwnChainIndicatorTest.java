package health.kedja.indicator;

import static health.kedja.indicator.Shipped.indicator;
import static health.kedja.indicator.Shipped.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.indicator.definition.Anchor;
import health.kedja.indicator.definition.Basis;
import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.definition.UnitOfAnalysis;
import health.kedja.indicator.definition.Window;
import health.kedja.pathway.Certainty;
import health.kedja.pathway.Kind;
import health.kedja.server.GuidelineFiles;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Indicators of chains that a region might write: with an age, a condition and an exclusion. */
class OwnChainIndicatorTest {

    private static final ChainSource CHAINS = new ColumnChains(
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard(), Map.of());
    private static final Basis BASIS = new Basis("A region", Certainty.CONFIRMED, "");
    private static final Window YEAR =
            new Window(Anchor.INDEX, Optional.of(Period.ZERO), Optional.of(Period.ofMonths(12)));
    private static final Indicator OF = indicator("CHAIN-identification");

    @Test
    void only_those_old_enough_who_meet_the_condition_count() {
        People people = people();

        Counts counts = ask(own(Scoring.PROPORTION, OF.outcome()), people);

        assertThat(counts).isEqualTo(new Counts(3, 1, 0, 2, 1, 0, 0, 0));
    }

    @Test
    void a_cohort_of_chains_needs_no_step() {
        assertThat(ask(own(Scoring.COHORT, Optional.empty()), people())).isEqualTo(new Counts(3, 1, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void anything_else_needs_one() {
        assertThatThrownBy(() -> ask(own(Scoring.PROPORTION, Optional.empty()), people()))
                .hasMessage("CHAIN-identification names no step of the chain");
    }

    private static People people() {
        People people = new People();
        people.add("seventy today")
                .born("1953-03-01")
                .breaks("S7200", "2023-03-01")
                .has(Kind.DRUG_REVIEW, "2023-03-02", null)
                .has(Kind.EPISODE_OPENED, "2023-03-03", null);
        people.add("seventy tomorrow")
                .born("1953-03-02")
                .breaks("S7200", "2023-03-01")
                .has(Kind.DRUG_REVIEW, "2023-03-02", null);
        people.add("without the condition").born("1940-03-02").breaks("S7200", "2023-03-01");
        people.add("excluded")
                .born("1940-01-01")
                .breaks("S7200", "2023-03-01")
                .has(Kind.DRUG_REVIEW, "2023-03-02", null)
                .has(Kind.LIMITED_LIFE_EXPECTANCY, "2023-03-02", null);
        people.add("on the last day")
                .born("1940-01-01")
                .breaks("S7200", "2023-12-31")
                .has(Kind.DRUG_REVIEW, "2024-01-02", null);
        people.add("after it")
                .born("1940-01-01")
                .breaks("S7200", "2024-01-01")
                .has(Kind.DRUG_REVIEW, "2024-01-02", null);
        return people;
    }

    private static Indicator own(Scoring scoring, Optional<Outcome> outcome) {
        Criterion reviewed = Definitions.criterion(Kind.DRUG_REVIEW, YEAR);
        InitialPopulation population = new InitialPopulation(
                UnitOfAnalysis.CHAIN,
                Optional.empty(),
                List.of(),
                OptionalInt.of(70),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(reviewed),
                BASIS);
        Exclusion limited =
                new Exclusion("expectancy", List.of(Definitions.criterion(Kind.LIMITED_LIFE_EXPECTANCY, YEAR)), BASIS);
        return Definitions.with(OF, scoring, population, List.of(limited), outcome, List.of());
    }

    private static Counts ask(Indicator indicator, People people) {
        return Evaluation.of(indicator, question("2023-03-01", "2023-12-31", "2024-12-31"), people.cohort(), CHAINS)
                .whole()
                .counts();
    }
}
