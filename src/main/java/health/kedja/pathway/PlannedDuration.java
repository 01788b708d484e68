package health.kedja.pathway;

import java.util.Objects;
import java.util.Optional;

/**
 * How long a drug is given before someone decides whether to go on.
 *
 * @param rule the rule
 * @param months calendar months of uninterrupted treatment with the class
 * @param daysRule the rule for the tolerance
 * @param toleranceDays a course that ended so many days too early counts as carried through
 * @param holiday the pause that follows, when one is planned
 */
public record PlannedDuration(Rule rule, int months, Rule daysRule, int toleranceDays, Optional<Holiday> holiday) {

    /**
     * A pause after which a new course is considered.
     *
     * @param rule the rule
     * @param months calendar months from the first day without the drug
     */
    public record Holiday(Rule rule, int months) {

        public Holiday {
            Check.range("months", months, 1, 240);
        }
    }

    public PlannedDuration {
        Check.range("months", months, 1, 240);
        Check.range("tolerance-days", toleranceDays, 0, 366);
        Objects.requireNonNull(holiday, "holiday");
    }
}
