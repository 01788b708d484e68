package health.kedja.pathway;

/**
 * How often an injection or infusion is given.
 *
 * @param rule the rule
 * @param months calendar months from one dose to the next
 * @param daysRule the rule for the days around it
 * @param graceDays days after the due day until the dose counts as overdue
 * @param sameDoseDays a dispensing followed by a dose within so many days is that dose, and does not count beside it
 */
public record DoseInterval(Rule rule, int months, Rule daysRule, int graceDays, int sameDoseDays) {

    public DoseInterval {
        Check.range("months", months, 1, 120);
        Check.range("grace-days", graceDays, 0, 3660);
        Check.range("same-dose-days", sameDoseDays, 0, 3660);
    }
}
