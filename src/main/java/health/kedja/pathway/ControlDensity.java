package health.kedja.pathway;

import java.util.List;

/**
 * Bone density measured to control the treatment.
 *
 * @param rule the rule
 * @param afterMonths calendar months of uninterrupted treatment
 * @param daysRule the rule for the days around it
 * @param earlyDays a scan so many days too early counts
 * @param graceDays days after the due day until it is overdue
 * @param doneBy what shows it
 */
public record ControlDensity(
        Rule rule, int afterMonths, Rule daysRule, int earlyDays, int graceDays, List<EvidenceToken> doneBy) {

    public ControlDensity {
        Check.range("after-months", afterMonths, 1, 240);
        Check.range("early-days", earlyDays, 0, 3660);
        Check.range("grace-days", graceDays, 0, 3660);
        doneBy = List.copyOf(doneBy);
    }
}
