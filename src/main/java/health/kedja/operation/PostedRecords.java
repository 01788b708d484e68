package health.kedja.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import health.kedja.fhir.BundleEvents;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.UnreadableBundleException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Records that are sent to be evaluated and not stored: checked and read as those that are. */
public final class PostedRecords {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private final BundleEvents bundleEvents;
    private final ResourceCheck resourceCheck;

    public PostedRecords(BundleEvents bundleEvents, ResourceCheck resourceCheck) {
        this.bundleEvents = bundleEvents;
        this.resourceCheck = resourceCheck;
    }

    /**
     * The history of the one patient that a Bundle is about.
     *
     * @param parameter that held it, for errors
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException if it cannot be read as that (400)
     * @throws ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException if a resource does not conform (422)
     */
    public PatientHistory read(String parameter, Bundle bundle) {
        bundle.getEntry().stream()
                .filter(Bundle.BundleEntryComponent::hasResource)
                .map(Bundle.BundleEntryComponent::getResource)
                .forEach(this::check);
        try {
            return bundleEvents.of(bundle);
        } catch (UnreadableBundleException e) {
            throw BadParameter.of(parameter, e.getMessage());
        }
    }

    /**
     * The parser links a reference to the entry that it leads to. Validation would take that entry for a contained
     * resource and give it an id of its own, under which the patient would then be named.
     */
    private void check(Resource resource) {
        TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class).forEach(r -> r.setResource(null));
        resourceCheck.check(resource);
    }
}
