package health.kedja.pathway;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What speaks for a risk beside site and FRAX.
 *
 * @param intermediateRule the rule for a FRAX between low and high, where the programme has such limits
 * @param tScoreRule the rule for the T-score
 * @param tScore the range of osteoporosis
 * @param glucocorticoids which glucocorticoids count, where the programme says so
 * @param age high age, where the programme counts it
 * @param vertebral several vertebral fractures, where the programme counts them
 */
public record RiskReasonRules(
        Optional<Rule> intermediateRule,
        Rule tScoreRule,
        Limit tScore,
        Optional<GlucocorticoidReason> glucocorticoids,
        Optional<AgeReason> age,
        Optional<VertebralReason> vertebral) {

    /**
     * High age.
     *
     * @param rule the rule
     * @param aboveYears whole years at the fracture above which age counts
     * @param sites sites that are typical
     */
    public record AgeReason(Rule rule, int aboveYears, Set<String> sites) {

        public AgeReason {
            Check.range("above-years", aboveYears, 0, 120);
            sites = Set.copyOf(sites);
        }
    }

    /**
     * Several vertebral fractures.
     *
     * @param rule the rule
     * @param site the site
     * @param atLeast how many are several
     * @param codesOfSeveral beginnings of ICD-10 codes that say several by themselves
     */
    public record VertebralReason(Rule rule, String site, int atLeast, List<String> codesOfSeveral) {

        public VertebralReason {
            Check.range("at-least", atLeast, 2, 20);
            codesOfSeveral = CodeList.checked(codesOfSeveral);
        }
    }

    /**
     * Glucocorticoids that raise the risk.
     *
     * @param rule the rule
     * @param atc beginnings of ATC codes
     * @param longerThanDays days of treatment that must be exceeded
     * @param gapDays days without the drug that do not interrupt the treatment
     * @param lookBackDays days before the day asked for within which the treatment must have been going on
     * @param prednisoloneMgPerDay the daily dose that counts, when one is stated
     * @param equivalents how much prednisolone a milligram of another substance is
     */
    public record GlucocorticoidReason(
            Rule rule,
            List<String> atc,
            int longerThanDays,
            int gapDays,
            int lookBackDays,
            Optional<Limit> prednisoloneMgPerDay,
            List<Equivalent> equivalents) {

        public GlucocorticoidReason {
            Check.range("longer-than-days", longerThanDays, 0, 3660);
            Check.range("gap-days", gapDays, 0, 3660);
            Check.range("look-back-days", lookBackDays, 0, 36600);
            atc = List.copyOf(atc);
            equivalents = List.copyOf(equivalents);
        }

        boolean isOf(String code) {
            return code != null && atc.stream().anyMatch(code::startsWith);
        }

        /** Milligrams of prednisolone; NaN where the substance is not listed. */
        double prednisolone(String code, double milligrams) {
            for (Equivalent equivalent : equivalents) {
                if (code.startsWith(equivalent.atc())) {
                    return milligrams * equivalent.prednisoloneMg();
                }
            }
            return Double.NaN;
        }
    }

    /**
     * The strength of a glucocorticoid.
     *
     * @param atc beginning of the ATC code
     * @param prednisoloneMg milligrams of prednisolone that one milligram equals
     */
    public record Equivalent(String atc, double prednisoloneMg) {

        public Equivalent {
            if (!(prednisoloneMg > 0)) {
                throw new IllegalArgumentException("prednisolone-mg must be above 0");
            }
        }
    }
}
