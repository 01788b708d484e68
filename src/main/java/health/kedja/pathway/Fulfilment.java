package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How far what a step asks for is recorded.
 *
 * @param done day on which the last of it was done or decided against; null while something is missing, and when all
 *     of it was decided against
 * @param evidence what was recorded, also when something is missing
 * @param decision the latest decision when everything was decided against, or null
 */
record Fulfilment(LocalDate done, List<Event> evidence, Event decision) {

    static Fulfilment of(StepCode code, Course course, Decisions decisions) {
        StepRule rule = course.guideline().step(code);
        Fulfilment usual = of(rule.doneBy(), code, course, decisions);
        boolean otherwise = usual.done == null
                && decisions.limitedLifeExpectancy() != null
                && !rule.doneByAtLimitedLifeExpectancy().isEmpty();
        return otherwise ? of(rule.doneByAtLimitedLifeExpectancy(), code, course, decisions) : usual;
    }

    private static Fulfilment of(List<EvidenceGroup> groups, StepCode code, Course course, Decisions decisions) {
        LocalDate first = course.lookBackOf(code);
        List<Event> evidence = new ArrayList<>();
        LocalDate done = null;
        Event latestDecision = null;
        boolean missing = groups.isEmpty();
        boolean allAgainst = !groups.isEmpty();
        for (EvidenceGroup group : groups) {
            List<Event> found = course.since(first, event -> group.contains(event) && course.counts(event));
            Event decision = decisions.against(group, code);
            allAgainst &= decision != null;
            latestDecision = later(latestDecision, decision);
            evidence.addAll(found);
            if (found.isEmpty() && decision == null) {
                missing = true;
            } else {
                LocalDate day = (found.isEmpty() ? decision : found.get(0)).day();
                done = done == null || day.isAfter(done) ? day : done;
            }
        }
        return new Fulfilment(
                missing || evidence.isEmpty() ? null : done, evidence, allAgainst ? latestDecision : null);
    }

    private static Event later(Event one, Event other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.day().isAfter(one.day()) ? other : one;
    }
}
