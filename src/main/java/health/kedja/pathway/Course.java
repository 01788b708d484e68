package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What happened to a patient around one fracture, as seen on one day.
 *
 * @param episode the fracture
 * @param events everything visible, in order of day
 * @param today the day that the steps are judged on
 * @param birth day of birth, or null
 * @param guideline the care programme
 */
record Course(Episode episode, List<Event> events, LocalDate today, LocalDate birth, Guideline guideline) {

    private static final Comparator<Event> BY_DAY =
            Comparator.comparing(Event::day).thenComparing(Event::source);

    LocalDate fractureDay() {
        return episode.day();
    }

    LocalDate dueOf(StepCode code) {
        return fractureDay().plusDays(guideline.step(code).dueWithinDays());
    }

    /** The first day from which evidence of the step counts. */
    LocalDate lookBackOf(StepCode code) {
        return fractureDay().minusDays(guideline.step(code).lookBackDays());
    }

    /** Dated events on or after the day that pass. */
    List<Event> since(LocalDate first, Predicate<Event> wanted) {
        List<Event> found = new ArrayList<>();
        for (Event event : events) {
            if (event.day() != null && !event.day().isBefore(first) && wanted.test(event)) {
                found.add(event);
            }
        }
        return found;
    }

    /** A drug counts only when it is on the guideline's list; everything else counts by itself. */
    boolean counts(Event event) {
        return switch (event.kind()) {
            case DRUG_ORDERED, DRUG_DISPENSED, DRUG_ADMINISTERED, DRUG_STATED ->
                guideline.drugs().find(event.code()) != null;
            default -> true;
        };
    }

    /** The names of the resources, in order of day and name, each once; those after the last day left out. */
    static List<String> sources(List<Event> events, LocalDate lastDay) {
        List<Event> ordered = new ArrayList<>(events);
        ordered.sort(BY_DAY);
        Set<String> names = new LinkedHashSet<>();
        for (Event event : ordered) {
            if (!event.day().isAfter(lastDay)) {
                names.add(event.source());
            }
        }
        return List.copyOf(names);
    }
}
