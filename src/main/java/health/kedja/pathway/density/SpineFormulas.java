package health.kedja.pathway.density;

/** The two published sets of formulas for the lumbar spine; they differ by a few mg/cm². */
public enum SpineFormulas {
    /** Hui and others 1997. */
    HUI_1997,
    /** Genant and others 1994, Steiger 1995. */
    GENANT_1994
}
