package health.kedja.pathway;

import java.time.LocalDate;

/**
 * That the patient is dead.
 *
 * @param day the day, or null when only the fact is known
 */
record Death(LocalDate day) {}
