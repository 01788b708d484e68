package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.fhir.GuidelineActivities;
import health.kedja.fhir.GuidelinePlanDefinition;
import health.kedja.pathway.Guidelines;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * Kedja's own profiles, operations and terminology as shipped, and its guidelines as PlanDefinitions with
 * ActivityDefinitions.
 *
 * @param resources each with its id
 * @param hash of all of them, to tell whether they changed
 */
record ConformanceResources(List<Resource> resources, String hash) {

    static ConformanceResources load(FhirContext context, Guidelines guidelines) {
        ShippedFiles files = ShippedFiles.load(context, "terminology/*-*.json", "profiles/*-*.json");
        List<Resource> resources = new ArrayList<>(files.resources());
        StringBuilder hash = new StringBuilder(files.hash());
        guidelines.all().forEach(guideline -> {
            List<Resource> definitions = new ArrayList<>(GuidelineActivities.of(guideline));
            definitions.add(GuidelinePlanDefinition.of(guideline));
            for (Resource definition : definitions) {
                resources.add(definition);
                hash.append(' ')
                        .append(context.newJsonParser()
                                .encodeResourceToString(definition)
                                .hashCode());
            }
        });
        return new ConformanceResources(List.copyOf(resources), hash.toString());
    }
}
