package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.fhir.CompletenessMeasure;
import health.kedja.fhir.GuidelineActivities;
import health.kedja.fhir.GuidelinePlanDefinition;
import health.kedja.fhir.IndicatorMeasure;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.completeness.CompletenessDefinitions;
import health.kedja.pathway.Guidelines;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * Kedja's own profiles, operations and terminology as shipped, its guidelines as PlanDefinitions with
 * ActivityDefinitions, and its quality indicators as Measures.
 *
 * @param resources each with its id
 * @param hash of all of them, to tell whether they changed
 */
record ConformanceResources(List<Resource> resources, String hash) {

    static ConformanceResources load(
            FhirContext context, Guidelines guidelines, Indicators indicators, CompletenessDefinitions completeness) {
        ShippedFiles files = ShippedFiles.load(context, "terminology/*-*.json", "profiles/*-*.json");
        List<Resource> resources = new ArrayList<>(files.resources());
        StringBuilder hash = new StringBuilder(files.hash());
        List<Resource> made = new ArrayList<>();
        guidelines.all().forEach(guideline -> {
            made.addAll(GuidelineActivities.of(guideline));
            made.add(GuidelinePlanDefinition.of(guideline));
        });
        indicators.all().forEach(indicator -> made.add(IndicatorMeasure.of(indicator)));
        completeness.all().forEach(definition -> made.add(CompletenessMeasure.of(definition)));
        for (Resource definition : made) {
            resources.add(definition);
            hash.append(' ')
                    .append(context.newJsonParser()
                            .encodeResourceToString(definition)
                            .hashCode());
        }
        return new ConformanceResources(List.copyOf(resources), hash.toString());
    }
}
