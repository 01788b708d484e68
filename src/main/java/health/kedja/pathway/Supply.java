package health.kedja.pathway;

import java.time.LocalDate;

/**
 * Something that puts a drug at hand: a dispensing, a dose, or the word that the patient takes it.
 *
 * @param day first day
 * @param days days that it lasts, at least 1
 * @param stated whether it is only stated: then it lasts for just those days
 * @param addsUp whether what is left of earlier supply is taken after it
 */
record Supply(LocalDate day, int days, boolean stated, boolean addsUp) {

    /** Longest time that a single supply is believed to last. */
    private static final int MOST_DAYS = 3660;

    static Supply ofDispensing(Event event, int daysWhenNotStated) {
        // A supply of less than a day is a slip of the record, and tells no more than none.
        boolean believed = event.hasValue() && event.value() >= 1;
        int days = believed ? (int) Math.min(MOST_DAYS, Math.round(event.value())) : daysWhenNotStated;
        return new Supply(event.day(), days, false, true);
    }

    static Supply ofDose(Event event, int days) {
        return new Supply(event.day(), days, false, false);
    }

    /** Without an end it lasts until today; what it says of the future is not known today. */
    static Supply ofStatement(Event event, LocalDate today) {
        LocalDate end = event.end() == null || event.end().isAfter(today) ? today : event.end();
        LocalDate last = end.isBefore(event.day()) ? event.day() : end;
        return new Supply(
                event.day(), Math.toIntExact(last.toEpochDay() - event.day().toEpochDay() + 1), true, false);
    }

    /** First day after it, taken from its own day on. */
    LocalDate until() {
        return day.plusDays(days);
    }
}
