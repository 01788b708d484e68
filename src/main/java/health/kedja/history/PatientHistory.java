package health.kedja.history;

import health.kedja.pathway.History;

/**
 * A patient and what is known of them.
 *
 * @param patient logical id of the surviving record
 * @param history everything known, from all merged records
 */
public record PatientHistory(String patient, History history) {}
