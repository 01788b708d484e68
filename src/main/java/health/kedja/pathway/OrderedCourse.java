package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Prescriptions of a drug after which nothing of it was supplied. */
final class OrderedCourse {

    private final PatientDrugs drugs;
    private final LinkedRuns links;
    private final PatientDrugs.RegimenCare care;
    private final List<Event> orders = new ArrayList<>();

    OrderedCourse(PatientDrugs.RegimenCare care, LinkedRuns links, PatientDrugs drugs) {
        this.care = care;
        this.links = links;
        this.drugs = drugs;
        List<SupplyRun> runs = care.runs();
        LocalDate after = runs.isEmpty() ? null : CourseEvaluation.lastOrderDay(runs.get(runs.size() - 1));
        for (Event order : care.supplies().orders()) {
            if (after == null || order.day().isAfter(after)) {
                orders.add(order);
            }
        }
    }

    boolean isThere() {
        return !orders.isEmpty();
    }

    TreatmentCourse course() {
        Regimen regimen = care.regimen();
        LocalDate latest = orders.get(orders.size() - 1).day();
        LocalDate late = latest.plusDays(1L + drugs.rules().firstSupplyWithinDays());
        LocalDate given = late.plusDays(regimen.stopAfterDays());
        Event decision = drugs.firstDecision(latest, given);
        SupplyRun other = links.runs().stream()
                .filter(run -> run.start().isAfter(latest) && run.start().isBefore(given))
                .findFirst()
                .orElse(null);
        boolean switched = other != null && (decision == null || !decision.day().isBefore(other.start()));
        CourseEnd end = switched ? CourseEnd.SWITCH : decision != null ? CourseEnd.DECISION : endBy(given);
        LocalDate stopped = end == null
                ? null
                : switch (end) {
                    case SWITCH -> other.start();
                    case DECISION -> decision.day();
                    case DEATH -> drugs.today();
                    default -> given;
                };
        boolean overdue = end == null && !drugs.today().isBefore(late);
        List<Event> own = new ArrayList<>(orders);
        if (end == CourseEnd.DECISION) {
            own.add(decision);
        }
        List<String> evidence = Course.sources(own, drugs.today());
        return new TreatmentCourse(
                regimen.name(),
                regimen.drugClass(),
                status(end, overdue),
                orders.get(0).day(),
                null,
                null,
                null,
                null,
                null,
                stopped,
                end,
                null,
                switched ? other.regimen().name() : null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                overdue
                        ? List.of(new CourseNotice(
                                NoticeCode.NEVER_STARTED,
                                late,
                                evidence,
                                drugs.rules().rule()))
                        : List.of(),
                evidence,
                drugs.rules().rule().id(),
                drugs.rules().rule().certainty());
    }

    private CourseEnd endBy(LocalDate given) {
        if (drugs.dead()) {
            return CourseEnd.DEATH;
        }
        return drugs.today().isBefore(given) ? null : CourseEnd.GAP;
    }

    private static CourseStatus status(CourseEnd end, boolean overdue) {
        if (end == CourseEnd.SWITCH) {
            return CourseStatus.SWITCHED;
        }
        if (end != null) {
            return CourseStatus.STOPPED;
        }
        return overdue ? CourseStatus.OVERDUE : CourseStatus.ORDERED;
    }
}
