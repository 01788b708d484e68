package health.kedja.operation.fracturechain;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.FhirTerser;
import health.kedja.fhir.BundleEvents;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.UnreadableBundleException;
import health.kedja.operation.BadParameter;
import health.kedja.operation.OperationInput;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.ReadersLanguage;
import health.kedja.operation.ResourceCheck;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The two doors of {@code $fracture-chain}: a stored patient, and a Bundle that is evaluated and not stored. */
public final class FractureChainProvider {

    private static final String NAME = "$fracture-chain";
    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/fracture-chain";
    private static final Set<String> OF_PATIENT = Set.of("asOf", "guideline", "fracture", "includeExcluded");
    private static final Set<String> OF_BUNDLE = Set.of("asOf", "guideline", "fracture", "includeExcluded", "bundle");

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private final Guidelines guidelines;
    private final PatientRecords patients;
    private final BundleEvents bundleEvents;
    private final ResourceCheck resourceCheck;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public FractureChainProvider(
            Guidelines guidelines,
            PatientRecords patients,
            BundleEvents bundleEvents,
            ResourceCheck resourceCheck,
            Clock clock) {
        this.guidelines = guidelines;
        this.patients = patients;
        this.bundleEvents = bundleEvents;
        this.resourceCheck = resourceCheck;
        this.clock = clock;
    }

    /** Where a stored patient stands. */
    @Operation(name = NAME, type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters ofPatient(@IdParam IdType id, @ResourceParam Parameters body, RequestDetails request) {
        PatientHistory patient = patients.require(id.getIdPart(), request);
        FractureChainRequest asked = parse(request, body, OF_PATIENT);
        return FractureChainAnswer.of(patient, asked, ReadersLanguage.of(request));
    }

    /** Where the one patient of a Bundle stands; nothing is stored. */
    @Operation(name = NAME, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters ofBundle(@ResourceParam Parameters body, RequestDetails request) {
        OperationInput input = OperationInput.read(request, body, OF_BUNDLE);
        FractureChainRequest asked = FractureChainRequest.parse(input, guidelines, today());
        if (!(input.resource("bundle").orElse(null) instanceof Bundle bundle)) {
            throw BadParameter.of("bundle", "a Bundle with one patient is needed here, in a POST of Parameters.");
        }
        bundle.getEntry().stream()
                .filter(Bundle.BundleEntryComponent::hasResource)
                .map(Bundle.BundleEntryComponent::getResource)
                .forEach(this::check);
        return FractureChainAnswer.of(read(bundle), asked, ReadersLanguage.of(request));
    }

    /**
     * The parser links a reference to the entry that it leads to. Validation would take that entry for a contained
     * resource and give it an id of its own, under which the patient would then be named.
     */
    private void check(Resource resource) {
        TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class).forEach(r -> r.setResource(null));
        resourceCheck.check(resource);
    }

    private PatientHistory read(Bundle bundle) {
        try {
            return bundleEvents.of(bundle);
        } catch (UnreadableBundleException e) {
            throw BadParameter.of("bundle", e.getMessage());
        }
    }

    private FractureChainRequest parse(RequestDetails request, Parameters body, Set<String> names) {
        return FractureChainRequest.parse(OperationInput.read(request, body, names), guidelines, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
