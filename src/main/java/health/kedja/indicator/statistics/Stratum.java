package health.kedja.indicator.statistics;

/**
 * An age band, for standardisation.
 *
 * @param events events, or people who fulfil
 * @param size time at risk, or people
 * @param weight people of the standard population in the band, 0 or more
 */
public record Stratum(long events, double size, double weight) {

    public Stratum {
        if (events < 0 || !(size >= 0) || !(weight >= 0) || Double.isInfinite(size) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("No stratum: " + events + ", " + size + ", " + weight);
        }
    }
}
