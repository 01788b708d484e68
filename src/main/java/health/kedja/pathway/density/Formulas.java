package health.kedja.pathway.density;

import health.kedja.pathway.Certainty;
import health.kedja.pathway.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published formulas of standardised BMD. They come from scanners of the 1990s (DPX, QDR 2000, XR 26); an error of
 * 3.5 % for the single patient is stated with them.
 */
public final class Formulas {

    public static final String LUMBAR_SPINE = "lumbar-spine";
    public static final String TOTAL_HIP = "total-hip";
    public static final String FEMORAL_NECK = "femoral-neck";
    public static final String TROCHANTER = "trochanter";

    private static final String WASHINGTON = "University of Washington, Bone densitometry: standardised BMD equations";
    private static final String LU =
            "Lu and others 2001 (author unconfirmed), doi 10.1007/s001980170087: formulas by region; " + WASHINGTON;
    private static final String HANSON = "Hanson 1997 (citation unconfirmed); " + WASHINGTON;
    private static final String HUI =
            "Hui and others 1997, Journal of Bone and Mineral Research 12, 1463-1470; " + WASHINGTON;
    private static final String GENANT =
            "Genant and others 1994, Journal of Bone and Mineral Research 9, 1503-1514; Steiger 1995 (unconfirmed)";

    /** Hui's formulas are written around the means of the phantom study. */
    private static final double HUI_STANDARD = 1.0436;

    private static final List<Formula> HIP = List.of(
            hip(TOTAL_HIP, Maker.HOLOGIC, HANSON, 0.006, 1.008),
            hip(TOTAL_HIP, Maker.GE_LUNAR, HANSON, -0.031, 0.979),
            hip(TOTAL_HIP, Maker.NORLAND, HANSON, 0.026, 1.012),
            hip(FEMORAL_NECK, Maker.HOLOGIC, LU, 0.019, 1.087),
            hip(FEMORAL_NECK, Maker.GE_LUNAR, LU, -0.023, 0.939),
            hip(FEMORAL_NECK, Maker.NORLAND, LU, 0.006, 0.985),
            hip(TROCHANTER, Maker.HOLOGIC, LU, -0.017, 1.105),
            hip(TROCHANTER, Maker.GE_LUNAR, LU, -0.042, 0.949),
            hip(TROCHANTER, Maker.NORLAND, LU, 0.057, 0.961));

    private static final List<Formula> HUI_SPINE = List.of(
            hui(Maker.HOLOGIC, 1.0550, 0.972), hui(Maker.GE_LUNAR, 0.9683, 1.100), hui(Maker.NORLAND, 0.9743, 0.969));

    private static final List<Formula> GENANT_SPINE =
            List.of(genant(Maker.HOLOGIC, 1.0755), genant(Maker.GE_LUNAR, 0.9522), genant(Maker.NORLAND, 1.0761));

    private Formulas() {}

    /** Every formula, of both sets for the spine. */
    public static List<Formula> all() {
        List<Formula> all = new ArrayList<>(HIP);
        all.addAll(HUI_SPINE);
        all.addAll(GENANT_SPINE);
        return List.copyOf(all);
    }

    /**
     * The formula for a region and a maker.
     *
     * @return empty where none is published for the region
     */
    public static Optional<Formula> find(String region, Maker maker, SpineFormulas spine) {
        List<Formula> known =
                LUMBAR_SPINE.equals(region) ? (spine == SpineFormulas.HUI_1997 ? HUI_SPINE : GENANT_SPINE) : HIP;
        return known.stream()
                .filter(formula -> formula.region().equals(region) && formula.maker() == maker)
                .findFirst();
    }

    /** The numbers were read in the second source that the citation names. */
    private static Formula hip(String region, Maker maker, String source, double intercept, double slope) {
        Rule rule = new Rule("sbmd-" + region + "-" + maker.token(), source, Certainty.CONFIRMED);
        return new Formula(rule, region, maker, intercept, slope);
    }

    /** sBMD = slope × (BMD − mean of the scanner) + mean of all. */
    private static Formula hui(Maker maker, double slope, double mean) {
        Rule rule = new Rule("sbmd-lumbar-spine-" + maker.token() + "-hui-1997", HUI, Certainty.CONFIRMED);
        return new Formula(rule, LUMBAR_SPINE, maker, HUI_STANDARD - slope * mean, slope);
    }

    private static Formula genant(Maker maker, double slope) {
        Rule rule = new Rule("sbmd-lumbar-spine-" + maker.token() + "-genant-1994", GENANT, Certainty.UNCONFIRMED);
        return new Formula(rule, LUMBAR_SPINE, maker, 0, slope);
    }
}
