package health.kedja.pathway;

import health.kedja.pathway.AdviceLine.Bearing;
import health.kedja.pathway.AdviceLine.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The drugs that the guideline offers the patient, in its order of preference; what is ruled out comes last. */
final class DrugAdvice {

    private final AdviceRules rules;
    private final FindingsInRecord findings;

    DrugAdvice(AdviceRules rules, FindingsInRecord findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /**
     * The lines.
     *
     * @param because the indications that hold, or the reasons to consider treatment
     * @param indicated whether treatment is indicated; otherwise it is to be considered
     * @param due last day on time for the treatment, or null
     */
    List<AdviceLine> lines(List<Rule> because, boolean indicated, LocalDate due) {
        List<AdviceLine> offered = new ArrayList<>();
        List<AdviceLine> ruledOut = new ArrayList<>();
        for (DrugOption option : rules.options()) {
            List<Bearing> asksFor = findings.among(option.onlyWith());
            if (!option.onlyWith().isEmpty() && asksFor.isEmpty()) {
                continue;
            }
            AdviceLine line = line(option, asksFor, because, indicated, due);
            (line.status() == AdviceStatus.RULED_OUT ? ruledOut : offered).add(line);
        }
        offered.addAll(ruledOut);
        return offered;
    }

    private AdviceLine line(
            DrugOption option, List<Bearing> asksFor, List<Rule> because, boolean indicated, LocalDate due) {
        List<Bearing> against = findings.among(option.notWith());
        List<Requirement> needs = findings.requirements(option.needs());
        List<String> evidence = new ArrayList<>();
        List<Rule> why = new ArrayList<>(because);
        for (Bearing bearing : asksFor) {
            evidence.addAll(bearing.evidence());
            why.add(bearing.finding().rule());
        }
        return new AdviceLine(
                AdviceKind.DRUG,
                option.id(),
                status(against, needs),
                indicated ? option.strength() : Strength.CONSIDER,
                option.rule(),
                why.stream().distinct().toList(),
                option,
                against,
                findings.among(option.cautionWith()),
                needs,
                due,
                option.name(),
                evidence.stream().distinct().toList());
    }

    private static AdviceStatus status(List<Bearing> against, List<Requirement> needs) {
        if (!against.isEmpty()) {
            return AdviceStatus.RULED_OUT;
        }
        return needs.stream().allMatch(Requirement::known) ? AdviceStatus.ADVISED : AdviceStatus.WAITS;
    }
}
