package health.kedja.indicator;

import static health.kedja.indicator.Lives.cohort;
import static health.kedja.indicator.Lives.lives;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.Guideline;
import health.kedja.server.GuidelineFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Working out only the chains that a question can need changes no number of its answer. */
class ChainNeedProperties {

    private static final List<Guideline> GUIDELINES =
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).all();

    private static ChainSource everything(ChainSource source) {
        return (part, dictionary, need) -> source.chains(part, dictionary, ChainNeed.ofAll(need.asOf()));
    }

    private static ColumnChains under(Guideline guideline) {
        return new ColumnChains(guideline, Map.of());
    }

    @Property(tries = 150)
    void the_answer_is_that_from_all_chains(@ForAll("ids") String id, @ForAll long seed) {
        Random random = new Random(seed);
        Cohort cohort = cohort(lives(seed, 60), 0, 2);
        Guideline guideline = GUIDELINES.get(random.nextInt(GUIDELINES.size()));
        LocalDate from = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(1500));
        Optional<Set<String>> people = random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(IntStream.range(0, 60)
                        .filter(i -> random.nextBoolean())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toSet()));
        Question question = new Question(
                from,
                from.plusDays(random.nextInt(500)),
                from.plusDays(random.nextInt(1000)),
                List.of(Stratifier.CHAIN_TYPE, Stratifier.FRACTURE_SITE),
                people,
                Optional.empty(),
                0);

        Report report = Evaluation.of(Shipped.indicator(id), question, cohort, under(guideline));

        assertThat(report)
                .isEqualTo(Evaluation.of(Shipped.indicator(id), question, cohort, everything(under(guideline))));
    }

    @Property(tries = 100)
    void what_is_counted_of_one_is_what_is_counted_of_the_same_person_among_all(
            @ForAll("ids") String id, @ForAll long seed) {
        Cohort all = cohort(lives(seed, 40), 0, 2);
        Question question =
                Shipped.question("2019-01-01", "2020-12-31", "2021-03-31", Stratifier.UNIT, Stratifier.FRACTURE_SITE);
        var among = Evaluation.members(Shipped.indicator(id), question, all, under(GUIDELINES.get(0)));
        for (int person = 0; person < 40; person++) {
            String own = Integer.toString(person);
            Cohort one = cohort(lives(seed, 40).subList(person, person + 1), person, 1);

            assertThat(Evaluation.members(Shipped.indicator(id), question, one, under(GUIDELINES.get(0))))
                    .isEqualTo(among.stream()
                            .filter(found -> found.person().equals(own))
                            .toList());
        }
    }

    @Example
    void few_chains_are_worked_out_for_a_short_period_and_none_twice() {
        Cohort cohort = cohort(lives(3, 2000), 0, 1);
        Part part = cohort.parts().get(0);
        ColumnChains source = under(GUIDELINES.get(0));
        LocalDate asOf = LocalDate.of(2023, 12, 31);
        int all = under(GUIDELINES.get(0))
                .chains(part, cohort.dictionary(), ChainNeed.ofAll(asOf))
                .day()
                .length;
        ChainNeed march = need("2020-03-01", "2020-03-31", asOf);

        Chains ofMarch = source.chains(part, cohort.dictionary(), march);

        assertThat(ofMarch.day().length).isPositive().isLessThan(all / 10);
        assertThat(source.chains(part, cohort.dictionary(), need("2020-03-05", "2020-03-20", asOf)))
                .isSameAs(ofMarch);
        assertThat(source.chains(part, cohort.dictionary(), need("2020-03-05", "2020-04-01", asOf)))
                .isNotSameAs(ofMarch);
        assertThat(source.chains(part, cohort.dictionary(), need("2020-03-01", "2020-03-31", asOf.plusDays(1))))
                .isNotSameAs(ofMarch);
    }

    private static ChainNeed need(String first, String last, LocalDate asOf) {
        return new ChainNeed(
                (int) LocalDate.parse(first).toEpochDay(),
                (int) LocalDate.parse(last).toEpochDay(),
                asOf,
                Optional.empty());
    }

    @Provide
    static Arbitrary<String> ids() {
        return Arbitraries.of(Shipped.ALL.all().stream().map(Indicator::id).toList());
    }
}
