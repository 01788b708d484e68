package health.kedja.indicator.scan;

import java.time.Period;

/** Calendar arithmetic on days since 1970-01-01, without objects; the same as that of {@code java.time}. */
final class Days {

    private static final int DAYS_OF_ERA = 146_097;
    private static final int DAYS_TO_1970 = 719_468;

    private Days() {}

    /** Year, month and day in one number that grows with the day: year × 512 + month × 32 + day. */
    static int civil(int day) {
        int shifted = day + DAYS_TO_1970;
        int era = Math.floorDiv(shifted, DAYS_OF_ERA);
        int ofEra = shifted - era * DAYS_OF_ERA;
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * ofYear + 2) / 153;
        int dayOfMonth = ofYear - (153 * shiftedMonth + 2) / 5 + 1;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year * 512 + month * 32 + dayOfMonth;
    }

    static int of(int year, int month, int dayOfMonth) {
        int shiftedYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shiftedYear, 400);
        int yearOfEra = shiftedYear - era * 400;
        int shiftedMonth = month > 2 ? month - 3 : month + 9;
        int ofYear = (153 * shiftedMonth + 2) / 5 + dayOfMonth - 1;
        int ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear;
        return era * DAYS_OF_ERA + ofEra - DAYS_TO_1970;
    }

    static int year(int day) {
        return civil(day) >> 9;
    }

    /** Months since the beginning of the year 0. */
    static int month(int day) {
        int civil = civil(day);
        return (civil >> 9) * 12 + (civil >> 5 & 15) - 1;
    }

    /** The first day of a month as {@link #month} counts them. */
    static int firstOfMonth(int month) {
        return of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    /** First months and years together, then days, as {@code LocalDate.plus(Period)} does. */
    static int plus(int day, Period period) {
        return plus(day, Math.toIntExact(period.toTotalMonths()), period.getDays());
    }

    static int plus(int day, int months, int days) {
        if (months == 0) {
            return day + days;
        }
        int civil = civil(day);
        int month = (civil >> 9) * 12 + (civil >> 5 & 15) - 1 + months;
        int first = firstOfMonth(month);
        int length = firstOfMonth(month + 1) - first;
        return first + Math.min(civil & 31, length) - 1 + days;
    }

    /** Whole years from one day to a later one. */
    static int yearsBetween(int from, int to) {
        int a = civil(from);
        int b = civil(to);
        int years = (b >> 9) - (a >> 9);
        return (b & 511) < (a & 511) ? years - 1 : years;
    }
}
