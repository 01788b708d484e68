package health.kedja.fhir;

import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads a Bundle (transaction, batch, collection, searchset, document) as the history of its one patient, with the
 * same rules as stored resources.
 *
 * <p>The order of the entries makes no difference. Evidence is named by {@code Type/id}, or by the {@code fullUrl} of
 * its entry where the resource has no id.
 */
public final class BundleEvents {

    private final ResourceEvents resourceEvents;

    public BundleEvents(ResourceEvents resourceEvents) {
        this.resourceEvents = resourceEvents;
    }

    /**
     * The patient and their events.
     *
     * @throws UnreadableBundleException if the Bundle is about no patient or several, holds several versions of
     *     resources, or refers to an entry that is not there
     */
    public PatientHistory of(Bundle bundle) {
        if (bundle.getType() == BundleType.HISTORY) {
            throw new UnreadableBundleException("A Bundle of type history holds several versions of its resources;"
                    + " send a collection, searchset, transaction or batch.");
        }
        BundleReferences references = new BundleReferences(bundle);
        TreeSet<String> patients = new TreeSet<>();
        List<Event> events = new ArrayList<>();
        Map<String, ChainType> units = new HashMap<>();
        for (Map.Entry<String, Resource> entry : references.resources().entrySet()) {
            if (entry.getValue() instanceof Organization unit) {
                ChainTypeOf.unit(unit).ifPresent(type -> units.put(entry.getKey(), type));
            } else if (entry.getValue() instanceof Device) {
                // About no patient: what it says is needed by what names it.
                events.addAll(resourceEvents.of(entry.getValue(), entry.getKey(), references));
                continue;
            }
            String patient = patient(entry.getKey(), entry.getValue(), references);
            if (patient != null) {
                patients.add(survivor(patient, references));
                events.addAll(resourceEvents.of(entry.getValue(), entry.getKey(), references));
            }
        }
        if (patients.isEmpty()) {
            throw new UnreadableBundleException(
                    "The Bundle is about no patient: it has no Patient entry, and no entry" + " refers to one.");
        }
        if (patients.size() > 1) {
            throw new UnreadableBundleException("The Bundle is about " + patients.size()
                    + " patients ("
                    + String.join(", ", patients.stream().limit(3).toList())
                    + (patients.size() > 3 ? ", ..." : "") + "); it must be about one.");
        }
        return new PatientHistory(patients.first(), History.of(events), units);
    }

    private static String patient(String name, Resource resource, BundleReferences references) {
        if (resource instanceof Patient) {
            return name;
        }
        String subject = references.of(ResourceEvents.subject(resource));
        if (subject == null) {
            return null;
        }
        boolean patient =
                subject.startsWith("Patient/") || references.resources().get(subject) instanceof Patient;
        return patient ? subject : null;
    }

    /** Follows {@code replaced-by} to the surviving record; a circle of links ends where it started. */
    private static String survivor(String patient, BundleReferences references) {
        TreeSet<String> seen = new TreeSet<>();
        String current = patient;
        while (seen.add(current) && references.resources().get(current) instanceof Patient record) {
            String next = PatientEvents.replacement(record, references);
            if (next == null) {
                return current;
            }
            current = next;
        }
        return current;
    }
}
