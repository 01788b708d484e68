package health.kedja.fhir;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * Calendar days of FHIR dates. What opens a window counts from the first day of a partial date, what closes one from
 * its last ({@code docs/spec-clarifications.md} 1); a date-time is a day in the zone given (2).
 */
record Days(ZoneId zone) {

    /** The first day of a date that may be partial; null when there is none. */
    LocalDate first(BaseDateTimeType date) {
        return of(date, false);
    }

    /** The last day of a date that may be partial; null when there is none. */
    LocalDate last(BaseDateTimeType date) {
        return of(date, true);
    }

    /** The day a period starts, for evidence: the last day of its start. */
    LocalDate start(Period period) {
        return period == null ? null : last(period.getStartElement());
    }

    /** The last day of a period; null when it is open. */
    LocalDate end(Period period) {
        return period == null ? null : last(period.getEndElement());
    }

    /** Minutes after midnight, local time; NaN when there is no time of day. */
    double minutes(BaseDateTimeType date) {
        if (date == null || date.isEmpty() || date.getValue() == null) {
            return Double.NaN;
        }
        return switch (date.getPrecision()) {
            case YEAR, MONTH, DAY -> Double.NaN;
            default -> {
                if (hasNoZone(date)) {
                    yield date.getHour() * 60 + date.getMinute();
                }
                LocalTime time = date.getValue().toInstant().atZone(zone).toLocalTime();
                yield time.getHour() * 60 + time.getMinute();
            }
        };
    }

    private static boolean hasNoZone(BaseDateTimeType date) {
        return date.getTimeZone() == null && !date.isTimeZoneZulu();
    }

    private LocalDate of(BaseDateTimeType date, boolean last) {
        if (date == null || date.isEmpty() || date.getValue() == null) {
            return null;
        }
        return switch (date.getPrecision()) {
            case YEAR -> last ? LocalDate.of(date.getYear(), 12, 31) : LocalDate.of(date.getYear(), 1, 1);
            case MONTH -> month(YearMonth.of(date.getYear(), date.getMonth() + 1), last);
            case DAY -> LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay());
            default ->
                hasNoZone(date)
                        ? LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay())
                        : date.getValue().toInstant().atZone(zone).toLocalDate();
        };
    }

    private static LocalDate month(YearMonth month, boolean last) {
        return last ? month.atEndOfMonth() : month.atDay(1);
    }
}
