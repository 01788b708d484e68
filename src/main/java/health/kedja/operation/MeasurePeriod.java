package health.kedja.operation;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The period that a measure is asked for.
 *
 * @param start first day
 * @param end last day
 */
public record MeasurePeriod(LocalDate start, LocalDate end) {

    private static final int YEAR = 4;
    private static final int YEAR_AND_MONTH = 7;

    /** Reads {@code periodStart} and {@code periodEnd}: days, or years or months that begin and end it. */
    public static MeasurePeriod parse(OperationInput input) {
        LocalDate start = day("periodStart", input.text("periodStart"), false);
        LocalDate end = day("periodEnd", input.text("periodEnd"), true);
        if (end.isBefore(start)) {
            throw BadParameter.of(
                    "periodEnd", "the period ends (" + end + ") before it starts (" + start + "). Swap the two days.");
        }
        return new MeasurePeriod(start, end);
    }

    private static LocalDate day(String name, Optional<String> given, boolean last) {
        String text = given.orElseThrow(() -> BadParameter.of(
                name, "is missing. An open period is not counted; give its first and its last day as YYYY-MM-DD."));
        try {
            return switch (text.length()) {
                case YEAR ->
                    last
                            ? Year.parse(text).atMonth(12).atEndOfMonth()
                            : Year.parse(text).atDay(1);
                case YEAR_AND_MONTH ->
                    last
                            ? YearMonth.parse(text).atEndOfMonth()
                            : YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeParseException e) {
            throw BadParameter.of(name, "'" + text + "' is not a day of the calendar. Give it as YYYY-MM-DD.");
        }
    }
}
