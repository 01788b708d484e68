package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;

/** Stores several resources, with the same checks as any other write: all of them or, when one is refused, none. */
public interface Transactions {

    /**
     * Stores what a Bundle of type transaction asks for.
     *
     * @return the Bundle of type transaction-response
     */
    Bundle store(Bundle transaction, RequestDetails request);
}
