package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calcium and vitamin D: how it is taken, and whether it is given without a bone-specific drug after a fracture. */
final class SupplementCourses {

    private final PatientDrugs drugs;
    private final LinkedRuns links;
    private final SupplementRules rules;
    private final Regimen regimen;

    SupplementCourses(PatientDrugs drugs, LinkedRuns links) {
        this.drugs = drugs;
        this.links = links;
        this.rules = drugs.rules().supplement();
        this.regimen = new Regimen(
                rules.name(),
                rules.drugClass(),
                List.of(),
                rules.stopAfterDays(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    List<TreatmentCourse> courses() {
        Supplies supplies = supplies(rules.calcium(), rules.vitaminD());
        List<SupplyRun> runs = SupplyRun.of(regimen, supplies.inOrder());
        List<TreatmentCourse> courses = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            courses.add(course(runs.get(i), supplies, i == runs.size() - 1));
        }
        return courses;
    }

    private Supplies supplies(List<String> one, List<String> other) {
        Supplies.Lasting lasting = new Supplies.Lasting(1, rules.dispensingCoversDays());
        return new Supplies(
                drugs.seen().events(),
                atc -> SupplementRules.isOneOf(one, atc) || SupplementRules.isOneOf(other, atc) ? lasting : null,
                drugs.today(),
                -1);
    }

    private TreatmentCourse course(SupplyRun run, Supplies supplies, boolean latest) {
        LocalDate today = drugs.today();
        LocalDate lastCovered = run.uncoveredFrom().minusDays(1);
        long uncovered = today.toEpochDay() - lastCovered.toEpochDay();
        boolean gone = uncovered > rules.stopAfterDays();
        CourseEnd end = gone ? CourseEnd.GAP : drugs.dead() ? CourseEnd.DEATH : null;
        LocalDate last = gone ? lastCovered : today;
        boolean capped = drugs.rules().capPossessionRatio();
        LocalDate yearAgo = last.minusDays(364);
        CourseStatus running = uncovered > drugs.rules().gapDays() ? CourseStatus.OVERDUE : CourseStatus.ONGOING;
        List<Event> own = new ArrayList<>();
        for (Event record : supplies.records()) {
            if (!record.day().isBefore(run.start()) && !record.day().isAfter(run.lastSupply())) {
                own.add(record);
            }
        }
        List<String> evidence = Course.sources(own, today);
        return new TreatmentCourse(
                rules.name(),
                rules.drugClass(),
                end == null ? running : CourseStatus.STOPPED,
                null,
                run.start(),
                run.start(),
                null,
                last,
                lastCovered,
                end == null ? null : last.plusDays(1),
                end,
                null,
                null,
                run.adherence(run.start(), last, capped),
                run.adherence(yearAgo.isAfter(run.start()) ? yearAgo : run.start(), last, capped),
                run.gaps(last, drugs.rules().gapDays()),
                null,
                null,
                null,
                null,
                null,
                latest && end == null ? alone(evidence) : List.of(),
                evidence,
                rules.rule().id(),
                rules.rule().certainty());
    }

    private List<CourseNotice> alone(List<String> evidence) {
        LocalDate today = drugs.today();
        int graceDays = drugs.guideline().drugs().graceDays();
        boolean both = isCovered(rules.calcium(), graceDays) && isCovered(rules.vitaminD(), graceDays);
        boolean boneDrug = links.runs().stream().anyMatch(run -> run.covers(today, graceDays));
        if (!both || boneDrug || drugs.seen().episodes().isEmpty() || isAllowed()) {
            return List.of();
        }
        List<SupplyRun> runs = SupplyRun.of(
                regimen, supplies(rules.calcium(), rules.vitaminD()).inOrder());
        LocalDate start = runs.get(runs.size() - 1).start();
        LocalDate fracture = drugs.seen().episodes().get(0).day();
        LocalDate since = start.isAfter(fracture) ? start : fracture;
        for (SupplyRun run : links.runs()) {
            since = run.uncoveredFrom().isAfter(since) ? run.uncoveredFrom() : since;
        }
        return List.of(new CourseNotice(NoticeCode.SUPPLEMENT_ALONE, since, evidence, rules.rule()));
    }

    private boolean isCovered(List<String> codes, int graceDays) {
        return SupplyRun.of(regimen, supplies(codes, List.of()).inOrder()).stream()
                .anyMatch(run -> run.covers(drugs.today(), graceDays));
    }

    /** Cortisone, or a vitamin D so low that it is treated, is a reason of its own. */
    private boolean isAllowed() {
        LocalDate drugsFrom = drugs.today().minusDays(rules.allowedWithinDays());
        LocalDate resultsFrom = drugs.today().minusDays(rules.deficiencyWithinDays());
        for (Event event : drugs.seen().events()) {
            boolean reason = event.day() != null
                    && switch (event.kind()) {
                        case DRUG_ORDERED, DRUG_DISPENSED, DRUG_ADMINISTERED ->
                            !event.day().isBefore(drugsFrom)
                                    && SupplementRules.isOneOf(rules.allowedWith(), event.code());
                        case DRUG_STATED ->
                            SupplementRules.isOneOf(rules.allowedWith(), event.code())
                                    && (event.end() == null || !event.end().isBefore(drugsFrom));
                        case LABORATORY_RESULT -> rules.isDeficiency(event, resultsFrom);
                        default -> false;
                    };
            if (reason) {
                return true;
            }
        }
        return false;
    }
}
