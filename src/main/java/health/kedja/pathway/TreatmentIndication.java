package health.kedja.pathway;

import health.kedja.pathway.density.LowestTScore;
import java.util.List;
import java.util.Optional;

/**
 * Whether the guideline sees a reason to treat.
 *
 * @param known whether that can be said yet
 * @param indicated whether there is a reason; false while not known
 * @param reason why not, or what is waited for; null when there is a reason to treat
 */
record TreatmentIndication(boolean known, boolean indicated, StepReason reason) {

    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    static TreatmentIndication of(Course course, RiskAssessment risk) {
        double tScore = value(lowestTScore(course));
        boolean open = false;
        boolean lacksFrax = false;
        for (Indication indication : course.guideline().treatment().indications()) {
            Answer byFrax = holds(indication.fraxPercent(), risk.fraxPercent());
            Answer atRisk = atRisk(indication, risk.level());
            Answer answer = answer(indication, course, risk, tScore);
            if (answer == Answer.YES) {
                return new TreatmentIndication(true, true, null);
            }
            open |= answer == Answer.UNKNOWN;
            lacksFrax |= answer == Answer.UNKNOWN && (atRisk == Answer.UNKNOWN || byFrax == Answer.UNKNOWN);
        }
        if (!open) {
            return new TreatmentIndication(
                    true, false, risk.level() == RiskLevel.LOW ? StepReason.LOW_RISK : StepReason.NOT_INDICATED);
        }
        StepReason missing = lacksFrax ? StepReason.WAITS_FOR_RISK_ASSESSMENT : StepReason.WAITS_FOR_BONE_DENSITY;
        return new TreatmentIndication(false, false, missing);
    }

    /** The indications that hold. */
    static List<Indication> met(Course course, RiskAssessment risk) {
        double tScore = value(lowestTScore(course));
        return course.guideline().treatment().indications().stream()
                .filter(indication -> answer(indication, course, risk, tScore) == Answer.YES)
                .toList();
    }

    private static Answer answer(Indication indication, Course course, RiskAssessment risk, double tScore) {
        Answer byRisk = and(atRisk(indication, risk.level()), holds(indication.fraxPercent(), risk.fraxPercent()));
        return and(byRisk, and(holds(indication.tScore(), tScore), allRecorded(indication, course, risk)));
    }

    private static double value(Event event) {
        return event == null ? Double.NaN : event.value();
    }

    private static Answer atRisk(Indication indication, RiskLevel level) {
        if (level == RiskLevel.UNKNOWN) {
            // Known levels are three; an indication at all of them does not depend on the risk.
            return indication.atRisk().size() == 3 ? Answer.YES : Answer.UNKNOWN;
        }
        return indication.atRisk().contains(level) ? Answer.YES : Answer.NO;
    }

    private static Answer holds(Optional<Limit> limit, double number) {
        if (limit.isEmpty()) {
            return Answer.YES;
        }
        if (Double.isNaN(number)) {
            return Answer.UNKNOWN;
        }
        return limit.get().holds(number) ? Answer.YES : Answer.NO;
    }

    /** What is not recorded is not there; nothing needs to be waited for. */
    private static Answer allRecorded(Indication indication, Course course, RiskAssessment risk) {
        boolean site = indication.sites().isEmpty()
                || indication.sites().get().stream().anyMatch(one -> broke(one, course, risk));
        boolean glucocorticoids = indication.glucocorticoids().isEmpty()
                || new GlucocorticoidTreatment(
                                course, indication.glucocorticoids().get())
                        .isThere();
        return site && glucocorticoids ? diagnosed(indication, course) : Answer.NO;
    }

    private static boolean broke(String site, Course course, RiskAssessment risk) {
        return course.episode().sites().contains(site) || (site.equals("vertebra") && risk.vertebralFracture() != null);
    }

    private static Answer diagnosed(Indication indication, Course course) {
        if (indication.diagnoses().isEmpty()) {
            return Answer.YES;
        }
        for (Event event : course.events()) {
            if (event.kind() == Kind.OSTEOPOROSIS_DIAGNOSIS
                    && CodeList.anyMatches(indication.diagnoses(), event.code())) {
                return Answer.YES;
            }
        }
        return Answer.NO;
    }

    private static Answer and(Answer one, Answer other) {
        if (one == Answer.NO || other == Answer.NO) {
            return Answer.NO;
        }
        return one == Answer.UNKNOWN || other == Answer.UNKNOWN ? Answer.UNKNOWN : Answer.YES;
    }

    /** The lowest T-score of the regions that count, within the look-back; or null. */
    static Event lowestTScore(Course course) {
        List<Event> scores =
                course.since(course.lookBackOf(StepCode.BONE_DENSITY), event -> event.kind() == Kind.T_SCORE);
        return LowestTScore.of(scores, course.guideline()).orElse(null);
    }
}
