package health.kedja.pathway;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One drug as it is taken over time.
 *
 * @param name name in answers
 * @param drugClass class, such as {@code oral-bisphosphonate}
 * @param drugs names in {@link DrugRules#list()} that are this drug
 * @param stopAfterDays uncovered days in a row after which the course has ended
 * @param carryOverDays most days of supply that are kept when more is supplied; 0 where a dose does not add to the last
 * @param interval for injections and infusions
 * @param duration planned duration, when there is one
 * @param followOn what must follow, when something must
 */
public record Regimen(
        String name,
        String drugClass,
        List<String> drugs,
        int stopAfterDays,
        int carryOverDays,
        Optional<DoseInterval> interval,
        Optional<PlannedDuration> duration,
        Optional<FollowOn> followOn) {

    public Regimen {
        drugs = List.copyOf(drugs);
        Check.range("stop-after-days", stopAfterDays, 0, 3660);
        Check.range("carry-over-days", carryOverDays, 0, 3660);
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(followOn, "follow-on");
    }
}
