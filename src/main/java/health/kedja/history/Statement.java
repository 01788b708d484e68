package health.kedja.history;

import health.kedja.fhir.Belonging;
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
 * @param belonging what it says of whose data are whose
 */
record Statement(
        String source,
        String patient,
        List<Event> events,
        String replacedBy,
        ChainType chainType,
        List<Event> scanners,
        Belonging belonging) {

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
                resource instanceof Device ? resourceEvents.of(resource) : List.of(),
                resourceEvents.belonging(resource));
    }

    /** What a deleted resource says: nothing. */
    static Statement ofDeleted(Resource resource) {
        return new Statement(source(resource), null, List.of(), null, null, List.of(), Belonging.UNKNOWN);
    }

    /** What a resource says that has nothing but events of a patient. */
    static Statement ofEvents(String source, String patient, List<Event> events) {
        return new Statement(source, patient, events, null, null, List.of(), Belonging.UNKNOWN);
    }

    boolean isOfDevice() {
        return is("Device/");
    }

    private static String source(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    boolean isOfUnit() {
        return is("Organization/");
    }

    /** @param type with the slash, such as {@code Patient/} */
    boolean is(String type) {
        return source.startsWith(type);
    }

    /** The logical id. */
    String id() {
        return source.substring(source.indexOf('/') + 1);
    }

    /** The logical id when the resource is a patient record. */
    Optional<String> record() {
        return is("Patient/") ? Optional.of(id()) : Optional.empty();
    }
}
