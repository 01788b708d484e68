package health.kedja.synthetic;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.cohort.PartBuilder;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A population in columns, for tests and benchmarks. */
public final class SyntheticCohort {

    private static final int PEOPLE_A_PART = 8192;

    private SyntheticCohort() {}

    /** The cohort of a population. Its people and events are always the same; the numbers of its codes may not be. */
    public static Cohort of(SyntheticPopulation population) {
        return of(population, people -> {});
    }

    /**
     * The same, telling how far it is.
     *
     * @param done is told how many more people are done; from several threads
     */
    public static Cohort of(SyntheticPopulation population, IntConsumer done) {
        Dictionary dictionary = new Dictionary();
        int parts = (population.people() + PEOPLE_A_PART - 1) / PEOPLE_A_PART;
        List<Part> built = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> part(population, dictionary, part * PEOPLE_A_PART, done))
                .toList();
        return new Cohort(dictionary, built);
    }

    private static Part part(SyntheticPopulation population, Dictionary dictionary, int from, IntConsumer done) {
        PartBuilder builder = new PartBuilder(dictionary);
        int to = Math.min(population.people(), from + PEOPLE_A_PART);
        for (int person = from; person < to; person++) {
            SyntheticPerson each = population.person(person);
            builder.add(each.id(), each.history());
        }
        done.accept(to - from);
        return builder.build();
    }
}
