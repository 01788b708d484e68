package health.kedja.pathway;

import java.time.LocalDate;

/**
 * How a run of supplies stands on a day.
 *
 * @param lastDay last day that counts
 * @param reason why it ended; null while it goes on
 * @param decision the decision that ended it, or null
 * @param completed whether it ended after the planned duration
 */
record RunEnd(LocalDate lastDay, CourseEnd reason, Event decision, boolean completed) {

    /** First day without the drug; null while it goes on. */
    LocalDate stopped() {
        return reason == null ? null : lastDay.plusDays(1);
    }

    boolean isRunning() {
        return reason == null;
    }

    static RunEnd of(SupplyRun run, LinkedRuns links, PatientDrugs drugs) {
        LocalDate lastCovered = run.uncoveredFrom().minusDays(1);
        SupplyRun next = links.next(run);
        Event decision = drugs.decisionAgainst(run);
        if (decision != null && (next == null || decision.day().isBefore(next.start()))) {
            LocalDate lastDay = earlier(decision.day(), lastCovered);
            // A switch that was decided on is a switch.
            return next == null
                    ? new RunEnd(lastDay, CourseEnd.DECISION, decision, reached(run, links, lastDay))
                    : new RunEnd(lastDay, CourseEnd.SWITCH, decision, false);
        }
        if (next != null) {
            return new RunEnd(earlier(next.start().minusDays(1), lastCovered), CourseEnd.SWITCH, null, false);
        }
        long uncovered = drugs.today().toEpochDay() - lastCovered.toEpochDay();
        boolean reached = reached(run, links, lastCovered);
        if (reached && uncovered > drugs.rules().gapDays()) {
            return new RunEnd(lastCovered, CourseEnd.DURATION, null, true);
        }
        if (uncovered > run.regimen().stopAfterDays()) {
            return new RunEnd(lastCovered, CourseEnd.GAP, null, false);
        }
        return new RunEnd(drugs.today(), drugs.dead() ? CourseEnd.DEATH : null, null, false);
    }

    private static boolean reached(SupplyRun run, LinkedRuns links, LocalDate lastDay) {
        return run.regimen()
                .duration()
                .map(duration -> !links.classStart(run)
                        .plusMonths(duration.months())
                        .isAfter(lastDay.plusDays(1L + duration.toleranceDays())))
                .orElse(false);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }
}
