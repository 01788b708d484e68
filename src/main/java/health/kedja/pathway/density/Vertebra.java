package health.kedja.pathway.density;

import java.util.List;

/**
 * T-score of one lumbar vertebra.
 *
 * @param region {@code lumbar-1} to {@code lumbar-4}
 * @param tScore standard deviations
 * @param clearlyAbnormal whether whoever looked at the image found it unfit to be measured
 * @param resource what recorded it
 */
public record Vertebra(String region, double tScore, boolean clearlyAbnormal, String resource) {

    /** The vertebrae that a spine scan covers, from above. */
    static final List<String> REGIONS = List.of("lumbar-1", "lumbar-2", "lumbar-3", "lumbar-4");

    public Vertebra {
        if (!REGIONS.contains(region)) {
            throw new IllegalArgumentException("'" + region + "' is not one of " + REGIONS);
        }
    }

    /** Whether a bone region is a lumbar vertebra. */
    public static boolean is(String region) {
        return REGIONS.contains(region);
    }

    int number() {
        return REGIONS.indexOf(region);
    }
}
