package health.kedja.indicator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which chains are asked for. Others may be given as well.
 *
 * @param first first day of their fractures, in days since 1970-01-01
 * @param last last day of their fractures
 * @param asOf last day of data: nothing later is seen
 * @param people logical ids of the only people whose chains are asked for; empty for everyone
 */
public record ChainNeed(int first, int last, LocalDate asOf, Optional<Set<String>> people) {

    /** Every chain. */
    public static ChainNeed ofAll(LocalDate asOf) {
        return new ChainNeed(Integer.MIN_VALUE, Integer.MAX_VALUE, asOf, Optional.empty());
    }

    /** What an answer to a question can need. */
    public static ChainNeed of(Question question) {
        return new ChainNeed(
                Math.toIntExact(question.periodStart().toEpochDay()),
                Math.toIntExact(question.periodEnd().toEpochDay()),
                question.asOf(),
                question.people());
    }

    /** Whether a chain of a fracture of that day is asked for. */
    boolean wants(int day) {
        return day >= first && day <= last;
    }

    /** Whether all that another asks for is asked for here too. */
    boolean covers(ChainNeed other) {
        return asOf.equals(other.asOf)
                && first <= other.first
                && last >= other.last
                && (people.isEmpty() || people.equals(other.people));
    }
}
