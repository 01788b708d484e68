package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What follows an ongoing treatment: bone density, the next decision, what to think of when it stops. */
final class FollowUpAdvice {

    private final Course course;
    private final FollowUpRules rules;
    private final DrugCourse treatment;
    private final List<AdviceLine> lines = new ArrayList<>();

    FollowUpAdvice(Course course, FollowUpRules rules, DrugCourse treatment) {
        this.course = course;
        this.rules = rules;
        this.treatment = treatment;
    }

    /** In the order in which they come up. */
    List<AdviceLine> lines() {
        if (treatment.stopped()) {
            stopped();
        } else {
            ongoing();
        }
        return lines;
    }

    private void ongoing() {
        LocalDate start = treatment.start();
        DrugOption option = treatment.option();
        LocalDate measured = start.plusMonths(rules.densityEarliestMonths());
        if (course.since(measured, FollowUpAdvice::measuresDensity).isEmpty()) {
            lines.add(line(AdviceKind.FOLLOW_UP, "bone-density-on-treatment", Strength.RECOMMENDED, rules.densityRule())
                    .dueOn(start.plusMonths(rules.densityAfterMonths())));
        }
        option.course()
                .ifPresent(length ->
                        lines.add(line(AdviceKind.DECISION, "end-of-course", Strength.RECOMMENDED, length.rule())
                                .dueOn(start.plusMonths(length.months()))));
        option.whenStopped()
                .ifPresent(rule ->
                        lines.add(line(AdviceKind.DECISION, "plan-before-stopping", Strength.RECOMMENDED, rule)));
    }

    private void stopped() {
        LocalDate last = treatment.lastCovered();
        DrugOption option = treatment.option();
        option.whenStopped()
                .ifPresent(rule ->
                        lines.add(line(AdviceKind.WARNING, "stopped-without-follow-on", Strength.RECOMMENDED, rule)
                                .dueOn(last)));
        boolean whole = option.course()
                .map(length -> !last.plusDays(1).isBefore(treatment.start().plusMonths(length.months())))
                .orElse(false);
        if (whole && rules.newCourseRoutes().contains(option.route())) {
            lines.add(line(AdviceKind.DECISION, "new-course", Strength.CONSIDER, rules.newCourseRule())
                    .dueOn(last.plusMonths(rules.pauseMonths())));
        }
    }

    private AdviceLine line(AdviceKind kind, String code, Strength strength, Rule rule) {
        List<String> evidence = Course.sources(treatment.evidence(), course.today());
        return AdviceLine.of(kind, code, AdviceStatus.ADVISED, strength, rule, evidence)
                .about(treatment.option());
    }

    private static boolean measuresDensity(Event event) {
        return event.kind() == Kind.BONE_DENSITY_SCAN || event.kind() == Kind.BMD || event.kind() == Kind.T_SCORE;
    }
}
