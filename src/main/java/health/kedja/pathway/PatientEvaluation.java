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

    PatientEvaluation(History history, Guideline guideline, LocalDate asOf, Map<String, ChainType> units) {
        this.units = units;
        this.guideline = guideline;
        this.asOf = asOf;
        this.events = DecidingTScores.in(Visible.until(asOf, history.events()), history.events(), guideline);
    }

    ChainReport report() {
        LocalDate birth = null;
        Death death = null;
        List<Event> notUnderstood = new ArrayList<>();
        for (Event event : events) {
            switch (event.kind()) {
                case BIRTH -> birth = birth == null ? event.day() : birth;
                // A death with a day says more than one without; those without come first.
                case DEATH -> death = death == null || death.day() == null ? new Death(event.day()) : death;
                case NOT_UNDERSTOOD -> notUnderstood.add(event);
                default -> {}
            }
        }
        IndexFractures fractures = new IndexFractures(events, birth, guideline);
        return new ChainReport(chains(fractures.episodes(), birth, death), fractures.excluded(), notUnderstood);
    }

    private List<FractureChain> chains(List<Episode> episodes, LocalDate birth, Death death) {
        List<FractureChain> newestFirst = new ArrayList<>(episodes.size());
        for (int i = episodes.size() - 1; i >= 0; i--) {
            Episode episode = episodes.get(i);
            LocalDate newFracture =
                    i + 1 < episodes.size() && guideline.episode().newFractureEndsChain()
                            ? episodes.get(i + 1).day()
                            : null;
            ChainEnd end = ChainEnd.of(episode.day(), death, newFracture, guideline);
            LocalDate lastDay = end == null || end.lastDay() == null ? asOf : end.lastDay();
            Course course = new Course(episode, Visible.until(lastDay, events), lastDay, birth, guideline);
            newestFirst.add(new ChainEvaluation(course, end, asOf, new Unit(course, units)).chain());
        }
        return newestFirst;
    }
}
