package health.kedja.pathway.density;

import health.kedja.pathway.DensityLoss;
import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every measured bone density of a patient, on one scale as far as that goes. */
public final class BoneDensities {

    private static final Comparator<BoneDensity> NEWEST_FIRST = Comparator.comparing(BoneDensity::day)
            .reversed()
            .thenComparing(BoneDensity::region, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(BoneDensity::laterality, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(BoneDensity::resource)
            .thenComparingDouble(BoneDensity::bmd)
            .thenComparingDouble(BoneDensity::tScoreSent);

    private final DensityRules rules;
    private final Scanners scanners;

    BoneDensities(List<Event> all, DensityRules rules) {
        this.rules = rules;
        this.scanners = new Scanners(all);
    }

    /**
     * The measurements until a day, the newest first.
     *
     * @param asOf nothing measured later is seen
     */
    public static List<BoneDensity> of(History history, Guideline guideline, LocalDate asOf) {
        List<Event> seen = history.events().stream()
                .filter(event -> event.day() != null && !event.day().isAfter(asOf))
                .toList();
        return of(seen, history.events(), guideline);
    }

    /**
     * The measurements among events, the newest first.
     *
     * @param seen the events
     * @param all everything known, among it the scanners
     */
    public static List<BoneDensity> of(List<Event> seen, List<Event> all, Guideline guideline) {
        return new BoneDensities(all, guideline.density()).of(seen);
    }

    /**
     * The real losses since the scan before, in the order of the measurements; of several regions between the same two
     * days one, with the evidence of all.
     *
     * @param measured each with its change
     */
    public static List<DensityLoss> losses(List<BoneDensity> measured) {
        Map<List<LocalDate>, Set<String>> evidence = new LinkedHashMap<>();
        for (BoneDensity density : measured) {
            Change change = density.change();
            if (change != null && change.isRealLoss()) {
                Set<String> both =
                        evidence.computeIfAbsent(List.of(change.since(), density.day()), days -> new LinkedHashSet<>());
                both.add(change.resource());
                both.add(density.resource());
            }
        }
        List<DensityLoss> losses = new ArrayList<>();
        evidence.forEach((days, both) -> losses.add(new DensityLoss(days.get(0), days.get(1), List.copyOf(both))));
        return losses;
    }

    private List<BoneDensity> of(List<Event> seen) {
        List<Event> scores = seen.stream()
                .filter(event -> event.kind() == Kind.T_SCORE && event.hasValue())
                .toList();
        Set<Event> matched = new HashSet<>();
        List<BoneDensity> found = new ArrayList<>();
        for (Event bmd : seen) {
            if (bmd.kind() == Kind.BMD && bmd.hasValue()) {
                Event score = scoreOf(bmd, scores);
                scores.stream().filter(one -> isOfOneScan(bmd, one)).forEach(matched::add);
                found.add(measured(bmd, score));
            }
        }
        for (Event score : scores) {
            if (!matched.contains(score)) {
                found.add(scored(score));
            }
        }
        found.sort(NEWEST_FIRST);
        Changes changes = new Changes(rules.change());
        return found.stream()
                .map(one -> one.withChange(changes.since(one, found)))
                .toList();
    }

    private BoneDensity measured(Event bmd, Event score) {
        Standard standard = Standard.of(bmd, scanners, rules);
        return new BoneDensity(
                bmd.source(),
                bmd.day(),
                bmd.qualifier(),
                bmd.laterality(),
                bmd.device(),
                scanners.manufacturer(bmd.device()),
                scanners.maker(bmd.device()).orElse(null),
                bmd.value(),
                standard.standardised(),
                standard.formula(),
                standard.reason(),
                score == null ? Double.NaN : score.value(),
                score == null ? null : score.source(),
                standard.tScore(),
                standard.reference(),
                null);
    }

    private BoneDensity scored(Event score) {
        return new BoneDensity(
                score.source(),
                score.day(),
                score.qualifier(),
                score.laterality(),
                score.device(),
                scanners.manufacturer(score.device()),
                scanners.maker(score.device()).orElse(null),
                Double.NaN,
                Double.NaN,
                null,
                NotComparable.NO_BONE_DENSITY,
                score.value(),
                score.source(),
                Double.NaN,
                null,
                null);
    }

    /** The T-score of the same resource, else the lowest of the same scan; null when there is none. */
    private static Event scoreOf(Event bmd, List<Event> scores) {
        return scores.stream()
                .filter(score -> isOfOneScan(bmd, score))
                .min(Comparator.<Event, Boolean>comparing(
                                score -> !score.source().equals(bmd.source()))
                        .thenComparingDouble(Event::value)
                        .thenComparing(Event::source))
                .orElse(null);
    }

    /** Same day, region and side, and not of two scanners. */
    static boolean isOfOneScan(Event bmd, Event score) {
        return bmd.day().equals(score.day())
                && Objects.equals(bmd.qualifier(), score.qualifier())
                && Objects.equals(bmd.laterality(), score.laterality())
                && (bmd.device() == null
                        || score.device() == null
                        || bmd.device().equals(score.device()));
    }
}
