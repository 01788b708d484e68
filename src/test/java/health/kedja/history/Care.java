package health.kedja.history;

import static health.kedja.history.Records.newId;

import health.kedja.FhirHttp;

/** Stores what decides whose data are whose, and gives the ids. */
public final class Care {

    private static final String CUSTODIAN = "https://kedja.health/fhir/CodeSystem/kedja-custodian";
    private static final String OWNER = "https://kedja.health/fhir/CodeSystem/kedja-owner";

    private final FhirHttp http;
    private final String prefix;

    public Care(FhirHttp http) {
        this(http, "");
    }

    /** @param prefix of the ids, such as {@code north.} for what a client of a region stores */
    public Care(FhirHttp http, String prefix) {
        this.http = http;
        this.prefix = prefix;
    }

    /** @param body the elements after the id */
    public String put(String type, String body) {
        String id = prefix + newId(type.substring(0, 1).toLowerCase());
        put(type, id, body);
        return id;
    }

    /** Stores a resource, new or again. */
    public void put(String type, String id, String body) {
        http.put(type + "/" + id, "{\"resourceType\": \"" + type + "\", \"id\": \"" + id + "\", " + body + "}")
                .expect(200, 201);
    }

    /** @param partOf id of the organization above; null for a region */
    public String organization(String partOf) {
        return put("Organization", organizationBody(partOf));
    }

    static String organizationBody(String partOf) {
        return "\"name\": \"any\"" + (partOf == null ? "" : ", " + reference("partOf", "Organization/" + partOf));
    }

    public String practitioner() {
        return put("Practitioner", "\"active\": true");
    }

    public String role(String practitioner, String organization) {
        return put(
                "PractitionerRole",
                reference("practitioner", "Practitioner/" + practitioner) + ", "
                        + reference("organization", "Organization/" + organization));
    }

    public String patient() {
        return put("Patient", "\"birthDate\": \"1940-01-01\"");
    }

    /** @param region its owner by label; null for none */
    public String patientOf(String region) {
        return put("Patient", "\"birthDate\": \"1940-01-01\"" + (region == null ? "" : ", " + label(OWNER, region)));
    }

    /** Makes a record one that another replaced. */
    public void replace(String patient, String by, String more) {
        put(
                "Patient",
                patient,
                "\"active\": false, \"link\": [{\"other\": {\"reference\": \"Patient/" + by
                        + "\"}, \"type\": \"replaced-by\"}]" + more);
    }

    public static String owned(String region) {
        return label(OWNER, region);
    }

    public static String heldBy(String unit) {
        return label(CUSTODIAN, unit);
    }

    private static String label(String system, String code) {
        return "\"meta\": {\"security\": [{\"system\": \"" + system + "\", \"code\": \"" + code + "\"}]}";
    }

    /** A contact that is over. */
    public String contact(String patient, String organization, String from, String end) {
        return put("Encounter", contactBody(patient, organization, "finished", from, end));
    }

    static String contactBody(String patient, String organization, String status, String from, String end) {
        return "\"status\": \"" + status + "\", \"class\": {\"code\": \"AMB\"}, "
                + reference("subject", "Patient/" + patient) + ", "
                + reference("serviceProvider", "Organization/" + organization) + period(from, end);
    }

    static String period(String from, String end) {
        return ", \"period\": {" + (from == null ? "" : "\"start\": \"" + from + "\"")
                + (from == null || end == null ? "" : ", ") + (end == null ? "" : "\"end\": \"" + end + "\"") + "}";
    }

    /** @param more elements, each after a comma */
    public String fracture(String patient, String more) {
        return put("Condition", """
                "clinicalStatus": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "S72.00"}]},
                "onsetDateTime": "2024-03-01", """ + reference("subject", "Patient/" + patient) + more);
    }

    public String optOut(String patient, String status, String from, String end) {
        return put("Consent", refusal("register-opt-out", patient, status, from, end));
    }

    /** @param units whose records are blocked; none for those of all */
    public String block(String patient, String... units) {
        return put("Consent", blockBody(patient, "active", units));
    }

    static String blockBody(String patient, String status, String... units) {
        StringBuilder actors = new StringBuilder();
        for (String unit : units) {
            actors.append(actors.isEmpty() ? "" : ", ")
                    .append("""
                            {"role": {"coding": [{
                                "system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "CST"}]}, """)
                    .append(reference("reference", "Organization/" + unit))
                    .append("}");
        }
        String provision = units.length == 0 ? "" : ", \"provision\": {\"actor\": [" + actors + "]}";
        return consent("block", patient, status) + provision;
    }

    static String refusal(String category, String patient, String status, String from, String end) {
        String provision = from == null && end == null
                ? ""
                : ", \"provision\": {" + period(from, end).substring(2) + "}";
        return consent(category, patient, status) + provision;
    }

    private static String consent(String category, String patient, String status) {
        return """
                "status": "%s", "scope": {"text": "privacy"}, "policyRule": {"text": "Patientdatalagen"}, "category": [{
                "coding": [{"system": "https://kedja.health/fhir/CodeSystem/kedja-consent-category", "code": "%s"}]}], """.formatted(status, category) + reference("patient", "Patient/" + patient);
    }

    /** An element that refers. */
    static String reference(String element, String to) {
        return "\"" + element + "\": " + to(to);
    }

    static String to(String to) {
        return "{\"reference\": \"" + to + "\"}";
    }
}
