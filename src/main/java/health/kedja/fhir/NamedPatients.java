package health.kedja.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The patients that a resource names, whatever the element, extensions too: a resource is about all of them. The storage
 * indexes those references that a search parameter leads to; a note's author, say, it does not.
 */
public final class NamedPatients {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();
    private static final String PATIENT = "Patient/";

    private NamedPatients() {}

    /** Logical ids of every patient that is named; a Patient is about itself. */
    public static Set<String> of(Resource resource) {
        Set<String> patients = new LinkedHashSet<>();
        if (resource.fhirType().equals("Patient")) {
            patients.add(resource.getIdElement().getIdPart());
            return patients;
        }
        for (ResourceReferenceInfo info : TERSER.getAllResourceReferences(resource)) {
            IIdType id = info.getResourceReference().getReferenceElement();
            if (isStored(id) && id.getResourceType().equals("Patient")) {
                patients.add(id.getIdPart());
            }
        }
        return patients;
    }

    /** Whether a reference names something by type and id, and not within the resource or the Bundle. */
    public static boolean isStored(IIdType reference) {
        return reference.hasResourceType()
                && reference.hasIdPart()
                && !reference.isLocal()
                && !reference.getValue().startsWith("urn:");
    }

    /**
     * Every patient that is named, where the index does not tell the same; else none.
     *
     * @param subject the one whom the resource is about by its element for that, which is indexed; or null
     */
    static Set<String> beyondIndex(Resource resource, String subject) {
        Set<String> named = of(resource);
        Set<String> indexed = new LinkedHashSet<>();
        if (subject != null) {
            indexed.add(subject);
        }
        indexed(resource)
                .map(References.STORED::of)
                .filter(reference -> reference != null && reference.startsWith(PATIENT))
                .forEach(reference -> indexed.add(reference.substring(PATIENT.length())));
        return named.equals(indexed) ? Set.of() : named;
    }

    private static Stream<Reference> indexed(IBaseResource resource) {
        if (resource instanceof Group group) {
            return group.getMember().stream().map(Group.GroupMemberComponent::getEntity);
        }
        return resource instanceof Provenance provenance ? provenance.getTarget().stream() : Stream.empty();
    }
}
