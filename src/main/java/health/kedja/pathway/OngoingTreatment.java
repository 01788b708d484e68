package health.kedja.pathway;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the bone broke on treatment, and whether that treatment was reviewed since. */
final class OngoingTreatment {

    private final Course course;
    private final TreatmentRules rules;
    private final Set<String> drugs = new HashSet<>();

    OngoingTreatment(Course course) {
        this.course = course;
        this.rules = course.guideline().treatment();
        Coverage coverage = new Coverage(course.guideline().drugs());
        LocalDate dayBefore = course.fractureDay().minusDays(1);
        for (Event event : course.events()) {
            if (coverage.covers(event, dayBefore)) {
                drugs.add(drugOf(event));
            }
        }
    }

    boolean isThere() {
        return !drugs.isEmpty();
    }

    /** What shows a review, on or after the fracture. */
    List<Event> reviews() {
        return course.since(course.fractureDay(), this::isReview);
    }

    private boolean isReview(Event event) {
        if (!course.counts(event) || rules.reviewDoneBy().stream().noneMatch(token -> token.matches(event))) {
            return false;
        }
        boolean refill = event.kind() == Kind.DRUG_DISPENSED && drugs.contains(drugOf(event));
        return !refill || rules.refillIsReview();
    }

    private String drugOf(Event event) {
        return course.guideline().drugs().find(event.code()).atc();
    }
}
