package health.kedja.pathway;

import java.util.List;
import java.util.Set;

/**
 * When to refer; any one reason is enough.
 *
 * @param id name within the file
 * @param name words for people
 * @param rule the rule
 * @param strength how strongly
 * @param to code of {@link Kind#REFERRAL}
 * @param level level of care that is referred to
 * @param riskReasons reasons of the risk that call for it
 * @param findings ids of findings that call for it
 */
public record ReferralRule(
        String id,
        String name,
        Rule rule,
        Strength strength,
        String to,
        CareLevel level,
        Set<RiskReasonCode> riskReasons,
        List<String> findings) {

    public ReferralRule {
        riskReasons = Set.copyOf(riskReasons);
        findings = List.copyOf(findings);
    }
}
