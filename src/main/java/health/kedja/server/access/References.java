package health.kedja.server.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
            if (id.hasResourceType()
                    && id.hasIdPart()
                    && !id.isLocal()
                    && !id.getValue().startsWith("urn:")) {
                found.putIfAbsent(
                        id.getResourceType() + "/" + id.getIdPart(), resource.fhirType() + "." + info.getName());
            }
        }
        return found;
    }

    /** The patients that a resource is about, as logical ids: every one that it names; a Patient is about itself. */
    static Set<String> patients(Resource resource) {
        Set<String> patients = new LinkedHashSet<>();
        if (resource.fhirType().equals("Patient")) {
            patients.add(resource.getIdElement().getIdPart());
            return patients;
        }
        for (String target : of(resource).keySet()) {
            if (target.startsWith("Patient/")) {
                patients.add(target.substring("Patient/".length()));
            }
        }
        return patients;
    }
}
