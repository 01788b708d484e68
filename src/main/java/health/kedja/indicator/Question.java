package health.kedja.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of an indicator.
 *
 * @param periodStart first day of the period in which index events are counted
 * @param periodEnd last day of it
 * @param asOf last day of data: nothing dated later is seen, and follow-up that is not over by then is pending
 * @param by stratifiers, in any combination; each at most once
 * @param people logical ids of the only patients to count; empty for everyone
 * @param standard population to standardise by; empty for crude results only
 * @param suppressBelow cells with a count from 1 to one less than this are withheld, and others with them so that they
 *     cannot be found by subtraction; 0 shows everything
 */
public record Question(
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate asOf,
        List<Stratifier> by,
        Optional<Set<String>> people,
        Optional<StandardPopulation> standard,
        int suppressBelow) {

    /** Cells under this count are withheld where nothing else is said. */
    public static final int DEFAULT_THRESHOLD = 5;

    public Question {
        by = List.copyOf(by);
        if (periodEnd.isBefore(periodStart)) {
            throw new IllegalArgumentException(
                    "The period ends (" + periodEnd + ") before it starts (" + periodStart + ")");
        }
        if (by.stream().distinct().count() < by.size()) {
            throw new IllegalArgumentException("A stratifier is named twice: " + by);
        }
        if (suppressBelow < 0) {
            throw new IllegalArgumentException("The threshold is negative: " + suppressBelow);
        }
    }

    /** The same question by other stratifiers. */
    public Question dividedBy(List<Stratifier> others) {
        return new Question(periodStart, periodEnd, asOf, others, people, standard, suppressBelow);
    }
}
