package health.kedja.pathway;

import java.util.Set;

/**
 * How an ongoing treatment is followed up.
 *
 * @param densityRule the rule for a new measurement of bone density
 * @param densityAfterMonths months after the start of the course when it is due
 * @param densityEarliestMonths months after the start from which one counts
 * @param newCourseRule the rule for a new course after a pause
 * @param newCourseRoutes routes for which it holds
 * @param pauseMonths length of the pause; events of one drug that lie further apart are two courses
 */
public record FollowUpRules(
        Rule densityRule,
        int densityAfterMonths,
        int densityEarliestMonths,
        Rule newCourseRule,
        Set<Route> newCourseRoutes,
        int pauseMonths) {

    public FollowUpRules {
        Check.range("density-after-months", densityAfterMonths, 1, 240);
        Check.range("density-earliest-months", densityEarliestMonths, 0, densityAfterMonths);
        Check.range("pause-months", pauseMonths, 1, 240);
        newCourseRoutes = Set.copyOf(newCourseRoutes);
    }
}
