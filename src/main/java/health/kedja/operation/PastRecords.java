package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.hl7.fhir.r4.model.Resource;

/** Resources as they were at an instant. */
public interface PastRecords {

    /**
     * The last version of each that had been received by an instant.
     *
     * @param names such as {@code Condition/7}
     * @return by name, those left out that were not there then, or that whoever asks may not see
     */
    Map<String, Resource> of(Collection<String> names, Instant until, RequestDetails request);
}
