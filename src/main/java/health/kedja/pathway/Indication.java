package health.kedja.pathway;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One reason to treat: everything that it states must hold.
 *
 * @param rule the rule
 * @param atRisk levels of risk at which it holds
 * @param fraxPercent FRAX, major osteoporotic fracture in 10 years, percent
 * @param tScore lowest T-score, in standard deviations
 * @param diagnoses beginnings of ICD-10 codes, one of which must be recorded; empty when none is asked for
 * @param sites sites of the guideline, one of which must have broken; a vertebral fracture found on imaging counts as
 *     one where the guideline lets it set the risk
 * @param glucocorticoids the treatment with glucocorticoids that must be recorded
 */
public record Indication(
        Rule rule,
        Set<RiskLevel> atRisk,
        Optional<Limit> fraxPercent,
        Optional<Limit> tScore,
        List<String> diagnoses,
        Optional<Set<String>> sites,
        Optional<Glucocorticoids> glucocorticoids) {

    public Indication {
        atRisk = Set.copyOf(atRisk);
        diagnoses = CodeList.checked(diagnoses);
        sites = sites.map(Set::copyOf);
        if (atRisk.isEmpty() || atRisk.contains(RiskLevel.UNKNOWN)) {
            throw new IllegalArgumentException("at-risk must name one or more of high, intermediate and low");
        }
    }
}
