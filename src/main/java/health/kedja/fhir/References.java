package health.kedja.fhir;

import java.util.Locale;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** How references are read: as {@code Type/id}, whatever their base URL and version. */
interface References {

    /** For resources on their own: other resources are not at hand. */
    References STORED = new References() {
        @Override
        public String normal(String reference) {
            return References.relative(reference);
        }

        @Override
        public Resource find(String reference) {
            return null;
        }
    };

    /**
     * The resource a reference names, as {@code Type/id}.
     *
     * @return the reference itself where it has no such form ({@code urn:uuid:...})
     */
    String normal(String reference);

    /** The resource a reference names, or null when it is not at hand. */
    Resource find(String reference);

    /** The resource an element refers to, as {@code Type/id}; null when it refers to none, or to a contained one. */
    default String of(Reference element) {
        if (element == null || element.isEmpty()) {
            return null;
        }
        // Not getReference(): that invents an id where a resource was set in memory.
        String text = element.getReferenceElement_().getValue();
        if (text == null
                && element.getResource() != null
                && element.getResource().getIdElement().hasIdPart()) {
            text = element.getResource().fhirType() + "/"
                    + element.getResource().getIdElement().getIdPart();
        }
        return text == null || text.startsWith("#") ? null : normal(text);
    }

    /** Strips base URL and version: {@code http://a/fhir/Patient/1/_history/2} is {@code Patient/1}. */
    static String relative(String reference) {
        if (reference.startsWith("urn:") || reference.indexOf('?') >= 0) {
            return reference.startsWith("urn:uuid:") ? reference.toLowerCase(Locale.ROOT) : reference;
        }
        int version = reference.indexOf("/_history/");
        String unversioned = version < 0 ? reference : reference.substring(0, version);
        int id = unversioned.lastIndexOf('/');
        if (id < 0) {
            return unversioned;
        }
        int type = unversioned.lastIndexOf('/', id - 1);
        return unversioned.substring(type + 1);
    }

    /** The logical id of a {@code Patient/id}, or null when the reference names something else. */
    static String patientId(String normal) {
        return normal != null && normal.startsWith("Patient/") ? normal.substring("Patient/".length()) : null;
    }
}
