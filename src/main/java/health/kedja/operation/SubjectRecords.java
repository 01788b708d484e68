package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Resource;

/** The stored patients, groups and units that a measure may be asked for. */
public interface SubjectRecords {

    /**
     * Reads one.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is none (404)
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceGoneException if it was deleted (410)
     */
    Resource read(String type, String id, RequestDetails request);
}
