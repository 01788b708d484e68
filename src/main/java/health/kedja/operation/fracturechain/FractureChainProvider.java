package health.kedja.operation.fracturechain;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.fhir.PatientHistory;
import health.kedja.operation.BadParameter;
import health.kedja.operation.OperationInput;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.PostedRecords;
import health.kedja.operation.ReadersLanguage;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/** The two doors of {@code $fracture-chain}: a stored patient, and a Bundle that is evaluated and not stored. */
public final class FractureChainProvider {

    private static final String NAME = "$fracture-chain";
    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/fracture-chain";
    private static final Set<String> OF_PATIENT = Set.of("asOf", "guideline", "fracture", "includeExcluded");
    private static final Set<String> OF_BUNDLE = Set.of("asOf", "guideline", "fracture", "includeExcluded", "bundle");

    private final Guidelines guidelines;
    private final PatientRecords patients;
    private final PostedRecords posted;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public FractureChainProvider(Guidelines guidelines, PatientRecords patients, PostedRecords posted, Clock clock) {
        this.guidelines = guidelines;
        this.patients = patients;
        this.posted = posted;
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
        return FractureChainAnswer.of(posted.read("bundle", bundle), asked, ReadersLanguage.of(request));
    }

    private FractureChainRequest parse(RequestDetails request, Parameters body, Set<String> names) {
        return FractureChainRequest.parse(OperationInput.read(request, body, names), guidelines, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
