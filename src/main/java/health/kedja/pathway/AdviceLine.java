package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * One line of advice.
 *
 * @param kind what it is about
 * @param code which one: the id of an option or referral of the guideline, or one of Kedja's own
 * @param status where it stands
 * @param strength how strongly it is advised
 * @param rule the rule
 * @param because the rules that make it apply, such as the indication for treatment
 * @param option the drug that it is about, or null
 * @param ruledOutBy what in the record rules it out
 * @param cautions what in the record calls for caution
 * @param needs what must be known first, and whether it is
 * @param due the day by which it is to be done or decided, or null
 * @param detail further words: an ICD-10 code, a dose, a name from the guideline; or null
 * @param evidence the resources that it rests on
 */
public record AdviceLine(
        AdviceKind kind,
        String code,
        AdviceStatus status,
        Strength strength,
        Rule rule,
        List<Rule> because,
        DrugOption option,
        List<Bearing> ruledOutBy,
        List<Bearing> cautions,
        List<Requirement> needs,
        LocalDate due,
        String detail,
        List<String> evidence) {

    public AdviceLine {
        because = List.copyOf(because);
        ruledOutBy = List.copyOf(ruledOutBy);
        cautions = List.copyOf(cautions);
        needs = List.copyOf(needs);
        evidence = List.copyOf(evidence);
    }

    /**
     * A finding in the record that bears on a drug.
     *
     * @param finding the finding
     * @param evidence the resources that show it
     */
    public record Bearing(Finding finding, List<String> evidence) {

        public Bearing {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Something that must be known first.
     *
     * @param data what
     * @param evidence the resources that tell; none while it is not known
     */
    public record Requirement(NeededData data, List<String> evidence) {

        public Requirement {
            evidence = List.copyOf(evidence);
        }

        public boolean known() {
            return !evidence.isEmpty();
        }
    }

    /** A line with nothing but what it is about. */
    static AdviceLine of(
            AdviceKind kind, String code, AdviceStatus status, Strength strength, Rule rule, List<String> evidence) {
        return new AdviceLine(
                kind, code, status, strength, rule, List.of(), null, List.of(), List.of(), List.of(), null, null,
                evidence);
    }

    AdviceLine dueOn(LocalDate day) {
        return new AdviceLine(
                kind,
                code,
                status,
                strength,
                rule,
                because,
                option,
                ruledOutBy,
                cautions,
                needs,
                day,
                detail,
                evidence);
    }

    AdviceLine withDetail(String words) {
        return new AdviceLine(
                kind, code, status, strength, rule, because, option, ruledOutBy, cautions, needs, due, words, evidence);
    }

    AdviceLine about(DrugOption drug) {
        return new AdviceLine(
                kind, code, status, strength, rule, because, drug, ruledOutBy, cautions, needs, due, detail, evidence);
    }
}
