package health.kedja.history;

import health.kedja.fhir.ChainTypeOf;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * What one resource says.
 *
 * @param source the resource, such as {@code Observation/123}
 * @param patient logical id of the patient it is about; null when it has no events of a patient
 * @param events what it says happened, all with this {@code source}
 * @param replacedBy for a patient record, the one that replaced it; else null
 * @param chainType for a unit, the type of chain that it states; else null
 * @param scanners for a device, what it says of itself as a scanner
 */
record Statement(
        String source,
        String patient,
        List<Event> events,
        String replacedBy,
        ChainType chainType,
        List<Event> scanners) {

    /** What a stored resource says. */
    static Statement of(Resource resource, ResourceEvents resourceEvents) {
        Optional<String> patient = resourceEvents.patient(resource);
        String replacedBy = resource instanceof Patient record
                ? resourceEvents.replacement(record).orElse(null)
                : null;
        return new Statement(
                source(resource),
                patient.orElse(null),
                patient.isPresent() ? resourceEvents.of(resource) : List.of(),
                replacedBy,
                resource instanceof Organization unit ? ChainTypeOf.unit(unit).orElse(null) : null,
                resource instanceof Device ? resourceEvents.of(resource) : List.of());
    }

    /** What a deleted resource says: nothing. */
    static Statement ofDeleted(Resource resource) {
        return new Statement(source(resource), null, List.of(), null, null, List.of());
    }

    boolean isOfDevice() {
        return source.startsWith("Device/");
    }

    private static String source(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    boolean isOfUnit() {
        return source.startsWith("Organization/");
    }

    /** The logical id when the resource is a patient record. */
    Optional<String> record() {
        return source.startsWith("Patient/") ? Optional.of(source.substring("Patient/".length())) : Optional.empty();
    }
}
