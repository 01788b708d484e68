package health.kedja.fhir;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Who a reference names, as far as the resource itself tells. Who is behind a role is another resource, unless it is
 * contained.
 *
 * @param organization logical id, or null
 * @param practitioner logical id, or null
 * @param role logical id of a PractitionerRole, or null
 */
public record Party(String organization, String practitioner, String role) {

    private static final Party NOBODY = new Party(null, null, null);

    /** Who an element names; someone who is {@linkplain #isNobody nobody} where it names no one of these types. */
    static Party of(DomainResource container, Reference element) {
        if (element == null || element.isEmpty()) {
            return NOBODY;
        }
        String text = element.getReferenceElement_().getValue();
        if (text != null && text.startsWith("#")) {
            return contained(container, text.substring(1));
        }
        String named = References.STORED.of(element);
        return new Party(id(named, "Organization/"), id(named, "Practitioner/"), id(named, "PractitionerRole/"));
    }

    /** Whom a role is held by, and for whom. */
    static Party of(PractitionerRole role) {
        return new Party(
                id(References.STORED.of(role.getOrganization()), "Organization/"),
                id(References.STORED.of(role.getPractitioner()), "Practitioner/"),
                null);
    }

    private static Party contained(DomainResource container, String name) {
        for (Resource contained : container.getContained()) {
            String id = contained.getIdElement().getIdPart();
            if (contained instanceof PractitionerRole role && id != null && name.equals(id.replaceFirst("^#", ""))) {
                return of(role);
            }
        }
        return NOBODY;
    }

    private static String id(String named, String type) {
        return named != null && named.startsWith(type) ? named.substring(type.length()) : null;
    }

    boolean isNobody() {
        return organization == null && practitioner == null && role == null;
    }

    /** Whether an organization is named, or may be behind the role that is. */
    boolean mayTellOrganization() {
        return organization != null || role != null;
    }
}
