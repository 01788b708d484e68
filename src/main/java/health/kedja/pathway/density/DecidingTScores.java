package health.kedja.pathway.density;

import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The T-scores that decide: as they were sent, unless the guideline says otherwise. */
public final class DecidingTScores {

    private DecidingTScores() {}

    /**
     * The events with the T-scores that decide under the guideline. A T-score that may not decide keeps its place as
     * evidence that a scan was made, and loses its value.
     *
     * @param seen what is seen on the day
     * @param all everything known, among it the scanners
     */
    public static List<Event> in(List<Event> seen, List<Event> all, Guideline guideline) {
        return in(seen, all, guideline, Set.of());
    }

    /**
     * As {@link #in(List, List, Guideline)}.
     *
     * @param abnormal bone regions of vertebrae that are clearly abnormal
     */
    public static List<Event> in(List<Event> seen, List<Event> all, Guideline guideline, Set<String> abnormal) {
        DensityRules rules = guideline.density();
        if (!rules.tScores().recomputedDecide() && !rules.vertebrae().applies()) {
            return seen;
        }
        List<Event> events = rules.tScores().recomputedDecide() ? recomputed(seen, all, rules) : seen;
        if (rules.vertebrae().applies()) {
            events = byVertebrae(events, rules, abnormal);
        }
        // In order again.
        return History.of(events).events();
    }

    private static List<Event> recomputed(List<Event> seen, List<Event> all, DensityRules rules) {
        Scanners scanners = new Scanners(all);
        List<Event> scores = new ArrayList<>();
        for (Event event : seen) {
            if (event.kind() == Kind.BMD && event.hasValue() && event.day() != null) {
                double score = Standard.of(event, scanners, rules).tScore();
                if (!Double.isNaN(score)) {
                    scores.add(score(event, score));
                }
            }
        }
        List<Event> events = new ArrayList<>(seen.size() + scores.size());
        for (Event event : seen) {
            boolean replaced = event.kind() == Kind.T_SCORE
                    && event.day() != null
                    && scores.stream().anyMatch(score -> BoneDensities.isOfOneScan(score, event));
            events.add(replaced ? event.withValue(Double.NaN) : event);
        }
        events.addAll(scores);
        return events;
    }

    private static Event score(Event bmd, double value) {
        return Event.of(Kind.T_SCORE, bmd.day(), bmd.source())
                .withQualifier(bmd.qualifier())
                .withLaterality(bmd.laterality())
                .withEncounter(bmd.encounter())
                .withDevice(bmd.device())
                .withValue(value);
    }

    /** A spine of which vertebrae are left out counts by those that are left, and not at all when they are too few. */
    private static List<Event> byVertebrae(List<Event> seen, DensityRules rules, Set<String> abnormal) {
        List<LumbarVertebrae> scans = LumbarVertebrae.of(seen, abnormal, rules.vertebrae());
        Set<Object> leftOut = scans.stream()
                .filter(scan -> !scan.usable()
                        || !scan.differing().isEmpty()
                        || !scan.abnormal().isEmpty())
                .map(LumbarVertebrae::day)
                .collect(Collectors.toSet());
        List<Event> events = new ArrayList<>(seen.size());
        for (Event event : seen) {
            events.add(isWholeSpine(event) && leftOut.contains(event.day()) ? event.withValue(Double.NaN) : event);
        }
        for (LumbarVertebrae scan : scans) {
            boolean measuredWhole = seen.stream()
                    .anyMatch(event -> isWholeSpine(event)
                            && event.hasValue()
                            && scan.day().equals(event.day()));
            if (scan.usable() && (leftOut.contains(scan.day()) || !measuredWhole)) {
                String source = scan.used().get(0).resource();
                events.add(Event.of(Kind.T_SCORE, scan.day(), source)
                        .withQualifier(Formulas.LUMBAR_SPINE)
                        .withValue(scan.tScore()));
            }
        }
        return events;
    }

    private static boolean isWholeSpine(Event event) {
        return event.kind() == Kind.T_SCORE && Formulas.LUMBAR_SPINE.equals(event.qualifier());
    }
}
