package health.kedja.server;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import java.util.List;

/** What the server stores, and how. */
final class StorageRules {

    /** The resource types of the fracture chain, and the conformance types that describe it. */
    static final List<String> RESOURCE_TYPES = List.of(
            "AllergyIntolerance",
            "CarePlan",
            "CareTeam",
            "Condition",
            "Consent",
            "Device",
            "DiagnosticReport",
            "Encounter",
            "EpisodeOfCare",
            "Group",
            "Location",
            "MeasureReport",
            "MedicationAdministration",
            "MedicationDispense",
            "MedicationRequest",
            "MedicationStatement",
            "Observation",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Procedure",
            "Provenance",
            "Questionnaire",
            "QuestionnaireResponse",
            "ServiceRequest",
            "Task",
            // conformance
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
            "SearchParameter",
            "StructureDefinition",
            "ValueSet");

    private StorageRules() {}

    static JpaStorageSettings storageSettings() {
        JpaStorageSettings storage = new JpaStorageSettings();
        storage.setResourceClientIdStrategy(JpaStorageSettings.ClientIdStrategyEnum.ANY);
        storage.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
        storage.setAllowMultipleDelete(true);
        storage.setExpungeEnabled(true);
        storage.setDeleteExpungeEnabled(true);
        // A client reads what it has just written: no answer is reused from an earlier search.
        storage.setReuseCachedSearchResultsForMillis(null);
        storage.setHibernateSearchIndexSearchParams(false);
        // Expanding ahead needs a full-text index, which the server does without.
        storage.setPreExpandValueSets(false);
        storage.setEnableTaskPreExpandValueSets(false);
        // Nothing reads that table: it names the hashes of search parameters, for a reader of the database.
        storage.setWriteToSearchParamIdentityTable(false);
        storage.setMarkResourcesForReindexingUponSearchParameterChange(false);
        return storage;
    }
}
