package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * Something in a course of treatment that a clinician should see and decide on.
 *
 * @param code what it is
 * @param since the day from which it holds
 * @param evidence the resources that say so
 * @param rule the rule of the guideline
 */
public record CourseNotice(NoticeCode code, LocalDate since, List<String> evidence, Rule rule) {

    public CourseNotice {
        evidence = List.copyOf(evidence);
    }
}
