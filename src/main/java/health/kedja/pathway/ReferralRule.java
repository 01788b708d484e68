package health.kedja.pathway;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When to refer, and what the referral is to tell; any one reason is enough.
 *
 * @param id name within the file
 * @param name words for people
 * @param rule the rule
 * @param strength how strongly
 * @param to code of {@link Kind#REFERRAL}
 * @param level level of care that is referred to
 * @param riskReasons reasons of the risk that call for it
 * @param findings ids of findings that call for it
 * @param whileOpen a step that calls for it while it is asked for and not done
 * @param atRisk levels of risk at which that step does; any where none is stated
 * @param states ids of what the referral is to tell
 */
public record ReferralRule(
        String id,
        String name,
        Rule rule,
        Strength strength,
        String to,
        CareLevel level,
        Set<RiskReasonCode> riskReasons,
        List<String> findings,
        Optional<StepCode> whileOpen,
        Optional<Set<RiskLevel>> atRisk,
        Optional<List<String>> states) {

    public ReferralRule {
        riskReasons = Set.copyOf(riskReasons);
        findings = List.copyOf(findings);
        atRisk = atRisk.map(Set::copyOf);
        states = states.map(List::copyOf);
        if (riskReasons.isEmpty() && findings.isEmpty() && whileOpen.isEmpty()) {
            throw new IllegalArgumentException("The referral '" + id + "' names nothing that calls for it");
        }
        if (atRisk.isPresent() && whileOpen.isEmpty()) {
            throw new IllegalArgumentException("The referral '" + id + "' states at-risk without while-open");
        }
    }
}
