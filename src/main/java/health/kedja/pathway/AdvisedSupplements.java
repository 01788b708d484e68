package health.kedja.pathway;

import java.util.List;

/**
 * Calcium and vitamin D: together with a bone-specific drug, and never alone.
 *
 * @param rule the rule that asks for them beside a drug
 * @param strength how strongly
 * @param withDrugs beginnings of ATC codes of the drugs beside which they are asked for
 * @param dose the daily dose in words
 * @param combined ATC beginnings of products that hold both
 * @param calcium ATC beginnings of calcium
 * @param vitaminD ATC beginnings of vitamin D
 * @param lookBackDays days within which a prescription, dispensing or statement counts
 * @param aloneRule the rule against giving them alone
 */
public record AdvisedSupplements(
        Rule rule,
        Strength strength,
        List<String> withDrugs,
        String dose,
        List<String> combined,
        List<String> calcium,
        List<String> vitaminD,
        int lookBackDays,
        Rule aloneRule) {

    public AdvisedSupplements {
        withDrugs = List.copyOf(withDrugs);
        combined = List.copyOf(combined);
        calcium = List.copyOf(calcium);
        vitaminD = List.copyOf(vitaminD);
        Check.range("look-back-days", lookBackDays, 0, 3660);
    }

    boolean goesWith(DrugOption option) {
        return option.atc().stream().anyMatch(code -> begins(withDrugs, code));
    }

    static boolean begins(List<String> beginnings, String code) {
        return code != null && beginnings.stream().anyMatch(code::startsWith);
    }
}
