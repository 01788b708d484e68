package health.kedja.pathway;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the diagnosis of osteoporosis is to be considered; all that it states must hold.
 *
 * @param rule the rule
 * @param codes ICD-10 codes to consider
 * @param tScore lowest T-score, in standard deviations
 * @param sites sites of the fracture; empty for any
 */
public record DiagnosisRule(Rule rule, List<String> codes, Optional<Limit> tScore, Set<String> sites) {

    public DiagnosisRule {
        codes = CodeList.checked(codes);
        sites = Set.copyOf(sites);
        if (codes.isEmpty() || tScore.isEmpty() && sites.isEmpty()) {
            throw new IllegalArgumentException("A diagnosis needs codes, and a T-score or sites");
        }
    }
}
