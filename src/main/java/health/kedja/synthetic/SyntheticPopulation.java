package health.kedja.synthetic;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up population. Person {@code i} is the same whatever the number of people, and whoever asks in which order.
 *
 * @param people how many, at least 1
 * @param seed another seed is another population
 * @param country where they live
 * @param firstYear first year of data; nothing is known of earlier years, so a ten-year washout is whole from its
 *     eleventh year on
 * @param lastYear last year of data
 * @param rates how often things happen
 */
public record SyntheticPopulation(int people, long seed, Country country, int firstYear, int lastYear, Rates rates) {

    public SyntheticPopulation {
        if (people < 1) {
            throw new IllegalArgumentException("A population has at least one person, not " + people);
        }
        if (firstYear < 1900 || lastYear > 2100 || lastYear < firstYear) {
            throw new IllegalArgumentException(
                    "Years are between 1900 and 2100 and in order, not " + firstYear + " to " + lastYear);
        }
    }

    /** The years 2008 to 2022 with national rates: the last five have a whole washout and published figures. */
    public SyntheticPopulation(int people, long seed, Country country) {
        this(people, seed, country, 2008, 2022, Rates.national());
    }

    /** First day of data. */
    public LocalDate start() {
        return LocalDate.of(firstYear, 1, 1);
    }

    /** Last day of data. */
    public LocalDate endOfData() {
        return LocalDate.of(lastYear, 12, 31);
    }

    /**
     * One person.
     *
     * @param index from 0
     */
    public SyntheticPerson person(int index) {
        return new Life(this, index).lived();
    }

    /** Everybody, in order; may be made parallel. */
    public Stream<SyntheticPerson> stream() {
        return IntStream.range(0, people).mapToObj(this::person);
    }
}
