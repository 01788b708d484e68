package health.kedja.server.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import health.kedja.fhir.NamedPatients;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Resource;

/** What a resource refers to that is stored here. */
final class References {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private References() {}

    /** Each {@code Type/id}, with the path of an element that refers to it. */
    static Map<String, String> of(IBaseResource resource) {
        Map<String, String> found = new LinkedHashMap<>();
        for (ResourceReferenceInfo info : TERSER.getAllResourceReferences(resource)) {
            IIdType id = info.getResourceReference().getReferenceElement();
            if (NamedPatients.isStored(id)) {
                found.putIfAbsent(
                        id.getResourceType() + "/" + id.getIdPart(), resource.fhirType() + "." + info.getName());
            }
        }
        return found;
    }

    /** The patients that a resource is about, as logical ids: every one that it names; a Patient is about itself. */
    static Set<String> patients(Resource resource) {
        return NamedPatients.of(resource);
    }
}
