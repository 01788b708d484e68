package health.kedja.fhir;

import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;

/**
 * What a resource is about by its codes, whatever its values and status: what decides which profile it must conform
 * to. A value that makes no sense gives no event, and would otherwise escape the check that it is there for.
 */
final class ResourceKinds {

    private static final Map<String, Kind> DRUG_KINDS = Map.of(
            "MedicationRequest", Kind.DRUG_ORDERED,
            "MedicationDispense", Kind.DRUG_DISPENSED,
            "MedicationAdministration", Kind.DRUG_ADMINISTERED);

    private ResourceKinds() {}

    static Set<Kind> of(Resource resource, CodeMaps maps) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (CodeableConcept concept : concepts(resource)) {
            for (Meaning meaning : Concept.of(concept, maps).meanings()) {
                Kind kind = meaning.target().isDrug()
                        ? DRUG_KINDS.get(resource.fhirType())
                        : meaning.target().kind();
                if (kind != null) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    private static List<CodeableConcept> concepts(Resource resource) {
        if (resource instanceof Condition condition) {
            return List.of(condition.getCode());
        } else if (resource instanceof Observation observation) {
            List<CodeableConcept> concepts = new ArrayList<>();
            concepts.add(observation.getCode());
            observation.getComponent().forEach(component -> concepts.add(component.getCode()));
            return concepts;
        } else if (resource instanceof Procedure procedure) {
            return List.of(procedure.getCode());
        } else if (resource instanceof DiagnosticReport report) {
            return List.of(report.getCode());
        } else if (resource instanceof ServiceRequest request) {
            return List.of(request.getCode());
        } else if (resource instanceof CarePlan plan) {
            return plan.getCategory();
        } else if (resource instanceof MedicationRequest request) {
            return concepts(request.getMedication());
        } else if (resource instanceof MedicationDispense dispense) {
            return concepts(dispense.getMedication());
        } else if (resource instanceof MedicationAdministration administration) {
            return concepts(administration.getMedication());
        }
        return List.of();
    }

    private static List<CodeableConcept> concepts(Type medication) {
        return medication instanceof CodeableConcept concept ? List.of(concept) : List.of();
    }
}
