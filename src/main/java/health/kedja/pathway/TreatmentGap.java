package health.kedja.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in a row within a course on which no supply covered the patient.
 *
 * @param first first day
 * @param last last day
 */
public record TreatmentGap(LocalDate first, LocalDate last) {

    /** Number of days, both ends counted. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }
}
