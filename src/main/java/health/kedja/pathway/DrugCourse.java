package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of treatment that the patient is in, or was in last.
 *
 * @param option what is given
 * @param start first day of the course
 * @param lastCovered last day that it covers without grace; null when it was ordered and nothing shows that it was taken
 * @param covered whether it covers the day asked for, grace included
 * @param evidence what shows it
 */
record DrugCourse(DrugOption option, LocalDate start, LocalDate lastCovered, boolean covered, List<Event> evidence) {

    /** The latest course of a drug that the advice offers, or null. */
    static DrugCourse latest(Course course, AdviceRules rules) {
        List<Event> taken = new ArrayList<>();
        List<Event> ordered = new ArrayList<>();
        for (Event event : course.events()) {
            if (course.counts(event) && rules.optionOf(event.code()) != null) {
                switch (event.kind()) {
                    case DRUG_DISPENSED, DRUG_ADMINISTERED, DRUG_STATED -> taken.add(event);
                    case DRUG_ORDERED -> ordered.add(event);
                    default -> {}
                }
            }
        }
        List<Event> shown = taken.isEmpty() ? ordered : taken;
        if (shown.isEmpty()) {
            return null;
        }
        DrugOption option = rules.optionOf(shown.get(shown.size() - 1).code());
        List<Event> same = new ArrayList<>();
        LocalDate last = null;
        for (Event event : shown) {
            if (option.isOf(event.code())) {
                if (last != null && isAfterPause(event, last, rules)) {
                    same.clear();
                    last = null;
                }
                same.add(event);
                LocalDate end = lastDay(event, course);
                last = last == null || end.isAfter(last) ? end : last;
            }
        }
        Coverage coverage = new Coverage(course.guideline().drugs());
        boolean covered = same.stream().anyMatch(event -> coverage.covers(event, course.today()));
        return new DrugCourse(option, same.get(0).day(), taken.isEmpty() ? null : last, covered, same);
    }

    /** Without a rule for the pause any uncovered time is part of the same course. */
    private static boolean isAfterPause(Event event, LocalDate last, AdviceRules rules) {
        return rules.followUp()
                .map(pause -> event.day().isAfter(last.plusMonths(pause.pauseMonths())))
                .orElse(false);
    }

    /** Whether it was taken and no longer is. */
    boolean stopped() {
        return lastCovered != null && !covered;
    }

    private static LocalDate lastDay(Event event, Course course) {
        Drug drug = course.guideline().drugs().find(event.code());
        return switch (event.kind()) {
            case DRUG_STATED -> event.end() == null ? course.today() : event.end();
            case DRUG_ADMINISTERED -> event.day().plusDays(drug.doseCoversDays() - 1L);
            case DRUG_DISPENSED ->
                event.day().plusDays((event.hasValue() ? Math.round(event.value()) : drug.dispensingCoversDays()) - 1L);
            default -> event.day();
        };
    }
}
