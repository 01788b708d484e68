package health.kedja.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** The least that HL7 FHIR R4 asks for of each type the server stores, without the type itself. */
final class MinimalResources {

    private static final String SUBJECT = "\"subject\": {\"reference\": \"Patient/%s\"}";
    private static final String PATIENT = "\"patient\": {\"reference\": \"Patient/%s\"}";
    private static final String CODE = "\"code\": {\"text\": \"any\"}";
    private static final String DRUG = "\"medicationCodeableConcept\": {\"text\": \"any\"}";
    private static final String PUBLISHED =
            "\"url\": \"https://example.org/%s\", \"name\": \"Any\", \"status\": \"draft\"";

    private MinimalResources() {}

    /**
     * From type to body.
     *
     * @param patient logical id of a stored patient
     */
    static Map<String, String> about(String patient) {
        String subject = SUBJECT.formatted(patient);
        String about = PATIENT.formatted(patient);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("AllergyIntolerance", about);
        all.put("CarePlan", "\"status\": \"active\", \"intent\": \"plan\", " + subject);
        all.put("CareTeam", "\"status\": \"active\", " + subject);
        all.put("Condition", CODE + ", " + subject);
        all.put(
                "Consent",
                "\"status\": \"active\", \"scope\": {\"text\": \"any\"}, \"category\": [{\"text\": \"any\"}],"
                        + " \"policyRule\": {\"text\": \"any\"}, " + about);
        all.put("Device", "\"status\": \"active\"");
        all.put("DiagnosticReport", "\"status\": \"final\", " + CODE + ", " + subject);
        all.put("Encounter", "\"status\": \"finished\", \"class\": {\"code\": \"IMP\"}, " + subject);
        all.put("EpisodeOfCare", "\"status\": \"active\", " + about);
        all.put("Group", "\"type\": \"person\", \"actual\": true");
        all.put("Location", "\"status\": \"active\"");
        all.put(
                "MeasureReport",
                "\"status\": \"complete\", \"type\": \"data-collection\", \"measure\": \"https://example.org/any\","
                        + " \"period\": {\"start\": \"2024\"}, " + subject);
        all.put(
                "MedicationAdministration",
                "\"status\": \"completed\", \"effectiveDateTime\": \"2024-01-01\", " + DRUG + ", " + subject);
        all.put("MedicationDispense", "\"status\": \"completed\", " + DRUG + ", " + subject);
        all.put("MedicationRequest", "\"status\": \"active\", \"intent\": \"order\", " + DRUG + ", " + subject);
        all.put("MedicationStatement", "\"status\": \"active\", " + DRUG + ", " + subject);
        all.put("Observation", "\"status\": \"final\", " + CODE + ", " + subject);
        all.put("Organization", "\"name\": \"any\"");
        all.put("Patient", "\"gender\": \"female\"");
        all.put("Practitioner", "\"active\": true");
        all.put("PractitionerRole", "\"active\": true");
        all.put("Procedure", "\"status\": \"completed\", " + CODE + ", " + subject);
        all.put(
                "Provenance",
                "\"target\": [{\"reference\": \"Patient/" + patient + "\"}], \"recorded\": \"2024-01-01T12:00:00Z\","
                        + " \"agent\": [{\"who\": {\"display\": \"any\"}}]");
        all.put("Questionnaire", "\"status\": \"draft\"");
        all.put("QuestionnaireResponse", "\"status\": \"completed\", " + subject);
        all.put("ServiceRequest", "\"status\": \"active\", \"intent\": \"order\", " + subject);
        all.put("Task", "\"status\": \"requested\", \"intent\": \"order\"");
        all.put("ActivityDefinition", "\"status\": \"draft\"");
        all.put(
                "CapabilityStatement",
                "\"status\": \"draft\", \"date\": \"2024-01-01\", \"kind\": \"requirements\", \"fhirVersion\": \"4.0.1\","
                        + " \"format\": [\"json\"]");
        all.put(
                "CodeSystem",
                PUBLISHED.formatted(patient + "-c")
                        + ", \"version\": \"1\", \"content\": \"complete\", \"concept\": [{\"code\": \"a\"}]");
        all.put("ConceptMap", PUBLISHED.formatted(patient + "-m"));
        all.put(
                "ImplementationGuide",
                PUBLISHED.formatted(patient + "-g") + ", \"packageId\": \"any.any\", \"fhirVersion\": [\"4.0.1\"]");
        all.put("Library", "\"status\": \"draft\", \"type\": {\"text\": \"any\"}");
        all.put("Measure", "\"status\": \"draft\"");
        all.put(
                "NamingSystem",
                "\"name\": \"Any\", \"status\": \"draft\", \"kind\": \"identifier\", \"date\": \"2024-01-01\","
                        + " \"uniqueId\": [{\"type\": \"uri\", \"value\": \"https://example.org/" + patient + "\"}]");
        all.put(
                "OperationDefinition",
                "\"name\": \"Any\", \"status\": \"draft\", \"kind\": \"operation\", \"code\": \"any\","
                        + " \"system\": true, \"type\": false, \"instance\": false");
        all.put("PlanDefinition", "\"status\": \"draft\"");
        all.put(
                "SearchParameter",
                PUBLISHED.formatted(patient + "-p")
                        + ", \"description\": \"any\", \"code\": \"any\", \"base\": [\"Task\"],"
                        + " \"type\": \"token\", \"expression\": \"Task.status\"");
        all.put(
                "StructureDefinition",
                PUBLISHED.formatted(patient + "-s")
                        + ", \"kind\": \"resource\", \"abstract\": false, \"type\": \"Basic\","
                        + " \"baseDefinition\": \"http://hl7.org/fhir/StructureDefinition/Basic\","
                        + " \"derivation\": \"constraint\","
                        + " \"differential\": {\"element\": [{\"id\": \"Basic\", \"path\": \"Basic\"}]}");
        all.put("ValueSet", PUBLISHED.formatted(patient + "-v"));
        return all;
    }

    static String json(String type, String id, String body, String language) {
        return "{\"resourceType\": \"" + type + "\"" + (id == null ? "" : ", \"id\": \"" + id + "\"")
                + ", \"language\": \"" + language + "\", " + body + "}";
    }
}
