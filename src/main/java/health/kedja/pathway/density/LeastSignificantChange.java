package health.kedja.pathway.density;

import health.kedja.pathway.Limit;

/**
 * How much bone density must change before it is more than the error of measurement.
 *
 * @param region bone region
 * @param percent change in percent, without sign
 */
public record LeastSignificantChange(String region, Limit percent) {

    public LeastSignificantChange {
        if (!(percent.value() > 0)) {
            throw new IllegalArgumentException("A least significant change is above 0 percent");
        }
    }
}
