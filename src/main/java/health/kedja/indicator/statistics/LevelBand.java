package health.kedja.indicator.statistics;

/**
 * The levels of the patient-level key performance indicators of IOF, FFN and NOF (Javaid et al. 2020, abstract): below
 * 50 %, 50 to 80 %, above 80 %.
 */
public enum LevelBand {
    LOW,
    MIDDLE,
    HIGH;

    private static final double MIDDLE_FROM = 0.5;
    private static final double HIGH_ABOVE = 0.8;

    /** @param proportion 0 to 1 */
    public static LevelBand of(double proportion) {
        if (proportion < MIDDLE_FROM) {
            return LOW;
        }
        return proportion > HIGH_ABOVE ? HIGH : MIDDLE;
    }
}
