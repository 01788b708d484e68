package health.kedja.fhir;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/**
 * Numbers of observations in the unit that events state; NaN where the unit leaves a doubt.
 *
 * <p>Bone density in mg/cm² is not converted: that is the unit of the standardised BMD, which is on another scale.
 */
final class Values {

    private static final Set<String> PERCENT = Set.of("%", "percent", "procent");
    /** A score has no unit; records write 1, SD or the name of the score. */
    private static final Set<String> SCORE =
            Set.of("", "1", "sd", "s.d.", "[sd]", "score", "t-score", "tscore", "z-score", "zscore");

    private static final Set<String> DENSITY =
            Set.of("g/cm2", "g/cm-2", "g.cm-2", "g/cm²", "g/cm^2", "g/(cm2)", "g/cm*2");

    /** To: µmol/L, mmol/L, g/L, nmol/L, mL/min/1.73 m², mIU/L, mm/h, µkat/L, pmol/L. */
    private static final Map<String, Double> LABORATORY = Map.ofEntries(
            Map.entry("creatinine|umol/l", 1.0),
            Map.entry("creatinine|µmol/l", 1.0),
            Map.entry("creatinine|mg/dl", 88.42),
            Map.entry("calcium|mmol/l", 1.0),
            Map.entry("calcium|mg/dl", 0.2495),
            Map.entry("calcium-ionised|mmol/l", 1.0),
            Map.entry("haemoglobin|g/l", 1.0),
            Map.entry("haemoglobin|g/dl", 10.0),
            Map.entry("vitamin-d|nmol/l", 1.0),
            Map.entry("vitamin-d|ng/ml", 2.496),
            Map.entry("vitamin-d|ug/l", 2.496),
            Map.entry("egfr|ml/min/{1.73_m2}", 1.0),
            Map.entry("egfr|ml/min/1.73m2", 1.0),
            Map.entry("egfr|ml/min/1,73m2", 1.0),
            Map.entry("egfr|ml/min/1.73_m2", 1.0),
            Map.entry("egfr|ml/min/1.73m²", 1.0),
            Map.entry("egfr|ml/min/1,73m²", 1.0),
            Map.entry("egfr|ml/min/{1.73m2}", 1.0),
            Map.entry("tsh|m[iu]/l", 1.0),
            Map.entry("tsh|m[iu]/ml", 1000.0),
            Map.entry("tsh|miu/l", 1.0),
            Map.entry("tsh|mie/l", 1.0),
            Map.entry("tsh|u[iu]/ml", 1.0),
            Map.entry("esr|mm/h", 1.0),
            Map.entry("esr|mm", 1.0),
            Map.entry("alp|ukat/l", 1.0),
            Map.entry("alp|µkat/l", 1.0),
            Map.entry("pth|pmol/l", 1.0));

    private Values() {}

    static double percent(Type value) {
        return number(value, PERCENT);
    }

    static double score(Type value) {
        return number(value, SCORE);
    }

    /** Bone mineral density in g/cm². */
    static double density(Type value) {
        return number(value, DENSITY);
    }

    /** Body weight in kg. */
    static double weight(Type value) {
        return number(value, Set.of("kg"));
    }

    /** 1 for true, 0 for false. */
    static double yesOrNo(Type value) {
        return value instanceof BooleanType answer && answer.hasValue() ? (answer.booleanValue() ? 1 : 0) : Double.NaN;
    }

    static double laboratory(Type value, String analyte) {
        if (!(value instanceof Quantity quantity) || !isExact(quantity)) {
            return Double.NaN;
        }
        Double factor = LABORATORY.get(analyte + "|" + unit(quantity));
        return factor == null ? Double.NaN : quantity.getValue().doubleValue() * factor;
    }

    /** How to call a value that was not understood. */
    static String describe(Type value) {
        return value instanceof Quantity quantity
                ? quantity.getValue() + " " + (quantity.hasCode() ? quantity.getCode() : quantity.getUnit())
                : value.fhirType();
    }

    private static double number(Type value, Set<String> units) {
        if (value instanceof IntegerType integer && units.contains("")) {
            return integer.getValue();
        }
        boolean fits = value instanceof Quantity quantity
                && isExact(quantity)
                && units.contains(unit(quantity).replace("{", "").replace("}", ""));
        return fits ? ((Quantity) value).getValue().doubleValue() : Double.NaN;
    }

    private static boolean isExact(Quantity quantity) {
        return quantity.hasValue() && !quantity.hasComparator();
    }

    private static String unit(Quantity quantity) {
        String unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
        return unit == null ? "" : unit.toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
