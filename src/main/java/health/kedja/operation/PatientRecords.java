package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.fhir.PatientHistory;

/** The stored patient records. */
public interface PatientRecords {

    /**
     * What is known of a patient.
     *
     * @param id logical id
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is none (404)
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceGoneException if it was deleted (410)
     */
    PatientHistory require(String id, RequestDetails request);
}
