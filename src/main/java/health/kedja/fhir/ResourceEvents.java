package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * The one place where a resource becomes events: the write path, the rebuild and the evaluation of a posted Bundle all
 * call it.
 *
 * <p>The events of a resource depend on that resource alone. Whatever needs another one (the day of a contact, the
 * Condition a fracture is due to) is named in the event and joined by the clinical core. An event that has no day is
 * left out, except a fracture, its cause, a death, a scanner, an allergy, what is said of the patient (sex, country of birth,
 * education, residence, listing) and what was not understood.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ResourceEvents {

    /**
     * Raised whenever the same resource would give other events than before, or say something else of whose data are
     * whose, so that a server derives what it has stored anew. The published maps need not be counted here.
     */
    public static final int RULES = 6;

    private static final Set<String> TYPES = Set.of(
            "Patient",
            "Device",
            "Encounter",
            "Condition",
            "Observation",
            "Procedure",
            "DiagnosticReport",
            "MedicationRequest",
            "MedicationDispense",
            "MedicationAdministration",
            "MedicationStatement",
            "ServiceRequest",
            "CarePlan",
            "EpisodeOfCare",
            "AllergyIntolerance",
            "QuestionnaireResponse");

    private final CodeMaps maps;
    private final Days days;
    private final Belongings belongings;

    /**
     * @param maps what codes mean
     * @param zone where date-times are calendar days, usually Europe/Stockholm
     */
    public ResourceEvents(CodeMaps maps, ZoneId zone) {
        this.maps = maps;
        this.days = new Days(zone);
        this.belongings = new Belongings(days);
    }

    /** The types of resource that can give events, by name. */
    public static Set<String> types() {
        return TYPES;
    }

    /**
     * The events of a stored resource; none where it says nothing about the fracture chain, or is in error.
     *
     * @throws IllegalArgumentException if the resource has no logical id
     */
    public List<Event> of(Resource resource) {
        return TYPES.contains(resource.fhirType()) ? of(resource, source(resource), References.STORED) : List.of();
    }

    /**
     * The logical id of the patient the resource is about; for a Patient, its own.
     *
     * <p>Base URL and version of the reference are stripped: that a reference leads to this server is checked when the
     * resource is stored.
     */
    public Optional<String> patient(Resource resource) {
        if (resource instanceof Patient) {
            return Optional.ofNullable(resource.getIdElement().getIdPart());
        }
        return Optional.ofNullable(References.patientId(References.STORED.of(subject(resource))));
    }

    /** The logical id of the patient who replaces this one ({@code link} of type {@code replaced-by}). */
    public Optional<String> replacement(Patient patient) {
        return Optional.ofNullable(References.patientId(PatientEvents.replacement(patient, References.STORED)));
    }

    /**
     * What a resource is about by its codes, whatever its values; none for one that was entered in error.
     */
    public Set<Kind> kinds(Resource resource) {
        return Statuses.isEnteredInError(resource) ? Set.of() : ResourceKinds.of(resource, maps);
    }

    /** What a stored resource says of whose data are whose. */
    public Belonging belonging(Resource resource) {
        return belongings.of(resource);
    }

    /** How events name a resource: {@code Observation/123}. */
    static String source(Resource resource) {
        if (!resource.getIdElement().hasIdPart()) {
            throw new IllegalArgumentException("A " + resource.fhirType() + " without id cannot be evidence");
        }
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    List<Event> of(Resource resource, String source, References references) {
        Reading reading = new Reading(source, maps, days, references);
        if (resource instanceof Condition condition) {
            return ConditionEvents.of(condition, reading);
        } else if (resource instanceof Observation observation) {
            return ObservationEvents.of(observation, reading);
        } else if (resource instanceof Encounter encounter) {
            return CareEvents.of(encounter, reading);
        } else if (resource instanceof Procedure procedure) {
            return CareEvents.of(procedure, reading);
        } else if (resource instanceof DiagnosticReport report) {
            return CareEvents.of(report, reading);
        } else if (resource instanceof EpisodeOfCare episode) {
            return CareEvents.of(episode, reading);
        } else if (resource instanceof MedicationRequest request) {
            return DrugEvents.of(request, reading);
        } else if (resource instanceof MedicationDispense dispense) {
            return DrugEvents.of(dispense, reading);
        } else if (resource instanceof MedicationAdministration administration) {
            return DrugEvents.of(administration, reading);
        } else if (resource instanceof MedicationStatement statement) {
            return DrugEvents.of(statement, reading);
        } else if (resource instanceof ServiceRequest request) {
            return PlanEvents.of(request, reading);
        } else if (resource instanceof CarePlan plan) {
            return PlanEvents.of(plan, reading);
        } else if (resource instanceof Device device) {
            return List.of(Scanner.of(device, source, maps));
        } else if (resource instanceof AllergyIntolerance allergy) {
            return AllergyEvents.of(allergy, reading);
        } else if (resource instanceof QuestionnaireResponse response) {
            return QuestionnaireEvents.of(response, reading);
        } else if (resource instanceof Patient patient) {
            return PatientEvents.of(patient, reading);
        }
        return List.of();
    }

    /** The reference to the patient, or null for types that give no events. */
    static Reference subject(Resource resource) {
        if (resource instanceof Condition condition) {
            return condition.getSubject();
        } else if (resource instanceof Observation observation) {
            return observation.getSubject();
        } else if (resource instanceof Encounter encounter) {
            return encounter.getSubject();
        } else if (resource instanceof Procedure procedure) {
            return procedure.getSubject();
        } else if (resource instanceof DiagnosticReport report) {
            return report.getSubject();
        } else if (resource instanceof EpisodeOfCare episode) {
            return episode.getPatient();
        } else if (resource instanceof MedicationRequest request) {
            return request.getSubject();
        } else if (resource instanceof MedicationDispense dispense) {
            return dispense.getSubject();
        } else if (resource instanceof MedicationAdministration administration) {
            return administration.getSubject();
        } else if (resource instanceof MedicationStatement statement) {
            return statement.getSubject();
        } else if (resource instanceof ServiceRequest request) {
            return request.getSubject();
        } else if (resource instanceof CarePlan plan) {
            return plan.getSubject();
        } else if (resource instanceof AllergyIntolerance allergy) {
            return allergy.getPatient();
        } else if (resource instanceof QuestionnaireResponse response) {
            return response.getSubject();
        }
        return null;
    }
}
