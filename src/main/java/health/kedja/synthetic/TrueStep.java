package health.kedja.synthetic;

import java.time.LocalDate;

/**
 * One step of one chain.
 *
 * @param name as the pathway calls it
 * @param withinDays days from the fracture, the last included
 * @param done the day on which it was done, or null
 * @param asked whether it is asked for in this chain
 */
record TrueStep(String name, int withinDays, LocalDate done, boolean asked) {}
