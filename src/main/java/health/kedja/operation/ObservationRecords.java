package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Observation;

/** The stored Observations. */
public interface ObservationRecords {

    /**
     * Reads one.
     *
     * @param id logical id
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is none (404)
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceGoneException if it was deleted (410)
     */
    Observation read(String id, RequestDetails request);
}
