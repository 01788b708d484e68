package health.kedja.pathway;

import java.util.Locale;

/**
 * What an {@link Event} says has happened. The comment of each kind states how the fields of the event are used beside
 * {@code day} and {@code source}.
 */
public enum Kind {
    /** Day of birth. */
    BIRTH,
    /** Day of death; {@code day} is null when only the fact is known. */
    DEATH,
    /** Administrative sex. {@code code}: {@code female}, {@code male}, {@code other} or {@code unknown}; no {@code day}. */
    SEX,
    /** Country of birth. {@code code}: ISO 3166-1, two letters; no {@code day}. */
    COUNTRY_OF_BIRTH,
    /**
     * Highest education. {@code code}: {@code compulsory} (at most nine years), {@code upper-secondary} or
     * {@code post-secondary}; {@code day} from when it is stated, null when not said.
     */
    EDUCATION,
    /**
     * Where the patient lives, from {@code day} (null: since birth) to {@code end} (null: still). {@code code}: region, as
     * the county code of Statistics Sweden ({@code 12}) or the Danish region code ({@code 1084}), or {@code abroad};
     * {@code qualifier}: municipality ({@code 1280}), when stated.
     */
    RESIDENCE,
    /** The unit where the patient is listed. {@code qualifier}: such as {@code Organization/7}; {@code end}. */
    LISTED,
    /** A stay in special housing for older people (särskilt boende), from {@code day} to {@code end} (null: still). */
    CARE_HOME_STAY,

    /**
     * A fracture diagnosis. {@code code}: ICD-10 without dot and without the Danish D ({@code S7200}, {@code M800F});
     * {@code qualifier}: body site when recorded beside the code ({@code hip}, {@code vertebra}, {@code pelvis},
     * {@code proximal-humerus}, {@code wrist} or another site code); {@code laterality}; {@code encounter}.
     * {@code day} is null when the record gives no date. Where it gives only the day of recording and names a contact,
     * {@code end} is that day too: the first day of the contact is the better one, and {@link History} takes it.
     */
    FRACTURE,
    /** As {@link #FRACTURE}, but its verification status is unconfirmed, provisional or differential. */
    UNCONFIRMED_FRACTURE,
    /**
     * What caused the fracture: an external cause or an underlying disease. {@code code}: ICD-10 as above; or null and
     * {@code qualifier}: the Condition that the fracture names as its cause ({@code Condition/9}). {@code day} and
     * {@code end} as at {@link #FRACTURE}.
     */
    CIRCUMSTANCE,
    /** An osteoporosis diagnosis. {@code code}: ICD-10 as above. */
    OSTEOPOROSIS_DIAGNOSIS,
    /**
     * A health care contact. {@code code}: class ({@code IMP}, {@code AMB}, {@code EMER}, ...); {@code end};
     * {@code qualifier}: the unit, such as {@code Organization/7}, when stated; {@code value}: minutes after midnight of
     * its start, local time, NaN when the record gives no time of day. {@code source} is what {@code encounter} of others names.
     */
    ENCOUNTER,
    /** The main diagnosis of a contact. {@code qualifier}: the Condition, such as {@code Condition/9}; {@code encounter}. */
    MAIN_DIAGNOSIS,

    /**
     * The patient was taken into the chain: an EpisodeOfCare or fracture chain CarePlan was opened. {@code qualifier}:
     * the unit that runs it, such as {@code Organization/7}, when stated.
     */
    EPISODE_OPENED,
    /** A fracture coordinator assessed the patient. {@code qualifier}: the unit of the coordinator, when stated. */
    COORDINATOR_ASSESSMENT,
    /** A fracture risk assessment was made; no value. {@code code}: {@code with-bmd} or {@code without-bmd}. */
    RISK_ASSESSMENT,
    /** FRAX, major osteoporotic fracture in 10 years. {@code value}: percent; {@code code} as above. */
    FRAX_MAJOR,
    /** FRAX, hip fracture in 10 years. {@code value}: percent; {@code code} as above. */
    FRAX_HIP,
    /** Bone density was measured (procedure or report). */
    BONE_DENSITY_SCAN,
    /** Bone mineral density. {@code value}: g/cm²; {@code qualifier}: region; {@code laterality}; {@code device}. */
    BMD,
    /** T-score. {@code value}: standard deviations; {@code qualifier}: region; {@code laterality}; {@code device}. */
    T_SCORE,
    /** Z-score. {@code value}: standard deviations; {@code qualifier}: region; {@code laterality}; {@code device}. */
    Z_SCORE,
    /**
     * A device that measures bone density; not an event of the patient, but what the events with this {@code device} need.
     * {@code source}: the device, as those events name it; {@code code}: its maker ({@code hologic}, {@code ge-lunar},
     * {@code norland}), null when unknown; {@code qualifier}: the maker as the record writes it. Has no {@code day}.
     */
    SCANNER,
    /** Vertebral fracture assessment. {@code code}: {@code fracture}, {@code no-fracture} or null when not stated. */
    VERTEBRAL_FRACTURE_ASSESSMENT,
    /** Body weight. {@code value}: kg. */
    BODY_WEIGHT,
    /** Whether rising from a chair is impaired. {@code value}: 1 yes, 0 no. */
    IMPAIRED_RISE_UP,
    /**
     * An answer to a question of FRAMO that the record does not answer by itself. {@code code}: {@code age} (80 years or
     * older) or {@code weight} (less than 60 kg); {@code value}: 1 yes, 0 no.
     */
    FRAMO_ANSWER,
    /** A laboratory result. {@code code}: analyte ({@code egfr}, {@code tsh}, ...); {@code value} in its unit. */
    LABORATORY_RESULT,

    /** A drug was prescribed. {@code code}: ATC; {@code value}: milligrams a day, NaN when not stated. */
    DRUG_ORDERED,
    /** A drug was dispensed. {@code code}: ATC; {@code value}: days supplied, NaN when not stated. */
    DRUG_DISPENSED,
    /** A drug was given. {@code code}: ATC. */
    DRUG_ADMINISTERED,
    /**
     * The patient is said to take a drug. {@code code}: ATC; {@code day} to {@code end} is the period;
     * {@code value} as at {@link #DRUG_ORDERED}.
     */
    DRUG_STATED,
    /**
     * Something was decided against, declined or could not be done. {@code code}: the {@link #token()} of the kind that
     * was not done (for a drug {@code drug-ordered}; for a referral {@code referral:...}); {@code qualifier}: reason
     * ({@code declined}, {@code contraindicated}, {@code not-indicated}, {@code limited-life-expectancy},
     * {@code unable}, {@code other}).
     */
    NOT_DONE,
    /** Life expectancy is recorded as short (under two years) or care is palliative. */
    LIMITED_LIFE_EXPECTANCY,

    /**
     * A referral. {@code code}: {@code bone-density}, {@code primary-care}, {@code physiotherapy},
     * {@code osteoporosis-clinic} or {@code falls-clinic}; or what is asked for, as {@code patient-education} or
     * {@code lifestyle-advice:tobacco}.
     */
    REFERRAL,
    /** Primary care was informed by discharge note. */
    DISCHARGE_NOTE,
    /** Falls risk or balance was assessed. */
    FALL_RISK_ASSESSMENT,
    /** A fall prevention measure was carried out. */
    FALL_PREVENTION,
    /** Balance or strength training. */
    TRAINING,
    /** Patient education. */
    PATIENT_EDUCATION,
    /** Advice on tobacco, alcohol, diet or activity. */
    LIFESTYLE_ADVICE,
    /** A review of the patient's drugs. */
    DRUG_REVIEW,
    /** A follow-up plan was made. {@code end}: the day of the planned review, when stated. */
    FOLLOW_UP_PLAN,
    /** A structured follow-up contact took place. */
    FOLLOW_UP_CONTACT,
    /**
     * A hip fracture was operated. {@code code}: KVÅ; {@code value}: minutes after midnight of its start, local time, NaN
     * when the record gives no time of day; {@code encounter}.
     */
    HIP_FRACTURE_SURGERY,

    /**
     * An allergy to a drug or an intolerance of it. {@code code}: ATC; {@code qualifier}: {@code allergy},
     * {@code intolerance} or null when not stated. {@code day} is null when the record gives no date.
     */
    ALLERGY_OR_INTOLERANCE,
    /**
     * Another disease that bears on work-up or choice of drug. {@code code}: {@code dysphagia}, {@code
     * cognitive-impairment}, {@code hyperthyroidism}, {@code osteogenesis-imperfecta} or {@code type-1-diabetes};
     * {@code end}: the last day, when it has ended.
     */
    DISEASE,

    /** A resource whose codes are all from systems unknown to Kedja. {@code code}: {@code system|code} or text. */
    NOT_UNDERSTOOD;

    private static final Kind[] VALUES = values();

    /** The name in files and tables: {@code bone-density-scan} for {@link #BONE_DENSITY_SCAN}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of a {@link #token()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind ofToken(String token) {
        for (Kind kind : VALUES) {
            if (kind.token().equals(token)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("There is no kind of event called '" + token + "'");
    }
}
