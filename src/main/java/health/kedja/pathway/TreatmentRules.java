package health.kedja.pathway;

import java.util.List;
import java.util.Set;

/**
 * Whom to treat, and what a fracture on treatment asks for.
 *
 * @param indications reasons to treat; any one is enough
 * @param tScoreRegions regions whose T-score counts; the lowest decides
 * @param reviewRule the rule for a fracture on treatment
 * @param reviewDoneBy what shows, on or after the fracture, that the ongoing treatment was reviewed
 * @param refillIsReview whether a further dispensing of the drug that the patient was on counts as a review
 */
public record TreatmentRules(
        List<Indication> indications,
        Set<String> tScoreRegions,
        Rule reviewRule,
        List<EvidenceToken> reviewDoneBy,
        boolean refillIsReview) {

    public TreatmentRules {
        indications = List.copyOf(indications);
        tScoreRegions = Set.copyOf(tScoreRegions);
        reviewDoneBy = List.copyOf(reviewDoneBy);
    }
}
