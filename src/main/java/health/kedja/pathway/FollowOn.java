package health.kedja.pathway;

import java.util.List;

/**
 * That the effect of a drug does not last, and what takes over.
 *
 * @param rule the rule
 * @param rebound whether already a dose that is overdue is a danger
 * @param classes classes of drugs that take over
 * @param noticeMonths calendar months after the drug for which the missing follow-on is pointed out
 */
public record FollowOn(Rule rule, boolean rebound, List<String> classes, int noticeMonths) {

    public FollowOn {
        classes = List.copyOf(classes);
        Check.range("notice-months", noticeMonths, 1, 240);
    }
}
