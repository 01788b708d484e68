package health.kedja.pathway;

import java.util.Set;

/**
 * How the risk of a new fracture is set.
 *
 * @param siteRule the rule for sites that make the risk high by themselves
 * @param highRiskSites sites of fractures that make the risk high by themselves
 * @param vertebralFractureOnImaging whether a vertebral fracture found on VFA makes the risk high as well
 * @param lowRule the rule for low risk
 * @param lowFraxPercent FRAX, major osteoporotic fracture in 10 years, percent, that means low risk
 * @param highRule the rule for high risk
 * @param highFraxPercent FRAX, major osteoporotic fracture in 10 years, percent, that means high risk; what is neither
 *     is intermediate
 */
public record RiskRules(
        Rule siteRule,
        Set<String> highRiskSites,
        boolean vertebralFractureOnImaging,
        Rule lowRule,
        Limit lowFraxPercent,
        Rule highRule,
        Limit highFraxPercent) {

    public RiskRules {
        highRiskSites = Set.copyOf(highRiskSites);
    }

    /** The risk that a FRAX result alone means. */
    RiskLevel ofFrax(double percent) {
        if (highFraxPercent.holds(percent)) {
            return RiskLevel.HIGH;
        }
        return lowFraxPercent.holds(percent) ? RiskLevel.LOW : RiskLevel.INTERMEDIATE;
    }
}
