package health.kedja.pathway;

import health.kedja.pathway.AdviceLine.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom to refer to, why, and what of that which the referral is to tell the record knows. */
final class ReferralAdvice {

    private final Course course;
    private final AdviceRules rules;
    private final Map<StepCode, Step> steps;
    private final RiskAssessment risk;
    private final RiskReasons reasons;
    private final FindingsInRecord findings;

    ReferralAdvice(
            Course course,
            AdviceRules rules,
            Map<StepCode, Step> steps,
            RiskAssessment risk,
            RiskReasons reasons,
            FindingsInRecord findings) {
        this.course = course;
        this.rules = rules;
        this.steps = steps;
        this.risk = risk;
        this.reasons = reasons;
        this.findings = findings;
    }

    /** Those that a reason of the risk or a finding calls for, in the order of the guideline. */
    List<AdviceLine> byFindings() {
        return lines(false);
    }

    /** Those that a step calls for, in the order of the guideline. */
    List<AdviceLine> bySteps() {
        return lines(true);
    }

    private List<AdviceLine> lines(boolean bySteps) {
        List<AdviceLine> lines = new ArrayList<>();
        for (ReferralRule referral : rules.referrals()) {
            if (referral.whileOpen().isPresent() != bySteps) {
                continue;
            }
            List<String> evidence = new ArrayList<>();
            List<Rule> because = new ArrayList<>();
            for (RiskReason reason : reasons.all()) {
                if (referral.riskReasons().contains(reason.code())) {
                    evidence.addAll(reason.evidence());
                    because.add(reason.rule());
                }
            }
            findings.among(referral.findings()).forEach(bearing -> {
                evidence.addAll(bearing.evidence());
                because.add(bearing.finding().rule());
            });
            Step open = referral.whileOpen().map(steps::get).orElse(null);
            if (open != null && isAskedFor(open) && isAtRisk(referral)) {
                because.add(ruleOf(open.code()));
            }
            if (!because.isEmpty()) {
                lines.add(line(referral, because, evidence, open));
            }
        }
        return lines;
    }

    /** Whether the step is to be done, and waits for nothing else. */
    private boolean isAskedFor(Step step) {
        boolean open = step.status() == StepStatus.DUE || step.status() == StepStatus.OVERDUE;
        return open
                && !rules.isTooLateToAsk(course)
                && (step.reason() == null || step.reason() == StepReason.INCOMPLETE);
    }

    /** What asks for the step: the age, where nothing else is known to. */
    private Rule ruleOf(StepCode code) {
        StepRule step = course.guideline().step(code);
        boolean byAge = step.isForAgeOf(course) && risk.level() != RiskLevel.HIGH;
        return (byAge ? rules.riskReasons().age().map(RiskReasonRules.AgeReason::rule) : Optional.<Rule>empty())
                .orElse(step.appliesRule());
    }

    private boolean isAtRisk(ReferralRule referral) {
        return referral.atRisk().map(levels -> levels.contains(risk.level())).orElse(true);
    }

    private AdviceLine line(ReferralRule referral, List<Rule> because, List<String> evidence, Step open) {
        List<Event> sent = course.since(
                course.fractureDay(),
                event -> event.kind() == Kind.REFERRAL && referral.to().equals(event.code()));
        List<String> all = new ArrayList<>(evidence);
        all.addAll(Course.sources(sent, course.today()));
        List<Requirement> states = findings.told(referral.states().orElse(List.of()));
        return new AdviceLine(
                AdviceKind.REFERRAL,
                referral.id(),
                sent.isEmpty() ? AdviceStatus.ADVISED : AdviceStatus.IN_PLACE,
                referral.strength(),
                referral.rule(),
                because.stream().distinct().toList(),
                null,
                List.of(),
                List.of(),
                states,
                open == null ? null : open.due(),
                referral.name(),
                all.stream().distinct().toList());
    }
}
