package health.kedja.indicator;

import java.util.Locale;

/** By what a result is divided. Each is taken as it was on the day of the index. */
public enum Stratifier {
    SEX,
    /** Age in whole years, in the bands of the indicator's definition, such as {@code 70-79}. */
    AGE_GROUP,
    /** Region of residence. */
    REGION,
    /** The unit that reported the index fracture. */
    UNIT,
    /** Municipality of residence. */
    MUNICIPALITY,
    FRACTURE_SITE,
    EDUCATION,
    /** {@code sweden} (or {@code denmark}), {@code nordic-europe} or {@code world}. */
    COUNTRY_OF_BIRTH,
    /** Type A, B or C of the fracture chain of the unit. */
    CHAIN_TYPE,
    /** Calendar year of the index, such as {@code 2021}. */
    YEAR,
    /** Calendar quarter of the index, such as {@code 2021-Q3}. */
    QUARTER,
    /** Calendar month of the index, such as {@code 2021-07}. */
    MONTH;

    /** Where a stratum has no value for somebody. */
    public static final String UNKNOWN = "unknown";

    /** The code in questions and reports: {@code age-group} for {@link #AGE_GROUP}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
