package health.kedja.access;

import java.util.Locale;
import java.util.Set;

/** What a resource type holds, as far as access to it is concerned. */
public enum DataKind {
    /** Data about a patient. Every type that is none of the others. */
    PATIENT,
    /** Who works where. */
    DIRECTORY,
    /** Who did what: the trail, which is no record of care. */
    AUDIT,
    /** Definitions, which say nothing of anybody and belong to no region. */
    CONFORMANCE;

    private static final Set<String> DIRECTORY_TYPES =
            Set.of("Organization", "Practitioner", "PractitionerRole", "Location");
    private static final Set<String> CONFORMANCE_TYPES = Set.of(
            "ActivityDefinition",
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "ImplementationGuide",
            "Library",
            "Measure",
            "NamingSystem",
            "OperationDefinition",
            "PlanDefinition",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "ValueSet");

    /** What resources of a type hold. */
    public static DataKind of(String resourceType) {
        if (CONFORMANCE_TYPES.contains(resourceType)) {
            return CONFORMANCE;
        }
        if (resourceType.equals("AuditEvent")) {
            return AUDIT;
        }
        return DIRECTORY_TYPES.contains(resourceType) ? DIRECTORY : PATIENT;
    }

    /** As the table writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
