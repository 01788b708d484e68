package health.kedja.history;

import java.time.LocalDate;

/** Gives equal days the same object, for the days that people live in. For one thread. */
final class Calendar {

    private static final int FIRST = (int) LocalDate.of(1890, 1, 1).toEpochDay();
    private static final int DAYS = 366 * 170;

    private final LocalDate[] days = new LocalDate[DAYS];

    /** @param epochDay days since 1970-01-01 */
    LocalDate day(int epochDay) {
        int index = epochDay - FIRST;
        if (index < 0 || index >= DAYS) {
            return LocalDate.ofEpochDay(epochDay);
        }
        LocalDate known = days[index];
        if (known == null) {
            known = LocalDate.ofEpochDay(epochDay);
            days[index] = known;
        }
        return known;
    }
}
