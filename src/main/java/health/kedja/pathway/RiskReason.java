package health.kedja.pathway;

import java.util.List;

/**
 * Something that speaks for the risk of a new fracture being what it is.
 *
 * @param code what it is
 * @param decides whether it sets the risk category; the others are known to raise the risk and do not set it
 * @param value FRAX in percent, T-score, age in years, or milligrams of prednisolone a day; NaN where there is none
 * @param rule the rule
 * @param evidence the resources that show it
 */
public record RiskReason(RiskReasonCode code, boolean decides, double value, Rule rule, List<String> evidence) {

    public RiskReason {
        evidence = List.copyOf(evidence);
    }
}
