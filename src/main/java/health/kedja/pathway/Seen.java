package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * What one day lets see of a patient, until the death at the latest.
 *
 * @param events in order of day
 * @param birth day of birth, or null
 * @param dead whether the patient had died
 * @param today the day asked for, or that of the death where it is earlier
 * @param episodes the index fractures, oldest first
 */
record Seen(List<Event> events, LocalDate birth, boolean dead, LocalDate today, List<Episode> episodes) {

    /**
     * What the day lets see.
     *
     * @param visible the events until the day asked for
     * @param sorted the index fractures among them, oldest first
     */
    static Seen of(List<Event> visible, Guideline guideline, LocalDate asOf, List<Episode> sorted) {
        LocalDate birth = null;
        boolean dead = false;
        LocalDate today = asOf;
        for (Event event : visible) {
            if (event.kind() == Kind.BIRTH && birth == null) {
                birth = event.day();
            } else if (event.kind() == Kind.DEATH) {
                dead = true;
                // In order of day: of several deaths the first counts.
                today = event.day() != null && event.day().isBefore(today) ? event.day() : today;
            }
        }
        List<Event> events = Visible.until(today, visible);
        // Only what is dated after the death can make a difference.
        boolean same = events.size() == visible.size();
        List<Episode> episodes = same ? sorted : new IndexFractures(events, birth, guideline).episodes();
        return new Seen(events, birth, dead, today, episodes);
    }
}
