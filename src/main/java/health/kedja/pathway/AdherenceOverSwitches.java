package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Joins courses to times on treatment and counts the days that any of the drugs covers. */
final class AdherenceOverSwitches {

    private static final int YEAR = 365;

    private final LinkedRuns links;
    private final PatientDrugs drugs;

    AdherenceOverSwitches(LinkedRuns links, PatientDrugs drugs) {
        this.links = links;
        this.drugs = drugs;
    }

    /** Of any drug first, then of each class in the order in which they were begun. */
    List<TreatmentAdherence> all() {
        List<TreatmentAdherence> found = new ArrayList<>(times(null));
        Set<String> classes = new LinkedHashSet<>();
        links.runs().forEach(run -> classes.add(run.regimen().drugClass()));
        classes.forEach(drugClass -> found.addAll(times(drugClass)));
        return List.copyOf(found);
    }

    private List<TreatmentAdherence> times(String drugClass) {
        Predicate<SupplyRun> counted =
                run -> drugClass == null || run.regimen().drugClass().equals(drugClass);
        List<TreatmentAdherence> times = new ArrayList<>();
        List<Part> time = new ArrayList<>();
        LocalDate last = null;
        for (SupplyRun run : links.runs()) {
            if (counted.test(run)) {
                Part part = part(run, counted);
                boolean joins = last != null
                        && (!part.start().isAfter(last.plusDays(1))
                                || time.stream().anyMatch(before -> links.next(before.run()) == run));
                if (!joins && !time.isEmpty()) {
                    times.add(adherence(drugClass, time, last));
                    time.clear();
                    last = null;
                }
                time.add(part);
                last = last == null || part.last().isAfter(last) ? part.last() : last;
            }
        }
        if (!time.isEmpty()) {
            times.add(adherence(drugClass, time, last));
        }
        return times;
    }

    /** A course, and the last day on which what was supplied of it counts. */
    private record Part(SupplyRun run, LocalDate last, List<String> evidence) {

        LocalDate start() {
            return run.start();
        }
    }

    private Part part(SupplyRun run, Predicate<SupplyRun> counted) {
        CourseEvaluation course = new CourseEvaluation(run, links, drugs);
        RunEnd end = course.end();
        boolean worksOn = end.reason() == CourseEnd.SWITCH && end.decision() == null && counted.test(links.next(run));
        LocalDate lastCovered = run.uncoveredFrom().minusDays(1);
        LocalDate last = worksOn && lastCovered.isAfter(end.lastDay()) ? lastCovered : end.lastDay();
        return new Part(run, last.isAfter(drugs.today()) ? drugs.today() : last, course.evidence());
    }

    private TreatmentAdherence adherence(String drugClass, List<Part> time, LocalDate last) {
        LocalDate first = time.get(0).start();
        BitSet covered = new BitSet();
        Set<String> names = new LinkedHashSet<>();
        Set<String> evidence = new LinkedHashSet<>();
        for (Part part : time) {
            part.run().addCoveredDays(covered, first, part.last());
            names.add(part.run().regimen().name());
            evidence.addAll(part.evidence());
        }
        int days = days(first, last);
        int year = Math.min(days, YEAR);
        return new TreatmentAdherence(
                drugClass,
                List.copyOf(names),
                first,
                last,
                new CoveredDays(days, covered.cardinality()),
                new CoveredDays(year, covered.get(days - year, days).cardinality()),
                List.copyOf(evidence),
                drugs.rules().rule());
    }

    private static int days(LocalDate first, LocalDate last) {
        return Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
    }
}
