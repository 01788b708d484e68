package health.kedja.indicator.scan;

import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.definition.Anchor;
import health.kedja.pathway.Kind;

/** A criterion, in numbers: any of some events in a window. */
final class Match {

    /** Kinds that last from their day to their end and so are there on every day between. */
    static final long LASTING = EventMatch.bit(Kind.RESIDENCE)
            | EventMatch.bit(Kind.LISTED)
            | EventMatch.bit(Kind.CARE_HOME_STAY)
            | EventMatch.bit(Kind.DRUG_STATED)
            | EventMatch.bit(Kind.DISEASE);

    static final int NEVER = Integer.MIN_VALUE;

    private static final int MINUTES_OF_DAY = 24 * 60;

    final Anchor anchor;
    private final EventMatch[] anyOf;
    private final long kinds;
    private final boolean meansDeath;
    private final boolean meansFact;
    private final boolean hasFrom;
    private final int fromMonths;
    private final int fromDays;
    private final boolean hasTo;
    private final int toMonths;
    private final int toDays;
    private final int withinMinutes;

    /** @param withinMinutes from arrival, or -1 where the window says all */
    Match(EventMatch[] anyOf, Anchor anchor, int[] from, int[] to, int withinMinutes) {
        this.anyOf = anyOf;
        this.anchor = anchor;
        this.hasFrom = from != null;
        this.fromMonths = hasFrom ? from[0] : 0;
        this.fromDays = hasFrom ? from[1] : 0;
        this.hasTo = to != null;
        this.toMonths = hasTo ? to[0] : 0;
        this.toDays = hasTo ? to[1] : 0;
        this.withinMinutes = withinMinutes;
        long all = 0;
        boolean death = false;
        boolean fact = false;
        for (EventMatch match : anyOf) {
            all |= match.kinds;
            death |= match.meansDeath();
            fact |= match.meansFact();
        }
        this.kinds = all;
        this.meansDeath = death;
        this.meansFact = fact;
    }

    /** Whether any such event is in the window of a unit. */
    boolean holds(Person person, Unit unit) {
        return first(person, unit) != NEVER;
    }

    /**
     * When the first such event in the window of a unit was: its day, or the minutes from arrival where the criterion
     * counts those; {@link #NEVER} if there is none.
     */
    int first(Person person, Unit unit) {
        if (meansFact && isKnown(person)) {
            return unit.day;
        }
        if ((kinds & person.kinds) == 0 && !meansDeath) {
            return NEVER;
        }
        int anchorDay = unit.anchor(person, anchor);
        int low = hasFrom ? Days.plus(anchorDay, fromMonths, fromDays) : Integer.MIN_VALUE + 2;
        int high = hasTo ? Math.min(person.asOf, Days.plus(anchorDay, toMonths, toDays)) : person.asOf;
        int earliest = meansDeath ? death(person, low, high) : NEVER;
        if (withinMinutes >= 0) {
            return firstMinute(person, unit, low, high);
        }
        byte[] kind = person.kind;
        int[] days = person.day;
        int end = person.end;
        for (int e = start(person, unit, low); e < end && days[e] <= high; e++) {
            if ((kinds >>> kind[e] & 1) != 0 && isIn(person, e, low) && fits(person, e)) {
                int day = Math.max(low, person.day[e]);
                return earliest == NEVER ? day : Math.min(earliest, day);
            }
        }
        return earliest;
    }

    /** An event before which none is in the window: near the index, where nothing that lasts is meant. */
    private int start(Person person, Unit unit, int low) {
        int start = unit.event;
        if (start < 0 || low < unit.day || (kinds & LASTING) != 0) {
            return person.first;
        }
        while (start > person.first && person.day[start - 1] >= low) {
            start--;
        }
        return start;
    }

    private int firstMinute(Person person, Unit unit, int low, int high) {
        int arrival = unit.event < 0 ? -1 : person.contactOf(unit.event);
        if (arrival < 0 || Float.isNaN(person.value[arrival]) || person.day[arrival] == Part.UNKNOWN) {
            return NEVER;
        }
        int earliest = NEVER;
        for (int e = start(person, unit, low); e < person.end && person.day[e] <= high; e++) {
            if (person.day[e] < low || Float.isNaN(person.value[e]) || !fits(person, e)) {
                continue;
            }
            long minutes = (long) (person.day[e] - person.day[arrival]) * MINUTES_OF_DAY
                    + (long) person.value[e]
                    - (long) person.value[arrival];
            if (minutes >= 0 && minutes <= withinMinutes && (earliest == NEVER || minutes < earliest)) {
                earliest = (int) minutes;
            }
        }
        return earliest;
    }

    private boolean isIn(Person person, int event, int low) {
        if (person.day[event] >= low) {
            return true;
        }
        return (LASTING >>> person.kind[event] & 1) != 0 && person.lastDayOf(event) >= low;
    }

    private boolean fits(Person person, int event) {
        for (EventMatch match : anyOf) {
            if (match.fits(person, event)) {
                return true;
            }
        }
        return false;
    }

    /** What is known of a person holds on every day. */
    private boolean isKnown(Person person) {
        for (EventMatch match : anyOf) {
            if (match.isKnown(person)) {
                return true;
            }
        }
        return false;
    }

    private static int death(Person person, int low, int high) {
        int death = person.death();
        return death == Part.UNKNOWN || death == Part.DEAD || death < low || death > high ? NEVER : death;
    }
}
