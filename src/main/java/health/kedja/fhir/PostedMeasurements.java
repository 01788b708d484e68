package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * Measurements that are posted with their scanners.
 *
 * @param history what they say
 * @param names how it names the Observations: {@code Observation/id}, or {@code observation[0]} where it has no id
 */
public record PostedMeasurements(History history, List<String> names) {

    public PostedMeasurements {
        names = List.copyOf(names);
    }

    /**
     * Reads them. An Observation that names no scanner is taken to be measured with the only one that is posted.
     *
     * @throws UnreadableBundleException if they are about several patients, two have the same id, or one names an entry
     *     that is not there
     */
    public static PostedMeasurements read(
            List<Observation> observations, List<Device> devices, ResourceEvents resourceEvents) {
        Bundle bundle = new Bundle();
        add("observation", observations, bundle);
        add("device", devices, bundle);
        BundleReferences references = new BundleReferences(bundle);
        if (references.resources().size() < observations.size() + devices.size()) {
            throw new UnreadableBundleException("Two of the resources have the same type and id.");
        }
        List<Event> events = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> patients = new LinkedHashSet<>();
        List<String> scanners = new ArrayList<>();
        for (Map.Entry<String, Resource> entry : references.resources().entrySet()) {
            events.addAll(resourceEvents.of(entry.getValue(), entry.getKey(), references));
            if (entry.getValue() instanceof Observation observation) {
                names.add(entry.getKey());
                patients.add(references.of(observation.getSubject()));
            } else {
                scanners.add(entry.getKey());
            }
        }
        if (patients.size() > 1) {
            throw new UnreadableBundleException("The Observations are about " + patients.size()
                    + " patients; they must be about one, or no change can be told.");
        }
        String only = scanners.size() == 1 ? scanners.get(0) : null;
        return new PostedMeasurements(
                History.of(events.stream()
                        .map(event -> isWithoutScanner(event) ? event.withDevice(only) : event)
                        .toList()),
                names);
    }

    private static boolean isWithoutScanner(Event event) {
        return event.device() == null
                && (event.kind() == Kind.BMD || event.kind() == Kind.T_SCORE || event.kind() == Kind.Z_SCORE);
    }

    private static void add(String parameter, List<? extends Resource> resources, Bundle bundle) {
        for (int i = 0; i < resources.size(); i++) {
            bundle.addEntry().setFullUrl(parameter + "[" + i + "]").setResource(resources.get(i));
        }
    }
}
