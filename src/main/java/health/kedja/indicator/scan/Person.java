package health.kedja.indicator.scan;

import health.kedja.indicator.Chains;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.Kind;

/** The person that a scan has come to. One for each thread, moved from person to person. */
final class Person {

    private static final byte RESIDENCE = (byte) Kind.RESIDENCE.ordinal();

    /** Last day of data. */
    final int asOf;
    /** The number of the code of residence abroad. */
    private final CodeSet abroad;

    Part part;
    /** The chains of the part, or null when nobody asks for them. */
    Chains chains;

    int index;
    int first;
    int end;
    long kinds;
    byte[] kind;
    int[] day;
    int[] lastDay;
    char[] code;
    char[] qualifier;
    float[] value;
    short[] contact;

    Person(int asOf, CodeSet abroad) {
        this.asOf = asOf;
        this.abroad = abroad;
    }

    void in(Part newPart, Chains newChains) {
        part = newPart;
        chains = newChains;
        kind = part.kind();
        day = part.day();
        lastDay = part.lastDay();
        code = part.code();
        qualifier = part.qualifier();
        value = part.value();
        contact = part.contact();
    }

    void moveTo(int newIndex) {
        index = newIndex;
        first = part.firstEvent()[newIndex];
        end = part.firstEvent()[newIndex + 1];
        kinds = part.kinds()[newIndex];
    }

    int birth() {
        return part.birth()[index];
    }

    /** Day of death; {@link Part#UNKNOWN} when alive on the last day of data, {@link Part#DEAD} as there. */
    int death() {
        int death = part.death()[index];
        return death > asOf ? Part.UNKNOWN : death;
    }

    /** Whole years, or -1 when the birth is not known. */
    int ageOn(int when) {
        int birth = birth();
        return birth == Part.UNKNOWN || birth > when ? -1 : Days.yearsBetween(birth, when);
    }

    /** The event that says where the person lived, the latest stated; -1 when nothing does. */
    int residenceOn(int when) {
        return !hasResidence() ? -1 : latestOn(RESIDENCE, when);
    }

    /** The latest event of a kind with duration that holds on a day; -1 for none. */
    int latestOn(byte wanted, int when) {
        int found = -1;
        for (int e = first; e < end && day[e] <= when; e++) {
            if (kind[e] == wanted && day[e] <= asOf && lastDayOf(e) >= when) {
                found = e;
            }
        }
        return found;
    }

    /** Whether it was ever stated where the person lives. */
    boolean hasResidence() {
        return (kinds >>> RESIDENCE & 1) != 0;
    }

    /** Whether an event of residence says abroad. */
    boolean isAbroad(int residence) {
        return abroad.has(code[residence]);
    }

    /** The last day of an event with duration; without end it lasts. */
    int lastDayOf(int event) {
        return lastDay[event] == Part.UNKNOWN || lastDay[event] > asOf ? Integer.MAX_VALUE : lastDay[event];
    }

    /** The contact of an event, or -1. */
    int contactOf(int event) {
        return contact[event] < 0 ? -1 : first + contact[event];
    }

    /** The last day of the contact of an event; the day of the event where that is not known. */
    int dischargeOf(int event) {
        int own = contactOf(event);
        if (own < 0 || lastDay[own] == Part.UNKNOWN || lastDay[own] > asOf) {
            return day[event];
        }
        return Math.max(day[event], lastDay[own]);
    }

    /**
     * The last day on which the person can be at risk, from a day on: death, the day before emigration or the end of
     * data; where only the fact of death is known, the last day that anything was recorded.
     */
    int atRiskUntil(int from) {
        int until = asOf;
        int death = death();
        if (death == Part.DEAD) {
            until = lastRecorded();
        } else if (death != Part.UNKNOWN) {
            until = death;
        }
        if (hasResidence()) {
            until = Math.min(until, dayBeforeEmigration(from));
        }
        return until;
    }

    private int lastRecorded() {
        int last = Integer.MIN_VALUE;
        for (int e = first; e < end && day[e] <= asOf; e++) {
            last = Math.max(last, day[e]);
        }
        return last;
    }

    private int dayBeforeEmigration(int from) {
        for (int e = first; e < end && day[e] <= asOf; e++) {
            if (kind[e] == RESIDENCE && abroad.has(code[e]) && lastDayOf(e) >= from) {
                return Math.max(day[e], from) - 1;
            }
        }
        return Integer.MAX_VALUE;
    }
}
