package health.kedja.indicator.scan;

import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.Kind;

/** An event test, in numbers. A null set asks nothing. */
final class EventMatch {

    private static final long DIAGNOSES = bit(Kind.FRACTURE)
            | bit(Kind.UNCONFIRMED_FRACTURE)
            | bit(Kind.CIRCUMSTANCE)
            | bit(Kind.OSTEOPOROSIS_DIAGNOSIS)
            | bit(Kind.DISEASE);

    private static final long FACTS = bit(Kind.BIRTH) | bit(Kind.SEX) | bit(Kind.COUNTRY_OF_BIRTH);

    final long kinds;
    private final CodeSet codes;
    private final CodeSet qualifiers;
    private final CodeSet classes;
    private final boolean mainDiagnosis;
    private final CodeSet atVisitWith;
    private final boolean sided;
    private final boolean valued;
    private final double atLeast;
    private final double atMost;

    EventMatch(
            long kinds,
            CodeSet codes,
            CodeSet qualifiers,
            CodeSet classes,
            boolean mainDiagnosis,
            CodeSet atVisitWith,
            boolean sided,
            double atLeast,
            double atMost) {
        this.kinds = kinds;
        this.codes = codes;
        this.qualifiers = qualifiers;
        this.classes = classes;
        this.mainDiagnosis = mainDiagnosis;
        this.atVisitWith = atVisitWith;
        this.sided = sided;
        this.valued = atLeast > Double.NEGATIVE_INFINITY || atMost < Double.POSITIVE_INFINITY;
        this.atLeast = atLeast;
        this.atMost = atMost;
    }

    static long bit(Kind kind) {
        return 1L << kind.ordinal();
    }

    /** Whether the death of a person is meant, which is no event in the columns. */
    boolean meansDeath() {
        return (kinds & bit(Kind.DEATH)) != 0;
    }

    /** Whether something known of a person that is no event in the columns is meant, beside death. */
    boolean meansFact() {
        return (kinds & FACTS) != 0;
    }

    /** Whether such a thing is known of the person. */
    boolean isKnown(Person person) {
        return (kinds & bit(Kind.BIRTH)) != 0 && person.birth() != Part.UNKNOWN
                || (kinds & bit(Kind.SEX)) != 0 && isStated(person.part.sex()[person.index])
                || (kinds & bit(Kind.COUNTRY_OF_BIRTH)) != 0
                        && isStated(person.part.countryOfBirth()[person.index]);
    }

    private boolean isStated(char code) {
        return code != 0 && (codes == null || codes.has(code));
    }

    /** Whether an event of the person is one of those meant. */
    boolean fits(Person person, int event) {
        return (kinds >>> person.kind[event] & 1) != 0
                && (codes == null || codes.has(person.code[event]))
                && (qualifiers == null || qualifiers.has(person.qualifier[event]))
                && (!mainDiagnosis || (person.part.flags()[event] & Part.MAIN_DIAGNOSIS) != 0)
                && (!sided || (person.part.flags()[event] & (Part.LEFT | Part.RIGHT)) != 0)
                && (!valued || isWithin(person.value[event]))
                && (classes == null || isInClass(person, event))
                && (atVisitWith == null || hasDiagnosisBeside(person, event));
    }

    /** Not a number is not within anything. */
    private boolean isWithin(float value) {
        return value >= atLeast && value <= atMost;
    }

    private boolean isInClass(Person person, int event) {
        int contact = person.contactOf(event);
        return contact >= 0 && classes.has(person.code[contact]);
    }

    private boolean hasDiagnosisBeside(Person person, int event) {
        short contact = person.contact[event];
        if (contact < 0) {
            return false;
        }
        for (int e = person.first; e < person.end && person.day[e] <= person.asOf; e++) {
            if (person.contact[e] == contact
                    && (DIAGNOSES >>> person.kind[e] & 1) != 0
                    && atVisitWith.has(person.code[e])) {
                return true;
            }
        }
        return false;
    }
}
