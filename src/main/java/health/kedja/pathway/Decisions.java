package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Documented decisions not to, declined offers, and a limited life expectancy. */
final class Decisions {

    private final Course course;
    private final List<Event> against = new ArrayList<>();
    private final Event limitedLifeExpectancy;

    Decisions(Course course) {
        this.course = course;
        LocalDate first =
                course.fractureDay().minusDays(course.guideline().decisions().limitedLifeExpectancyLookBackDays());
        Event limited = null;
        for (Event event : course.events()) {
            if (event.kind() == Kind.NOT_DONE) {
                against.add(event);
            }
            if (saysLifeIsLimited(event) && !event.day().isBefore(first)) {
                limited = event;
            }
        }
        limitedLifeExpectancy = limited;
    }

    /** A decision that names a limited life expectancy as its reason records one. */
    private static boolean saysLifeIsLimited(Event event) {
        return event.kind() == Kind.LIMITED_LIFE_EXPECTANCY
                || (event.kind() == Kind.NOT_DONE && "limited-life-expectancy".equals(event.qualifier()));
    }

    /** The latest record of a limited life expectancy, or null. */
    Event limitedLifeExpectancy() {
        return limitedLifeExpectancy;
    }

    /** The latest decision against what the group asks for, within the look-back of the step; or null. */
    Event against(EvidenceGroup group, StepCode code) {
        StepRule rule = course.guideline().step(code);
        LocalDate first = course.lookBackOf(code);
        for (int i = against.size() - 1; i >= 0; i--) {
            Event decision = against.get(i);
            boolean meant = group.isMeantBy(decision.code())
                    || rule.alsoDeclinedAs().stream().anyMatch(token -> token.isMeantBy(decision.code()));
            if (meant && !decision.day().isBefore(first)) {
                return decision;
            }
        }
        return null;
    }

    static StepReason reasonOf(Event decision) {
        if (decision.qualifier() == null) {
            return StepReason.OTHER_REASON;
        }
        return switch (decision.qualifier()) {
            case "declined" -> StepReason.DECLINED;
            case "contraindicated" -> StepReason.CONTRAINDICATED;
            case "not-indicated" -> StepReason.NOT_INDICATED;
            case "limited-life-expectancy" -> StepReason.LIMITED_LIFE_EXPECTANCY;
            case "unable" -> StepReason.UNABLE;
            default -> StepReason.OTHER_REASON;
        };
    }
}
