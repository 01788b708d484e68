package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One course of a bone-specific drug: dates, adherence and what follows from them. */
final class CourseEvaluation {

    private static final int YEAR = 365;

    private final SupplyRun run;
    private final LinkedRuns links;
    private final PatientDrugs drugs;
    private final RunEnd end;

    CourseEvaluation(SupplyRun run, LinkedRuns links, PatientDrugs drugs) {
        this.run = run;
        this.links = links;
        this.drugs = drugs;
        this.end = RunEnd.of(run, links, drugs);
    }

    TreatmentCourse course() {
        Regimen regimen = run.regimen();
        LocalDate first = run.start();
        LocalDate last = end.lastDay();
        boolean capped = drugs.rules().capPossessionRatio();
        LocalDate yearAgo = last.minusDays(YEAR - 1L);
        Adherence lastYear = run.adherence(yearAgo.isAfter(first) ? yearAgo : first, last, capped);
        return new TreatmentCourse(
                regimen.name(),
                regimen.drugClass(),
                status(),
                ordered(),
                first,
                links.classStart(run),
                links.treatmentStart(run),
                last,
                run.uncoveredFrom().minusDays(1),
                end.stopped(),
                end.reason(),
                links.previous(run) == null
                        ? null
                        : links.previous(run).regimen().name(),
                end.reason() == CourseEnd.SWITCH ? links.next(run).regimen().name() : null,
                run.adherence(first, last, capped),
                lastYear,
                run.gaps(last, drugs.rules().gapDays()),
                nextDose(),
                nextDecision(),
                holidayEnds(),
                end.isRunning() ? controlDensityDue() : null,
                end.isRunning() ? controlDensityDone() : null,
                new CourseNotices(this, lastYear).all(),
                evidence(),
                drugs.rules().rule().id(),
                drugs.rules().rule().certainty());
    }

    SupplyRun run() {
        return run;
    }

    RunEnd end() {
        return end;
    }

    LinkedRuns links() {
        return links;
    }

    PatientDrugs drugs() {
        return drugs;
    }

    CourseStatus status() {
        if (end.isRunning()) {
            return overdueSince() == null ? CourseStatus.ONGOING : CourseStatus.OVERDUE;
        }
        if (end.reason() == CourseEnd.SWITCH) {
            return CourseStatus.SWITCHED;
        }
        if (!end.completed()) {
            return CourseStatus.STOPPED;
        }
        LocalDate holidayEnds = holidayEnds();
        boolean paused = holidayEnds != null && !drugs.today().isAfter(holidayEnds);
        return paused && !isFollowed() ? CourseStatus.HOLIDAY : CourseStatus.COMPLETED;
    }

    /** Whether any drug was begun after the course. */
    boolean isFollowed() {
        return links.anyBegunAfter(end.lastDay());
    }

    /** The first day on which the course was overdue, or null. */
    LocalDate overdueSince() {
        LocalDate nextDose = nextDose();
        LocalDate since = nextDose == null
                ? run.uncoveredFrom().plusDays(drugs.rules().gapDays())
                : nextDose.plusDays(1L + run.regimen().interval().orElseThrow().graceDays());
        return drugs.today().isBefore(since) ? null : since;
    }

    /** Null when the planned duration is over by then: that day is one of decision. */
    LocalDate nextDose() {
        LocalDate lastDose = run.lastDose();
        Optional<DoseInterval> interval = run.regimen().interval();
        if (lastDose == null || interval.isEmpty() || !end.isRunning()) {
            return null;
        }
        LocalDate next = lastDose.plusMonths(interval.get().months());
        return run.regimen()
                        .duration()
                        .filter(duration -> !next.isBefore(decisionDay(duration).minusDays(duration.toleranceDays())))
                        .isPresent()
                ? null
                : next;
    }

    LocalDate nextDecision() {
        return end.isRunning() ? run.regimen().duration().map(this::decisionDay).orElse(null) : null;
    }

    private LocalDate decisionDay(PlannedDuration duration) {
        return links.classStart(run).plusMonths(duration.months());
    }

    LocalDate holidayEnds() {
        return end.completed()
                ? run.regimen()
                        .duration()
                        .flatMap(PlannedDuration::holiday)
                        .map(holiday ->
                                end.stopped().plusMonths(holiday.months()).minusDays(1))
                        .orElse(null)
                : null;
    }

    LocalDate controlDensityDue() {
        return drugs.rules()
                .controlDensity()
                .map(rule -> links.treatmentStart(run).plusMonths(rule.afterMonths()))
                .orElse(null);
    }

    LocalDate controlDensityDone() {
        ControlDensity rule = drugs.rules().controlDensity().orElse(null);
        if (rule == null) {
            return null;
        }
        LocalDate first = controlDensityDue().minusDays(rule.earlyDays());
        for (Event event : drugs.seen().events()) {
            boolean counts = event.day() != null
                    && !event.day().isBefore(first)
                    && rule.doneBy().stream().anyMatch(token -> token.matches(event));
            if (counts) {
                return event.day();
            }
        }
        return null;
    }

    /** The first prescription that belongs to the course: after the end of the one before of the same drug. */
    private LocalDate ordered() {
        List<Event> own = ordersOfTheCourse();
        return own.isEmpty() ? null : own.get(0).day();
    }

    private List<Event> ordersOfTheCourse() {
        LocalDate after = null;
        for (SupplyRun other : links.runs()) {
            if (other.regimen() == run.regimen() && other.start().isBefore(run.start())) {
                after = other.uncoveredFrom().plusDays(run.regimen().stopAfterDays());
            }
        }
        List<Event> own = new ArrayList<>();
        for (Event order : drugs.suppliesOf(run).orders()) {
            if ((after == null || !order.day().isBefore(after)) && !order.day().isAfter(lastOrderDay(run))) {
                own.add(order);
            }
        }
        return own;
    }

    /** A prescription after this day is one of a new course. */
    static LocalDate lastOrderDay(SupplyRun run) {
        return run.uncoveredFrom().plusDays(run.regimen().stopAfterDays()).minusDays(1);
    }

    /** The last dispensing or dose, or all that was stated where there is none. */
    List<String> lastSupply() {
        LocalDate day = run.lastDose();
        List<Event> last = drugs.suppliesOf(run).records().stream()
                .filter(record -> record.day().equals(day) && record.kind() != Kind.DRUG_STATED)
                .toList();
        return last.isEmpty() ? evidence() : Course.sources(last, drugs.today());
    }

    /** Dispensings, doses and statements, in order of day; the decision that ended the course comes last. */
    List<String> evidence() {
        List<Event> own = new ArrayList<>();
        for (Event record : drugs.suppliesOf(run).records()) {
            if (!record.day().isBefore(run.start()) && !record.day().isAfter(run.lastSupply())) {
                own.add(record);
            }
        }
        own.addAll(ordersOfTheCourse());
        if (end.decision() != null) {
            own.add(end.decision());
        }
        return Course.sources(own, drugs.today());
    }
}
