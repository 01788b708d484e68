package health.kedja.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The one place where a resource is read for whose data are whose; the write path and the rebuild both call it. Immutable
 * and safe to share between threads.
 */
public final class Belongings {

    /** The types that can say something of it. */
    private static final Set<String> TYPES = Set.of(
            "Organization",
            "PractitionerRole",
            "Patient",
            "Consent",
            "Device",
            "Encounter",
            "EpisodeOfCare",
            "CareTeam",
            "CarePlan",
            "Task",
            "Condition",
            "Observation",
            "Procedure",
            "DiagnosticReport",
            "MedicationRequest",
            "MedicationDispense",
            "MedicationAdministration",
            "MedicationStatement",
            "ServiceRequest",
            "AllergyIntolerance",
            "QuestionnaireResponse",
            "MeasureReport",
            "Group",
            "Provenance");

    /** Which element names the patient. */
    private static final List<String> PATIENT = List.of("subject", "patient", "for");

    private final Days days;

    Belongings(Days days) {
        this.days = days;
    }

    /** The types of resource that can say something, by name. */
    public static Set<String> types() {
        return TYPES;
    }

    /** What a resource says; {@link Belonging#UNKNOWN} where it says nothing. */
    Belonging of(Resource resource) {
        if (!TYPES.contains(resource.fhirType())) {
            return Belonging.UNKNOWN;
        } else if (resource instanceof Organization organization) {
            return Belonging.of(new Belonging.Unit(
                    Party.of(organization, organization.getPartOf()).organization()));
        } else if (resource instanceof PractitionerRole role) {
            return Belonging.of(Party.of(role));
        } else if (resource instanceof Patient patient) {
            return new Belonging(
                    patient.getIdElement().getIdPart(),
                    Belonging.label(patient, Belonging.OWNER),
                    null,
                    CareRelations.of(patient, days),
                    List.of(),
                    null,
                    null,
                    Set.of());
        }
        return about((DomainResource) resource);
    }

    private Belonging about(DomainResource resource) {
        String patient = patient(resource);
        Set<String> named = NamedPatients.beyondIndex(resource, patient);
        if (patient == null) {
            return named.isEmpty() ? Belonging.UNKNOWN : Belonging.of(named);
        }
        boolean isConsent = resource instanceof Consent;
        boolean isError = Statuses.isEnteredInError(resource);
        return new Belonging(
                patient,
                null,
                // A refusal must be seen by those whom it keeps from seeing other things.
                isConsent ? null : Custody.of(resource),
                isError ? List.of() : CareRelations.of(resource, days),
                isConsent ? Refusal.of((Consent) resource, days) : List.of(),
                null,
                null,
                named);
    }

    /** Logical id of the patient a resource is about, or null. */
    private static String patient(DomainResource resource) {
        for (String element : PATIENT) {
            Property property = resource.getNamedProperty(element);
            if (property != null && !property.getValues().isEmpty()) {
                return property.getValues().get(0) instanceof Reference reference
                        ? References.patientId(References.STORED.of(reference))
                        : null;
            }
        }
        return null;
    }
}
