package health.kedja.pathway;

import java.util.List;
import java.util.Set;

/**
 * Something in the record that bears on the choice of drug; any one of what it lists is enough.
 *
 * @param id name within the file
 * @param name words for people
 * @param rule the rule
 * @param diseases codes of {@link Kind#DISEASE}
 * @param reactions recorded allergies and intolerances
 * @param laboratory the latest results that count
 * @param riskReasons reasons of the risk that show it
 */
public record Finding(
        String id,
        String name,
        Rule rule,
        Set<String> diseases,
        List<Reaction> reactions,
        List<LaboratoryLimit> laboratory,
        Set<RiskReasonCode> riskReasons) {

    public Finding {
        diseases = Set.copyOf(diseases);
        reactions = List.copyOf(reactions);
        laboratory = List.copyOf(laboratory);
        riskReasons = Set.copyOf(riskReasons);
        if (diseases.isEmpty() && reactions.isEmpty() && laboratory.isEmpty() && riskReasons.isEmpty()) {
            throw new IllegalArgumentException("The finding '" + id + "' names nothing that shows it");
        }
    }

    /**
     * A recorded allergy or intolerance.
     *
     * @param types {@code allergy}, {@code intolerance} or both; one recorded without type is taken as either
     * @param atc beginnings of ATC codes; a record of a group that holds one of them counts
     */
    public record Reaction(Set<String> types, List<String> atc) {

        private static final Set<String> KNOWN = Set.of("allergy", "intolerance");

        public Reaction {
            types = Set.copyOf(types);
            atc = List.copyOf(atc);
            if (types.isEmpty() || !KNOWN.containsAll(types)) {
                throw new IllegalArgumentException("types must name allergy, intolerance or both");
            }
        }

        boolean matches(Event event) {
            boolean type = event.qualifier() == null || types.contains(event.qualifier());
            return event.kind() == Kind.ALLERGY_OR_INTOLERANCE && type && isOf(event.code());
        }

        private boolean isOf(String code) {
            return code != null && atc.stream().anyMatch(drug -> code.startsWith(drug) || drug.startsWith(code));
        }
    }

    /**
     * A laboratory result beyond a limit.
     *
     * @param analyte code of the result, such as {@code egfr}
     * @param limit in the unit of the result
     */
    public record LaboratoryLimit(String analyte, Limit limit) {}
}
