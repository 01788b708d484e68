package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a clinician should see of a course. */
final class CourseNotices {

    private final CourseEvaluation course;
    private final Adherence lastYear;
    private final SupplyRun run;
    private final RunEnd end;
    private final PatientDrugs drugs;
    private final CourseRules rules;
    private final LocalDate today;
    private final List<CourseNotice> notices = new ArrayList<>();

    CourseNotices(CourseEvaluation course, Adherence lastYear) {
        this.course = course;
        this.lastYear = lastYear;
        this.run = course.run();
        this.end = course.end();
        this.drugs = course.drugs();
        this.rules = drugs.rules();
        this.today = drugs.today();
    }

    /** Those that are most urgent first. */
    List<CourseNotice> all() {
        if (!drugs.dead()) {
            followOn();
        }
        fractures();
        densityLosses();
        if (end.isRunning()) {
            overdue();
            decision();
            rules.controlDensity().ifPresent(this::controlDensity);
            adherence();
        } else if (!drugs.dead()) {
            holidayOver();
        }
        return notices;
    }

    private void followOn() {
        FollowOn rule = run.regimen().followOn().orElse(null);
        LocalDate lastDose = run.lastDose() == null ? run.lastSupply() : run.lastDose();
        if (rule == null || isFollowedOn(rule, lastDose)) {
            return;
        }
        DoseInterval interval = run.regimen().interval().orElse(null);
        LocalDate effectEnds = interval == null ? run.uncoveredFrom() : lastDose.plusMonths(interval.months());
        if (today.isAfter(effectEnds.plusMonths(rule.noticeMonths()))) {
            return;
        }
        LocalDate overdue = effectEnds.plusDays(1L + (interval == null ? 0 : interval.graceDays()));
        if (rule.rebound() && !today.isBefore(overdue)) {
            add(NoticeCode.REBOUND_RISK, overdue, course.lastSupply(), rule.rule());
        } else if (!end.isRunning()) {
            add(NoticeCode.PLAN_FOLLOW_ON, end.stopped(), course.evidence(), rule.rule());
        }
    }

    private boolean isFollowedOn(FollowOn rule, LocalDate lastDose) {
        return course.links().runs().stream()
                .anyMatch(other -> other != run
                        && (other.regimen() == run.regimen()
                                ? other.start().isAfter(lastDose)
                                : rule.classes().contains(other.regimen().drugClass())
                                        && other.lastSupply().isAfter(lastDose)));
    }

    private void fractures() {
        FailureRule rule = rules.failure();
        int graceDays = drugs.guideline().drugs().graceDays();
        for (Episode episode : drugs.seen().episodes()) {
            LocalDate before = episode.day().minusDays(1);
            boolean onTreatment =
                    run.covers(before, graceDays) && (end.isRunning() || !before.isAfter(lastDayOfEffect(graceDays)));
            if (onTreatment) {
                LocalDate last = before.isAfter(end.lastDay()) ? end.lastDay() : before;
                boolean longEnough = !episode.day()
                        .isBefore(course.links().treatmentStart(run).plusDays(rule.minimumDays()));
                boolean enough = run.adherence(run.start(), last, false).percentCovered() >= rule.leastPercentCovered();
                add(
                        longEnough && enough ? NoticeCode.TREATMENT_FAILURE : NoticeCode.FRACTURE_ON_TREATMENT,
                        episode.day(),
                        episode.fractures(),
                        rule.rule());
            }
        }
    }

    private void densityLosses() {
        FailureRule rule = rules.failure();
        LocalDate treated = course.links().treatmentStart(run);
        for (DensityLoss loss : drugs.densityLosses()) {
            boolean onTreatment = !loss.to().isBefore(treated.plusDays(rule.densityMinimumDays()))
                    && !loss.from().isBefore(treated.minusDays(rule.densityBaselineDays()))
                    && !loss.to().isBefore(run.start())
                    && !loss.to().isAfter(end.lastDay());
            if (onTreatment) {
                add(NoticeCode.FALLING_DENSITY, loss.to(), loss.evidence(), rule.densityRule());
            }
        }
    }

    /** After a switch or a decision nothing of the old drug counts; else the grace of the guideline does. */
    private LocalDate lastDayOfEffect(int graceDays) {
        boolean decided = end.reason() == CourseEnd.SWITCH || end.reason() == CourseEnd.DECISION;
        return decided ? end.lastDay() : end.lastDay().plusDays(graceDays);
    }

    private void overdue() {
        LocalDate since = course.overdueSince();
        if (since == null) {
            return;
        }
        DoseInterval interval = run.regimen().interval().orElse(null);
        boolean dose = interval != null && course.nextDose() != null;
        add(
                dose ? NoticeCode.DOSE_OVERDUE : NoticeCode.SUPPLY_OVERDUE,
                since,
                course.lastSupply(),
                dose ? interval.rule() : rules.rule());
    }

    private void decision() {
        LocalDate day = course.nextDecision();
        if (day != null && !today.isBefore(day)) {
            Rule rule = run.regimen().duration().orElseThrow().rule();
            add(NoticeCode.DECISION_DUE, day, course.evidence(), rule);
        }
    }

    private void controlDensity(ControlDensity rule) {
        LocalDate due = course.controlDensityDue();
        if (today.isBefore(due) || course.controlDensityDone() != null) {
            return;
        }
        LocalDate overdue = due.plusDays(1L + rule.graceDays());
        if (today.isBefore(overdue)) {
            add(NoticeCode.CONTROL_DENSITY_DUE, due, List.of(), rule.rule());
        } else {
            add(NoticeCode.CONTROL_DENSITY_OVERDUE, overdue, List.of(), rule.rule());
        }
    }

    private void adherence() {
        long days = today.toEpochDay() - run.start().toEpochDay() + 1;
        if (days > rules.adherenceJudgedAfterDays()
                && rules.lowAdherencePercent().holds(lastYear.percentCovered())) {
            add(NoticeCode.LOW_ADHERENCE, today, course.evidence(), rules.lowAdherenceRule());
        }
    }

    private void holidayOver() {
        LocalDate ends = course.holidayEnds();
        if (ends != null && today.isAfter(ends) && !course.isFollowed()) {
            Rule rule = run.regimen()
                    .duration()
                    .flatMap(PlannedDuration::holiday)
                    .orElseThrow()
                    .rule();
            add(NoticeCode.HOLIDAY_OVER, ends.plusDays(1), course.evidence(), rule);
        }
    }

    private void add(NoticeCode code, LocalDate since, List<String> evidence, Rule rule) {
        notices.add(new CourseNotice(code, since, evidence, rule));
    }
}
