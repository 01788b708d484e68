package health.kedja.fhir;

import health.kedja.pathway.History;

/**
 * The one patient of a Bundle and what happened to them.
 *
 * @param patient how the Bundle names the patient: {@code Patient/id}, or the {@code fullUrl} of an entry without id
 * @param history the events of all entries about that patient
 */
public record PatientHistory(String patient, History history) {}
