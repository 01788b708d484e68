package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which course took over from which, and since when the patient has been on a drug, a class, or any drug. */
final class LinkedRuns {

    private final List<SupplyRun> runs = new ArrayList<>();
    private final Map<SupplyRun, SupplyRun> next = new IdentityHashMap<>();
    private final Map<SupplyRun, SupplyRun> previous = new IdentityHashMap<>();
    private final Map<SupplyRun, LocalDate> classStart = new IdentityHashMap<>();
    private final Map<SupplyRun, LocalDate> treatmentStart = new IdentityHashMap<>();

    LinkedRuns(PatientDrugs drugs) {
        drugs.care().forEach(care -> runs.addAll(care.runs()));
        // The order of regimens in the file settles what begins on one day; the sort keeps it.
        runs.sort(Comparator.comparing(SupplyRun::start));
        for (SupplyRun run : runs) {
            LocalDate last = run.uncoveredFrom().plusDays(drugs.rules().switchWithinDays());
            for (SupplyRun other : runs) {
                boolean takesOver = other.regimen() != run.regimen()
                        && other.start().isAfter(run.lastSupply())
                        && !other.start().isAfter(last);
                if (takesOver) {
                    next.put(run, other);
                    break;
                }
            }
        }
        for (SupplyRun run : runs) {
            classStart.putIfAbsent(run, run.start());
            treatmentStart.putIfAbsent(run, run.start());
            SupplyRun follower = next.get(run);
            if (follower != null) {
                previous.merge(
                        follower, run, (one, other) -> other.lastSupply().isAfter(one.lastSupply()) ? other : one);
                treatmentStart.merge(follower, treatmentStart.get(run), LinkedRuns::earlier);
                if (follower.regimen().drugClass().equals(run.regimen().drugClass())) {
                    classStart.merge(follower, classStart.get(run), LinkedRuns::earlier);
                }
            }
        }
    }

    /** All runs by their first day. */
    List<SupplyRun> runs() {
        return runs;
    }

    /** The run that took over, or null. */
    SupplyRun next(SupplyRun run) {
        return next.get(run);
    }

    /** The run from which this one took over; of several the one supplied last; or null. */
    SupplyRun previous(SupplyRun run) {
        return previous.get(run);
    }

    LocalDate classStart(SupplyRun run) {
        return classStart.get(run);
    }

    LocalDate treatmentStart(SupplyRun run) {
        return treatmentStart.get(run);
    }

    /** Whether any drug was begun, or begun anew, after the day. */
    boolean anyBegunAfter(LocalDate day) {
        return runs.stream().anyMatch(run -> run.start().isAfter(day));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }
}
