package health.kedja.fhir;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/**
 * Which unit recorded a resource about a patient, as far as the resource itself tells.
 *
 * @param organization logical id of the Organization; null where the resource does not name it
 * @param role logical id of the PractitionerRole who recorded it, where it names no Organization; else null
 * @param encounter the contact or episode it belongs to, such as {@code Encounter/7}; null where there is none
 */
public record Custody(String organization, String role, String encounter) {

    /** Elements that name who recorded a resource, or answers for it, the most telling first. */
    private static final List<String> RECORDED_BY = List.of(
            "custodian", "serviceProvider", "managingOrganization", "author", "recorder", "requester", "performer");

    /** There the performer is who is asked to do it, not who recorded it. */
    private static final Set<String> REQUESTS = Set.of("ServiceRequest", "MedicationRequest");

    private static final List<String> BELONGS_TO = List.of("encounter", "context");

    /** @return null where the resource tells nothing */
    static Custody of(DomainResource resource) {
        String encounter = BELONGS_TO.stream()
                .flatMap(element -> references(resource, element))
                .map(References.STORED::of)
                .filter(contact -> contact != null)
                .findFirst()
                .orElse(null);
        String label = Belonging.label(resource, Belonging.CUSTODIAN);
        if (label != null) {
            return new Custody(label, null, null);
        }
        Party recorder = RECORDED_BY.stream()
                .filter(element -> !element.equals("performer") || !REQUESTS.contains(resource.fhirType()))
                .flatMap(element -> references(resource, element))
                .map(reference -> Party.of(resource, reference))
                .filter(Party::mayTellOrganization)
                .findFirst()
                .orElse(null);
        if (recorder == null) {
            return encounter == null ? null : new Custody(null, null, encounter);
        }
        return new Custody(recorder.organization(), recorder.role(), recorder.role() == null ? null : encounter);
    }

    private static Stream<Reference> references(Base parent, String element) {
        Property property = parent.getNamedProperty(element);
        return property == null ? Stream.empty() : property.getValues().stream().flatMap(Custody::references);
    }

    /** A performer of a Procedure or a Medication* is an element of its own, with an actor and whom the actor acted for. */
    private static Stream<Reference> references(Base value) {
        return value instanceof Reference reference
                ? Stream.of(reference)
                : Stream.of("onBehalfOf", "actor").flatMap(element -> references(value, element));
    }
}
