package health.kedja.pathway;

import health.kedja.pathway.density.DecidingTScores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One patient under one guideline as of one day: from events to the report. */
final class PatientEvaluation {

    private final Guideline guideline;
    private final LocalDate asOf;
    private final List<Event> events;
    private final Map<String, ChainType> units;
    private final Sorted sorted;

    /**
     * Sorts the fractures.
     *
     * @param visible what the day lets see
     * @param all everything known, among it the scanners
     */
    PatientEvaluation(
            List<Event> visible, List<Event> all, Guideline guideline, LocalDate asOf, Map<String, ChainType> units) {
        this.units = units;
        this.guideline = guideline;
        this.asOf = asOf;
        this.events = DecidingTScores.in(visible, all, guideline);
        this.sorted = sorted();
    }

    /** The index fractures, oldest first. */
    List<Episode> episodes() {
        return sorted.episodes();
    }

    ChainReport report() {
        List<FractureChain> newestFirst = new ArrayList<>();
        for (int i = sorted.episodes().size() - 1; i >= 0; i--) {
            ChainEnd end = sorted.endOf(i);
            Course course = sorted.courseOf(i, end);
            newestFirst.add(new ChainEvaluation(course, end, asOf, new Unit(course, units)).chain());
        }
        List<Event> notUnderstood = events.stream()
                .filter(event -> event.kind() == Kind.NOT_UNDERSTOOD)
                .toList();
        return new ChainReport(newestFirst, sorted.fractures().excluded(), notUnderstood);
    }

    /**
     * What counts for the chain of a fracture.
     *
     * @throws IllegalArgumentException if it is not an index fracture of the patient
     */
    Course courseOf(String indexFracture) {
        int i = sorted.indexOf(indexFracture);
        return sorted.courseOf(i, sorted.endOf(i));
    }

    /** Whether no later fracture opened a chain. */
    boolean isNewest(String indexFracture) {
        return sorted.indexOf(indexFracture) == sorted.episodes().size() - 1;
    }

    boolean isDead() {
        return events.stream().anyMatch(event -> event.kind() == Kind.DEATH);
    }

    private Sorted sorted() {
        LocalDate birth = null;
        Death death = null;
        for (Event event : events) {
            switch (event.kind()) {
                case BIRTH -> birth = birth == null ? event.day() : birth;
                // A death with a day says more than one without; those without come first.
                case DEATH -> death = death == null || death.day() == null ? new Death(event.day()) : death;
                default -> {}
            }
        }
        return new Sorted(new IndexFractures(events, birth, guideline), birth, death);
    }

    /** The fractures of the patient in their chains, oldest first. */
    private final class Sorted {

        private final IndexFractures fractures;
        private final LocalDate birth;
        private final Death death;

        Sorted(IndexFractures fractures, LocalDate birth, Death death) {
            this.fractures = fractures;
            this.birth = birth;
            this.death = death;
        }

        IndexFractures fractures() {
            return fractures;
        }

        List<Episode> episodes() {
            return fractures.episodes();
        }

        int indexOf(String indexFracture) {
            for (int i = 0; i < episodes().size(); i++) {
                if (episodes().get(i).index().source().equals(indexFracture)) {
                    return i;
                }
            }
            throw new IllegalArgumentException(indexFracture + " opened no chain");
        }

        ChainEnd endOf(int i) {
            LocalDate newFracture =
                    i + 1 < episodes().size() && guideline.episode().newFractureEndsChain()
                            ? episodes().get(i + 1).day()
                            : null;
            return ChainEnd.of(episodes().get(i).day(), death, newFracture, guideline);
        }

        Course courseOf(int i, ChainEnd end) {
            LocalDate lastDay = end == null || end.lastDay() == null ? asOf : end.lastDay();
            return new Course(episodes().get(i), Visible.until(lastDay, events), lastDay, birth, guideline);
        }
    }
}
