package health.kedja.indicator.statistics;

/**
 * A level of a proportion, such as those of the patient-level key performance indicators of IOF, FFN and NOF (Javaid et
 * al. 2020, abstract): below 50 %, 50 to 80 %, above 80 %.
 */
public enum LevelBand {
    LOW,
    MIDDLE,
    HIGH;

    /**
     * The band of a proportion.
     *
     * @param proportion 0 to 1
     * @param middleFrom the lowest of the middle band
     * @param highAbove the highest of the middle band
     */
    public static LevelBand of(double proportion, double middleFrom, double highAbove) {
        if (proportion < middleFrom) {
            return LOW;
        }
        return proportion > highAbove ? HIGH : MIDDLE;
    }
}
