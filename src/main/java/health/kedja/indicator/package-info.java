/**
 * Quality indicators over many histories: populations, person-time, strata, standardisation and intervals.
 *
 * <p>An {@link health.kedja.indicator.Indicator} is a definition, read from a file; a
 * {@link health.kedja.indicator.Question} asks it of a {@link health.kedja.indicator.cohort.Cohort}; the answer is a
 * {@link health.kedja.indicator.Report}. Uses {@code pathway}, the JDK and the distributions of Apache Commons
 * Statistics. Reads no clock.
 */
package health.kedja.indicator;
