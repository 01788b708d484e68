package health.kedja.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of day where the people live; Swedish and Danish clocks go alike. */
final class Clock {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int HOUR = 60;

    private Clock() {}

    /** Minutes after midnight; an hour later where the clocks jump over them in spring. */
    static int onTheClock(LocalDate day, int minute) {
        if (day.getMonthValue() != 3 || minute < 2 * HOUR || minute >= 3 * HOUR) {
            return minute;
        }
        LocalDateTime time = day.atStartOfDay().plusMinutes(minute);
        return ZONE.getRules().getValidOffsets(time).isEmpty() ? minute + HOUR : minute;
    }

    /** A FHIR dateTime: with the time and its offset where the minute is known. */
    static String written(LocalDate day, int minute) {
        if (minute < 0) {
            return day.toString();
        }
        LocalDateTime time = day.atStartOfDay().plusMinutes(minute);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.of(time, ZONE.getRules().getOffset(time)).withSecond(0));
    }

    /** The last minute of a day. */
    static String endOf(LocalDate day) {
        return written(day, 24 * HOUR - 1);
    }
}
