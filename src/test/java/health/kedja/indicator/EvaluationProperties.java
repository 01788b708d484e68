package health.kedja.indicator;

import static health.kedja.indicator.Lives.cohort;
import static health.kedja.indicator.Lives.lives;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Cell.Standing;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.scan.Found;
import health.kedja.pathway.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every indicator and every cohort. */
class EvaluationProperties {

    private static final Stratifier[] BY = {Stratifier.REGION, Stratifier.SEX, Stratifier.AGE_GROUP};

    @Property(tries = 150)
    void order_and_duplicates_change_nothing(@ForAll("ids") String id, @ForAll long seed) {
        List<List<Event>> lives = lives(seed, 30);
        List<List<Event>> shuffled = new ArrayList<>();
        Random random = new Random(seed);
        for (List<Event> life : lives) {
            List<Event> twice = new ArrayList<>(life);
            twice.addAll(life.subList(0, life.size() / 2));
            Collections.shuffle(twice, random);
            shuffled.add(twice);
        }

        assertThat(cells(id, cohort(shuffled, 0, 4))).isEqualTo(cells(id, cohort(lives, 0, 1)));
    }

    @Property(tries = 150)
    void strata_add_up_to_the_whole(@ForAll("ids") String id, @ForAll long seed) {
        Report report = ask(id, cohort(lives(seed, 60), 0, 2), 0, BY);

        Counts together = report.cells().stream()
                .filter(cell -> cell.standing() == Standing.SHOWN)
                .map(Cell::counts)
                .reduce(Counts.NOTHING, Counts::plus);

        assertThat(together).isEqualTo(report.whole().counts());
        assertThat(ask(id, cohort(lives(seed, 60), 0, 2), 0).whole().counts())
                .isEqualTo(report.whole().counts());
    }

    @Property(tries = 150)
    void disjoint_cohorts_together_are_their_union(@ForAll("idsWithoutCoverage") String id, @ForAll long seed) {
        List<List<Event>> lives = lives(seed, 60);
        List<List<Event>> some = lives.subList(0, 25);
        List<List<Event>> others = lives.subList(25, 60);

        Counts apart = ask(id, cohort(some, 0, 1), 0)
                .whole()
                .counts()
                .plus(ask(id, cohort(others, 25, 2), 0).whole().counts());

        assertThat(ask(id, cohort(lives, 0, 3), 0).whole().counts()).isEqualTo(apart);
    }

    @Property(tries = 150)
    void numerators_are_of_the_denominator_and_that_of_the_initial_population(
            @ForAll("ids") String id, @ForAll long seed) {
        Indicator indicator = Shipped.indicator(id);
        for (Cell cell : ask(id, cohort(lives(seed, 60), 0, 1), 0, BY).cells()) {
            Counts counts = cell.counts();
            assertThat(counts.initialPopulation())
                    .isEqualTo(counts.denominator() + counts.denominatorExclusion() + counts.pending());
            if (indicator.scoring() != Scoring.RATE) {
                assertThat(counts.numerator()).isLessThanOrEqualTo(counts.denominator());
            }
            assertThat(counts.numeratorSum()).isLessThanOrEqualTo(counts.denominatorSum());
        }
    }

    @Property(tries = 150)
    void person_time_is_the_sum_over_people_and_never_negative(@ForAll("rates") String id, @ForAll long seed) {
        Cohort cohort = cohort(lives(seed, 60), 0, 2);
        List<Found> members = Evaluation.members(Shipped.indicator(id), question(0), cohort, Shipped.NO_CHAINS);

        assertThat(members).allMatch(member -> member.counts().personDays() >= 0);
        assertThat(members.stream()
                        .mapToLong(member -> member.counts().personDays())
                        .sum())
                .isEqualTo(ask(id, cohort, 0).whole().counts().personDays());
    }

    /** Along any one stratifier, and of the whole, what is withheld is never one cell, nor a small count together. */
    @Property(tries = 150)
    void nothing_withheld_can_be_found_by_subtraction(@ForAll("ids") String id, @ForAll long seed) {
        Cohort cohort = cohort(lives(seed, 150), 0, 2);
        Report open = ask(id, cohort, 0, BY);
        Report shown = ask(id, cohort, 5, BY);
        Map<Map<Stratifier, String>, Counts> truth = new HashMap<>();
        open.cells().forEach(cell -> truth.put(cell.stratum(), cell.counts()));

        assertThat(shown.cells())
                .filteredOn(cell -> cell.standing() == Standing.SHOWN)
                .allMatch(cell -> !isSmall(cell.counts()));
        Map<Object, List<Cell>> lines = new HashMap<>();
        for (Cell cell : shown.cells()) {
            if (cell.standing() == Standing.NOT_REPORTED) {
                continue;
            }
            for (Stratifier free : BY) {
                Map<Stratifier, String> others = new EnumMap<>(cell.stratum());
                others.remove(free);
                lines.computeIfAbsent(List.of(free, others), unknown -> new ArrayList<>())
                        .add(cell);
            }
            if (shown.whole().standing() == Standing.SHOWN) {
                lines.computeIfAbsent("whole", unknown -> new ArrayList<>()).add(cell);
            }
        }
        lines.forEach((line, cells) -> {
            List<Cell> withheld = cells.stream()
                    .filter(cell -> cell.standing() == Standing.SUPPRESSED)
                    .toList();
            boolean everything = withheld.size() == cells.size() && !line.equals("whole");
            if (!withheld.isEmpty() && !everything) {
                assertThat(withheld.size()).as("%s", line).isGreaterThan(1);
                Counts together =
                        withheld.stream().map(cell -> truth.get(cell.stratum())).reduce(Counts.NOTHING, Counts::plus);
                assertThat(isSmall(together)).as("%s", line).isFalse();
            }
        });
    }

    private static boolean isSmall(Counts counts) {
        return List.of(
                        counts.initialPopulation(),
                        counts.denominatorExclusion(),
                        counts.pending(),
                        counts.denominator(),
                        counts.numerator())
                .stream()
                .anyMatch(count -> count > 0 && count < 5);
    }

    private static List<Object> cells(String id, Cohort cohort) {
        Report report = ask(id, cohort, 0, BY);
        return List.of(report.whole(), report.cells(), report.coverage());
    }

    private static Report ask(String id, Cohort cohort, int suppressBelow, Stratifier... by) {
        return Evaluation.of(Shipped.indicator(id), question(suppressBelow, by), cohort, Shipped.NO_CHAINS);
    }

    private static Question question(int suppressBelow, Stratifier... by) {
        return Shipped.suppressing(Shipped.question("2019-01-01", "2020-12-31", "2022-06-30", by), suppressBelow);
    }

    @Provide
    static Arbitrary<String> ids() {
        return Arbitraries.of(Shipped.ALL.all().stream()
                .map(Indicator::id)
                .filter(id -> !id.startsWith("CHAIN"))
                .toList());
    }

    @Provide
    static Arbitrary<String> idsWithoutCoverage() {
        return Arbitraries.of(Shipped.ALL.all().stream()
                .filter(indicator -> indicator.reportedData().isEmpty())
                .map(Indicator::id)
                .filter(id -> !id.startsWith("CHAIN"))
                .toList());
    }

    @Provide
    static Arbitrary<String> rates() {
        return Arbitraries.of("SOS-03", "SOS-06a", "SOS-06b");
    }
}
