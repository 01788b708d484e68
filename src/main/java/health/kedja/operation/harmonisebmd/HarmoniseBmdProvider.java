package health.kedja.operation.harmonisebmd;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.fhir.PostedMeasurements;
import health.kedja.fhir.ResourceEvents;
import health.kedja.fhir.UnreadableBundleException;
import health.kedja.history.Histories;
import health.kedja.operation.BadParameter;
import health.kedja.operation.ObservationRecords;
import health.kedja.operation.OperationInput;
import health.kedja.operation.ReadersLanguage;
import health.kedja.operation.ResourceCheck;
import health.kedja.pathway.Guidelines;
import health.kedja.pathway.History;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;

/** The two doors of {@code $harmonise-bmd}: measurements that are posted and not stored, and a stored Observation. */
public final class HarmoniseBmdProvider {

    private static final String NAME = "$harmonise-bmd";
    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/harmonise-bmd";

    private final Guidelines guidelines;
    private final Histories histories;
    private final ObservationRecords observations;
    private final ResourceEvents resourceEvents;
    private final ResourceCheck resourceCheck;

    public HarmoniseBmdProvider(
            Guidelines guidelines,
            Histories histories,
            ObservationRecords observations,
            ResourceEvents resourceEvents,
            ResourceCheck resourceCheck) {
        this.guidelines = guidelines;
        this.histories = histories;
        this.observations = observations;
        this.resourceEvents = resourceEvents;
        this.resourceCheck = resourceCheck;
    }

    /** Posted measurements of one patient; nothing is stored. */
    @Operation(name = NAME, type = Observation.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters ofPosted(@ResourceParam Parameters body, RequestDetails request) {
        OperationInput input = OperationInput.read(request, body, HarmoniseBmdRequest.ONCE, HarmoniseBmdRequest.OFTEN);
        HarmoniseBmdRequest asked = HarmoniseBmdRequest.parse(input, guidelines);
        if (asked.observations().isEmpty()) {
            throw BadParameter.of(
                    "observation", "at least one Observation is needed here, in a POST of Parameters (\"resource\").");
        }
        asked.observations().forEach(resourceCheck::check);
        asked.devices().forEach(resourceCheck::check);
        return HarmoniseBmdAnswer.ofAll(read(asked), asked, ReadersLanguage.of(request));
    }

    /** A stored Observation, beside what the patient had measured before. */
    @Operation(name = NAME, type = Observation.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters ofStored(@IdParam IdType id, @ResourceParam Parameters body, RequestDetails request) {
        Observation observation = observations.read(id.getIdPart(), request);
        OperationInput input = OperationInput.read(request, body, HarmoniseBmdRequest.ONCE, Set.of());
        HarmoniseBmdRequest asked = HarmoniseBmdRequest.parse(input, guidelines);
        String name = "Observation/" + id.getIdPart();
        String patient = resourceEvents
                .patient(observation)
                .orElseThrow(
                        () -> BadParameter.of("id", name + " names no patient, so that there is nothing to tell."));
        History history = histories.of(patient).history();
        HarmoniseBmdAnswer.requireMeasurement("id", name, history.events());
        return HarmoniseBmdAnswer.ofOne(name, history, asked, ReadersLanguage.of(request));
    }

    private History read(HarmoniseBmdRequest asked) {
        try {
            PostedMeasurements posted = PostedMeasurements.read(asked.observations(), asked.devices(), resourceEvents);
            posted.names()
                    .forEach(name -> HarmoniseBmdAnswer.requireMeasurement(
                            "observation", name, posted.history().events()));
            return posted.history();
        } catch (UnreadableBundleException e) {
            throw BadParameter.of("observation", e.getMessage());
        }
    }
}
