/**
 * The projection: every event of every patient as rows in PostgreSQL, written in the same transaction as the resource
 * it comes from, and disposable: rebuilding it from the stored resources gives the same rows.
 *
 * <p>May use {@code pathway}, {@code fhir} and JDBC.
 */
package health.kedja.history;
