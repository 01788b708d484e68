package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import java.util.Map;

/**
 * Some people, as the data stood at one instant.
 *
 * @param population only these people, in columns; those of whom nothing was known are not among them
 * @param histories everything known of each, with the resources that say so, by logical id of the record that stood for
 *     the person then; of those of whom nothing was known it is empty
 */
public record Known(Population population, Map<String, PatientHistory> histories) {}
