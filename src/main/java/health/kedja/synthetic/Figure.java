package health.kedja.synthetic;

import static health.kedja.pathway.Certainty.CONFIRMED;
import static health.kedja.pathway.Certainty.DERIVED;
import static health.kedja.pathway.Certainty.UNCONFIRMED;

import health.kedja.pathway.Certainty;
import java.util.Locale;

/**
 * A level of the synthetic population, where it comes from and how well it is known. Shares are 0 to 1, rates are per
 * person-year. What is {@link Certainty#UNCONFIRMED} is Kedja's assumption: plausible, and no finding about anybody.
 */
public enum Figure {
    FRACTURES_WOMEN(1, Origin.KEDJA + "factor on the age table of women", UNCONFIRMED),
    FRACTURES_MEN(1, Origin.KEDJA + "factor on the age table of men", UNCONFIRMED),
    REFRACTURE_WOMEN(0.222, Origin.EVALUATION + "refractures, 22,200 per 100,000 person-years", CONFIRMED),
    REFRACTURE_MEN(0.186, Origin.EVALUATION + "refractures, 18,600 per 100,000 person-years", CONFIRMED),
    CARE_HOME_HIP_FRACTURE(0.034, Origin.EVALUATION + "hip fractures in special housing, 2021", CONFIRMED),
    HIP_MORTALITY_WOMEN(0.22, Origin.EVALUATION + "one-year mortality after hip fracture, 2021", CONFIRMED),
    HIP_MORTALITY_MEN(0.30, Origin.EVALUATION + "one-year mortality after hip fracture, 2021", CONFIRMED),
    TREATED_WOMEN(0.14, Origin.EVALUATION + "bone-specific drug within a year of fracture, 2021", CONFIRMED),
    TREATED_MEN(0.07, Origin.EVALUATION + "bone-specific drug within a year of fracture, 2021", CONFIRMED),
    CALCIUM_ALONE(0.02, Origin.EVALUATION + "calcium and vitamin D without bone-specific drug, 2021", CONFIRMED),
    GIVEN_IN_CLINIC(0.17, Origin.EVALUATION + "share of bone-specific drugs on requisition, 2022", CONFIRMED),
    OSTEOPOROSIS_WOMEN(0.12, Origin.EVALUATION + "osteoporosis diagnosis in the year of a fracture, 2021", CONFIRMED),
    OSTEOPOROSIS_MEN(0.05, Origin.EVALUATION + "osteoporosis diagnosis in the year of a fracture, 2021", CONFIRMED),
    RISK_CODED(0.008, Origin.EVALUATION + "fracture risk assessment coded: less than 1 %", DERIVED),
    OSTEOPOROSIS_WITHOUT_FRACTURE(0.0065, Origin.KEDJA + "diagnoses a year in people of 50 and older", UNCONFIRMED),
    SURGERY_24_2018(8497 / 12950.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_48_2018(12082 / 12950.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_24_2019(8074 / 12263.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_48_2019(11582 / 12263.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_24_2020(6960 / 10936.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_48_2020(10278 / 10936.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_24_2021(6176 / 10311.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_48_2021(9541 / 10311.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_24_2022(6240 / 10760.0, Origin.EVALUATION + "table 6", CONFIRMED),
    SURGERY_48_2022(9809 / 10760.0, Origin.EVALUATION + "table 6", CONFIRMED),
    OPERATED(0.97, Origin.KEDJA + "hip fractures that are operated", UNCONFIRMED),
    COORDINATOR(0.25, Origin.KEDJA + "fracture patients assessed by a coordinator", UNCONFIRMED),
    FRAX_CALCULATED(0.05, Origin.KEDJA + "fracture patients with a FRAX result", UNCONFIRMED),
    BONE_DENSITY(0.15, Origin.KEDJA + "fracture patients whose bone density is measured within two years", UNCONFIRMED),
    TRAINING(0.05, Origin.KEDJA + "fracture patients with training or fall prevention", UNCONFIRMED),
    FOLLOW_UP(0.5, Origin.KEDJA + "of those whom a coordinator saw, with a follow-up", UNCONFIRMED),
    FALL_RISK_ASSESSED(0.1, Origin.KEDJA + "fracture patients whose risk of falling is assessed", UNCONFIRMED),
    REFERRED(0.2, Origin.KEDJA + "fracture patients referred to primary care; as many to others", UNCONFIRMED),
    DISCHARGE_NOTE(0.15, Origin.KEDJA + "fracture patients of whom primary care is told by a note", UNCONFIRMED),
    PRESCRIBED(0.9, Origin.KEDJA + "courses of a drug dispensed of which the prescription is recorded", UNCONFIRMED),
    NEVER_FETCHED(0.03, Origin.KEDJA + "fracture patients with a prescription never fetched", UNCONFIRMED),
    DRUG_DECIDED_AGAINST(0.05, Origin.KEDJA + "fracture patients with a decision against a drug", UNCONFIRMED),
    SCAN_DECIDED_AGAINST(0.04, Origin.KEDJA + "fracture patients with a decision against the scan", UNCONFIRMED),
    GLUCOCORTICOID(0.004, Origin.KEDJA + "long courses begun a year in people of 50 and older", UNCONFIRMED),
    PRIMARY_CARE_FRACTURE(
            0.08, Origin.KEDJA + "fractures other than of the hip that only primary care saw", UNCONFIRMED),
    CONTROL_VISIT(0.4, Origin.KEDJA + "fractures with a control at the hospital within two months", UNCONFIRMED),
    LATE_CONTROL_VISIT(0.01, Origin.KEDJA + "fractures with a control after more than three months", UNCONFIRMED),
    MAIN_DIAGNOSIS(0.96, Origin.KEDJA + "contacts for fracture with the fracture as main diagnosis", UNCONFIRMED),
    SURGERY_TIME_MISSING(0.01, Origin.KEDJA + "operations without time of day, where times are reported", UNCONFIRMED),
    EDUCATION_MISSING(0.02, Origin.KEDJA + "people without recorded education", UNCONFIRMED),
    CAUSE_MISSING(0.15, Origin.KEDJA + "fractures without external cause", UNCONFIRMED),
    REGISTERED_LATE(0.05, Origin.KEDJA + "diagnoses that are registered more than a month later", UNCONFIRMED),
    REGISTERED_TWICE(0.01, Origin.KEDJA + "fractures that are registered twice", UNCONFIRMED),
    ENTERED_IN_ERROR(0.01, Origin.KEDJA + "fractures beside which another was entered in error", UNCONFIRMED),
    MOVE(0.012, Origin.KEDJA + "moves to another region a year", UNCONFIRMED),
    EMIGRATION(0.003, Origin.KEDJA + "emigrations a year, people under 70", UNCONFIRMED),
    ROUTINE_VISIT(1.1, Origin.KEDJA + "other contacts a year", UNCONFIRMED);

    /** Where figures come from. */
    private static final class Origin {
        static final String EVALUATION = "Socialstyrelsen, Utvärdering av vård vid osteoporos 2023: ";
        static final String KEDJA = "Kedja's assumption: ";
    }

    private final double national;
    private final String source;
    private final Certainty certainty;

    Figure(double national, String source, Certainty certainty) {
        this.national = national;
        this.source = source;
        this.certainty = certainty;
    }

    public double national() {
        return national;
    }

    public String source() {
        return source;
    }

    public Certainty certainty() {
        return certainty;
    }

    /** The name on the command line: {@code treated-women}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The figure of a {@link #token()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Figure ofToken(String token) {
        for (Figure figure : values()) {
            if (figure.token().equals(token)) {
                return figure;
            }
        }
        throw new IllegalArgumentException("There is no rate called '" + token + "'");
    }

    void check(double value) {
        boolean factor = this == FRACTURES_WOMEN || this == FRACTURES_MEN || this == ROUTINE_VISIT;
        if (!(value >= 0) || value > (factor ? 100 : 1)) {
            throw new IllegalArgumentException(
                    "The rate " + token() + " is between 0 and " + (factor ? 100 : 1) + ", not " + value);
        }
    }

    /** Share of hip fractures operated within the hours of the published table; years outside it are as the nearest. */
    static Figure surgery(int hours, int year) {
        return valueOf("SURGERY_" + hours + "_" + Math.min(2022, Math.max(2018, year)));
    }
}
