package health.kedja.indicator;

import static health.kedja.indicator.Lives.cohort;
import static health.kedja.indicator.Lives.lives;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.definition.Scoring;
import health.kedja.pathway.Event;
import health.kedja.server.GuidelineFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the indicators of chains and every cohort. */
class ChainProperties {

    private static final ChainSource CHAINS = new ColumnChains(
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard(), Map.of());

    @Property(tries = 60)
    void order_and_duplicates_change_nothing(@ForAll("ids") String id, @ForAll long seed) {
        List<List<Event>> lives = lives(seed, 30);
        Random random = new Random(seed);
        List<List<Event>> shuffled = new ArrayList<>();
        for (List<Event> life : lives) {
            List<Event> twice = new ArrayList<>(life);
            twice.addAll(life.subList(0, life.size() / 2));
            Collections.shuffle(twice, random);
            shuffled.add(twice);
        }

        Report one = ask(id, cohort(lives, 0, 1), Stratifier.REGION, Stratifier.FRACTURE_SITE);
        Report other = ask(id, cohort(shuffled, 0, 4), Stratifier.REGION, Stratifier.FRACTURE_SITE);

        assertThat(other.whole()).isEqualTo(one.whole());
        assertThat(other.cells()).isEqualTo(one.cells());
    }

    @Property(tries = 60)
    void strata_add_up_to_the_whole(@ForAll("ids") String id, @ForAll long seed) {
        Report report = ask(
                id,
                cohort(lives(seed, 60), 0, 2),
                Stratifier.REGION,
                Stratifier.SEX,
                Stratifier.FRACTURE_SITE,
                Stratifier.CHAIN_TYPE,
                Stratifier.MONTH);

        assertThat(report.cells().stream().map(Cell::counts).reduce(Counts.NOTHING, Counts::plus))
                .isEqualTo(report.whole().counts());
    }

    @Property(tries = 60)
    void disjoint_cohorts_together_are_their_union(@ForAll("ids") String id, @ForAll long seed) {
        List<List<Event>> lives = lives(seed, 60);

        Counts some = ask(id, cohort(lives.subList(0, 25), 0, 1)).whole().counts();
        Counts others = ask(id, cohort(lives.subList(25, 60), 25, 2)).whole().counts();

        assertThat(ask(id, cohort(lives, 0, 3)).whole().counts()).isEqualTo(some.plus(others));
    }

    @Property(tries = 60)
    void every_step_is_asked_of_the_same_chains(@ForAll("ids") String id, @ForAll long seed) {
        Cohort cohort = cohort(lives(seed, 60), 0, 1);
        long chains = ask("CHAIN-identification", cohort).whole().counts().initialPopulation();

        Cell whole = ask(id, cohort).whole();

        Counts counts = whole.counts();
        assertThat(counts.initialPopulation()).isEqualTo(chains);
        assertThat(counts.denominatorExclusion() + counts.pending() + counts.denominator())
                .isEqualTo(chains);
        assertThat(counts.numerator()).isBetween(0L, counts.denominator());
        if (Shipped.indicator(id).scoring() == Scoring.CONTINUOUS) {
            assertThat(counts.numerator()).isEqualTo(counts.denominator());
            assertThat(whole.score().isPresent()).isEqualTo(counts.denominator() > 0);
        }
    }

    /** Whoever has done a step is counted in its time too, and nobody else. */
    @Property(tries = 60)
    void those_who_had_a_step_have_a_time_to_it(@ForAll("ids") String id, @ForAll long seed) {
        Cohort cohort = cohort(lives(seed, 60), 0, 1);
        String step = id.replace("-TIME", "");

        assertThat(ask(step + "-TIME", cohort).whole().counts().denominator())
                .isEqualTo(ask(step, cohort).whole().counts().numerator());
    }

    private static Report ask(String id, Cohort cohort, Stratifier... by) {
        Question question = Shipped.question("2019-01-01", "2020-12-31", "2021-03-31", by);
        return Evaluation.of(Shipped.indicator(id), question, cohort, CHAINS);
    }

    @Provide
    static Arbitrary<String> ids() {
        return Arbitraries.of(Shipped.ALL.all().stream()
                .map(Indicator::id)
                .filter(id -> id.startsWith("CHAIN"))
                .toList());
    }
}
