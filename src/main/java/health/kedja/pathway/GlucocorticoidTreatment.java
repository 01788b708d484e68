package health.kedja.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Whether what is recorded of glucocorticoids in a course is what an indication asks for. */
final class GlucocorticoidTreatment {

    private final Course course;
    private final Glucocorticoids asked;

    GlucocorticoidTreatment(Course course, Glucocorticoids asked) {
        this.course = course;
        this.asked = asked;
    }

    boolean isThere() {
        LocalDate stillOn = course.fractureDay().minusDays(asked.lookBackDays());
        LocalDate counted = LocalDate.MIN;
        LocalDate last = LocalDate.MIN;
        long days = 0;
        // Events come in order of day, so that each day is counted once.
        for (Event event : course.events()) {
            if (event.day() == null || !asked.countsAs(event)) {
                continue;
            }
            LocalDate end = lastDayOf(event);
            LocalDate first = event.day().isAfter(counted) ? event.day() : counted.plusDays(1);
            if (!end.isBefore(first)) {
                days += ChronoUnit.DAYS.between(first, end) + 1;
                counted = end;
            }
            last = end.isAfter(last) ? end : last;
        }
        return !last.isBefore(stillOn) && asked.days().holds(days);
    }

    /** Of a stated period also what is still planned; without an end it has lasted until today. */
    private LocalDate lastDayOf(Event event) {
        if (event.kind() == Kind.DRUG_STATED) {
            return event.end() == null ? course.today() : event.end();
        }
        long days = event.hasValue() ? Math.round(event.value()) : asked.dispensingCoversDays();
        return event.day().plusDays(days - 1);
    }
}
