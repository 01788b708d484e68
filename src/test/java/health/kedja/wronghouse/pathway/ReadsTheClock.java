package health.kedja.wronghouse.pathway;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.function.Supplier;

/** Each method reads the clock once. */
class ReadsTheClock {

    LocalDate today() {
        return LocalDate.now();
    }

    LocalDate todayOf(Clock clock) {
        return LocalDate.now(clock);
    }

    Supplier<LocalDate> later() {
        return LocalDate::now;
    }

    Instant now() {
        return Instant.now();
    }

    LocalDateTime dateTime() {
        return LocalDateTime.now();
    }

    ZonedDateTime zoned() {
        return ZonedDateTime.now();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    Calendar calendar() {
        return Calendar.getInstance();
    }

    Calendar gregorian() {
        return new GregorianCalendar();
    }

    Object date() {
        return new java.util.Date();
    }
}
