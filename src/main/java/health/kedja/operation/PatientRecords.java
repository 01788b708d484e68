package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/** The stored patient records. */
public interface PatientRecords {

    /**
     * Makes sure that a patient is there.
     *
     * @param id logical id
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is none (404)
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceGoneException if it was deleted (410)
     */
    void require(String id, RequestDetails request);
}
