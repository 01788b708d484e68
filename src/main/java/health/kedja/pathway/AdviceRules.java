package health.kedja.pathway;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the care programme says of risk and treatment beside the steps.
 *
 * @param resultsValidDays days before the day asked for within which a laboratory result is still known
 * @param riskReasons what speaks for a risk
 * @param considerTreatment reasons to consider treatment beside the indications
 * @param findings what bears on the choice of drug
 * @param needed what must be known first
 * @param options the drugs, in order of preference
 * @param supplement calcium and vitamin D, where the programme speaks of them
 * @param followUp how a treatment is followed up, where the programme says so
 * @param referrals when to refer
 * @param diagnoses when to consider the diagnosis; the first that holds counts
 * @param lifestyleRule the rule for advice on how to live at low risk, where there is one
 * @param examination what an examination is to tell beside the laboratory tests, where the programme says so
 * @param densityReply what the reply on bone density is to state, where the programme says so
 * @param askedForWithin how long the work-up is asked for; as long as the chain is open where nothing is said
 */
public record AdviceRules(
        int resultsValidDays,
        RiskReasonRules riskReasons,
        List<ConsiderTreatment> considerTreatment,
        List<Finding> findings,
        List<NeededData> needed,
        List<DrugOption> options,
        Optional<AdvisedSupplements> supplement,
        Optional<FollowUpRules> followUp,
        List<ReferralRule> referrals,
        List<DiagnosisRule> diagnoses,
        Optional<Rule> lifestyleRule,
        Optional<List<NeededData>> examination,
        Optional<DensityReply> densityReply,
        Optional<AskedForWithin> askedForWithin) {

    public AdviceRules {
        Check.range("results-valid-days", resultsValidDays, 0, 3660);
        considerTreatment = List.copyOf(considerTreatment);
        findings = List.copyOf(findings);
        needed = List.copyOf(needed);
        options = List.copyOf(options);
        referrals = List.copyOf(referrals);
        diagnoses = List.copyOf(diagnoses);
        examination = examination.map(List::copyOf);
        Set<String> knownFindings = unique("findings", findings.stream().map(Finding::id));
        Set<String> knownNeeds = unique("needed", needed.stream().map(NeededData::id));
        unique("options", options.stream().map(DrugOption::id));
        for (DrugOption option : options) {
            refers("needs", option.needs(), knownNeeds, "needed");
            refers("not-with", option.notWith(), knownFindings, "findings");
            refers("only-with", option.onlyWith(), knownFindings, "findings");
            refers("caution-with", option.cautionWith(), knownFindings, "findings");
        }
        for (ReferralRule referral : referrals) {
            refers("findings", referral.findings(), knownFindings, "findings");
            refers("states", referral.states().orElse(List.of()), knownNeeds, "needed");
        }
    }

    private static Set<String> unique(String where, Stream<String> ids) {
        Set<String> known = new HashSet<>();
        ids.forEach(id -> {
            if (!known.add(id)) {
                throw new IllegalArgumentException("'" + id + "' is in " + where + " twice");
            }
        });
        return known;
    }

    private static void refers(String field, List<String> ids, Set<String> known, String where) {
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException(field + " names '" + id + "', which " + where + " lacks");
            }
        }
    }

    /** Whether the work-up after the fracture is no longer asked for. */
    boolean isTooLateToAsk(Course course) {
        return askedForWithin.map(limit -> limit.isOver(course)).orElse(false);
    }

    /** The option that a drug belongs to, or null. */
    DrugOption optionOf(String atc) {
        return options.stream().filter(option -> option.isOf(atc)).findFirst().orElse(null);
    }

    Finding finding(String id) {
        return findings.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    NeededData needed(String id) {
        return needed.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
