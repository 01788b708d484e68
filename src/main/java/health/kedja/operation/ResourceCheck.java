package health.kedja.operation;

import org.hl7.fhir.r4.model.Resource;

/** The same check that a resource meets on write, for resources that are evaluated without being stored. */
public interface ResourceCheck {

    /**
     * Checks a resource.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException if it does not conform (422)
     */
    void check(Resource resource);
}
