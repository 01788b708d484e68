package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ten steps of one course. What was done is done, whether or not it was asked for; then come decisions against it,
 * then whether it applies; what is left is due or overdue.
 */
final class StepEvaluation {

    private final Course course;
    private final Guideline guideline;
    private final RiskAssessment risk;
    private final Decisions decisions;
    private final OngoingTreatment ongoing;
    private final TreatmentIndication indication;
    private final Map<StepCode, Step> steps = new EnumMap<>(StepCode.class);

    StepEvaluation(Course course, RiskAssessment risk) {
        this.course = course;
        this.guideline = course.guideline();
        this.risk = risk;
        this.decisions = new Decisions(course);
        this.ongoing = new OngoingTreatment(course);
        this.indication = TreatmentIndication.of(course, risk);
        // In order: later steps look at earlier ones.
        for (StepCode code : StepCode.values()) {
            steps.put(code, evaluate(code));
        }
    }

    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    private Step evaluate(StepCode code) {
        if (code == StepCode.ADHERENCE) {
            return adherence();
        }
        Fulfilment fulfilment = Fulfilment.of(code, course, decisions);
        if (code == StepCode.RISK_ASSESSMENT) {
            return riskAssessment(fulfilment);
        }
        if (code == StepCode.TREATMENT && ongoing.isThere()) {
            return treatmentReview(fulfilment);
        }
        Rule rule = guideline.step(code).rule();
        return fulfilment.done() != null
                ? done(code, fulfilment.done(), fulfilment.evidence(), null, rule)
                : notDone(code, fulfilment);
    }

    private Step riskAssessment(Fulfilment fulfilment) {
        StepCode code = StepCode.RISK_ASSESSMENT;
        Rule bySite = guideline.risk().siteRule();
        if (risk.highBySite()) {
            LocalDate day = course.fractureDay();
            List<String> evidence = new ArrayList<>();
            evidence.add(course.episode().index().source());
            evidence.addAll(Course.sources(fulfilment.evidence(), course.dueOf(code)));
            return Steps.done(code, course.dueOf(code), day, evidence, StepReason.RISK_SET_BY_SITE, bySite);
        }
        Event found = risk.vertebralFracture();
        if (found != null && (fulfilment.done() == null || found.day().isBefore(fulfilment.done()))) {
            List<Event> evidence = new ArrayList<>(fulfilment.evidence());
            evidence.add(found);
            return done(code, found.day(), evidence, StepReason.RISK_SET_BY_SITE, bySite);
        }
        if (fulfilment.done() != null) {
            return done(
                    code,
                    fulfilment.done(),
                    fulfilment.evidence(),
                    null,
                    guideline.step(code).rule());
        }
        Step byFramo = FramoStep.of(course);
        return byFramo != null ? byFramo : notDone(code, fulfilment);
    }

    private Step treatmentReview(Fulfilment fulfilment) {
        StepCode code = StepCode.TREATMENT;
        Rule rule = guideline.treatment().reviewRule();
        List<Event> reviews = ongoing.reviews();
        if (!reviews.isEmpty()) {
            return done(code, reviews.get(0).day(), reviews, null, rule);
        }
        Step decided = decided(code, fulfilment.decision());
        return decided != null
                ? decided
                : Steps.waiting(
                        code, course.dueOf(code), course.today(), List.of(), StepReason.REVIEW_ONGOING_TREATMENT, rule);
    }

    private Step adherence() {
        StepCode code = StepCode.ADHERENCE;
        LocalDate day = course.dueOf(code);
        if (!course.today().isBefore(day)) {
            Coverage coverage = new Coverage(guideline.drugs());
            List<Event> covering = new ArrayList<>();
            for (Event event : course.events()) {
                if (coverage.covers(event, day)) {
                    // Of those of the latest day all: which one is named must not depend on the ids of resources.
                    covering.removeIf(earlier -> earlier.day().isBefore(event.day()));
                    covering.add(event);
                }
            }
            if (!covering.isEmpty()) {
                return done(code, day, covering, null, guideline.step(code).rule());
            }
        }
        return notDone(code, new Fulfilment(null, List.of(), null));
    }

    private Step notDone(StepCode code, Fulfilment fulfilment) {
        Step decided = decided(code, fulfilment.decision());
        if (decided != null) {
            return decided;
        }
        StepRule rule = guideline.step(code);
        Standing standing = rule.isForAgeOf(course) ? Standing.ASKED_FOR : standing(rule.applies());
        if (!standing.applies()) {
            return Steps.notApplicable(code, List.of(), standing.reason(), rule.appliesRule());
        }
        boolean incomplete = standing.reason() == null && !fulfilment.evidence().isEmpty();
        return Steps.waiting(
                code,
                course.dueOf(code),
                course.today(),
                Course.sources(fulfilment.evidence(), course.today()),
                incomplete ? StepReason.INCOMPLETE : standing.reason(),
                rule.rule());
    }

    /** The step as a decision against it leaves it; null when there is none. */
    private Step decided(StepCode code, Event decision) {
        Event limited =
                guideline.step(code).appliesAtLimitedLifeExpectancy() ? null : decisions.limitedLifeExpectancy();
        if (limited != null && (decision == null || !decision.day().isAfter(limited.day()))) {
            Rule rule = guideline.decisions().limitedLifeExpectancyRule();
            return Steps.notApplicable(code, List.of(limited.source()), StepReason.LIMITED_LIFE_EXPECTANCY, rule);
        }
        return decision == null
                ? null
                : Steps.notApplicable(
                        code,
                        List.of(decision.source()),
                        Decisions.reasonOf(decision),
                        guideline.decisions().decisionRule());
    }

    private Standing standing(Applicability applies) {
        return switch (applies) {
            case ALWAYS -> Standing.ASKED_FOR;
            case UNLESS_LOW_RISK ->
                switch (risk.level()) {
                    case LOW -> new Standing(false, StepReason.LOW_RISK);
                    case UNKNOWN -> new Standing(true, StepReason.WAITS_FOR_RISK_ASSESSMENT);
                    default -> Standing.ASKED_FOR;
                };
            case AT_INTERMEDIATE_RISK ->
                risk.level() == RiskLevel.HIGH
                        ? new Standing(false, StepReason.NOT_INDICATED)
                        : standing(Applicability.UNLESS_LOW_RISK);
            case WHEN_TREATMENT_IS_INDICATED -> byIndication();
            case WITH_TREATMENT ->
                switch (steps.get(StepCode.TREATMENT).status()) {
                    case DONE -> Standing.ASKED_FOR;
                    case NOT_APPLICABLE -> new Standing(false, StepReason.NO_TREATMENT);
                    default -> new Standing(true, StepReason.WAITS_FOR_TREATMENT);
                };
        };
    }

    private Standing byIndication() {
        boolean willNotBeScanned = indication.reason() == StepReason.WAITS_FOR_BONE_DENSITY
                && steps.get(StepCode.BONE_DENSITY).status() == StepStatus.NOT_APPLICABLE;
        // Nobody can wait for a scan that was decided against: the clinician decides without it.
        return willNotBeScanned
                ? Standing.ASKED_FOR
                : new Standing(!indication.known() || indication.indicated(), indication.reason());
    }

    private Step done(StepCode code, LocalDate day, List<Event> evidence, StepReason reason, Rule rule) {
        LocalDate due = course.dueOf(code);
        LocalDate lastDay = day.isAfter(due) ? day : due;
        return Steps.done(code, due, day, Course.sources(evidence, lastDay), reason, rule);
    }

    /** Whether a step applies, and why not or what it waits for. */
    private record Standing(boolean applies, StepReason reason) {
        static final Standing ASKED_FOR = new Standing(true, null);
    }
}
