package health.kedja.fhir;

import java.time.LocalDate;
import java.util.Locale;

/**
 * That someone has to do with a patient.
 *
 * @param through what says so
 * @param party who
 * @param from first day; null where none is known: then there is no day before it
 * @param end last day; null while it goes on
 */
public record CareRelation(Through through, Party party, LocalDate from, LocalDate end) {

    /** Which resource says so. */
    public enum Through {
        PATIENT,
        ENCOUNTER,
        EPISODE,
        CARE_TEAM,
        REFERRAL,
        PLAN,
        TASK;

        /** As rows name it, such as {@code care-team}. */
        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
