package health.kedja.history;

import java.util.UUID;

/** Small resources as JSON. */
public final class Records {

    private Records() {}

    /** An id that no other test uses. */
    public static String newId(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static String patient(String id, String birthDate) {
        return """
                {"resourceType": "Patient", "id": "%s", "birthDate": "%s"}""".formatted(id, birthDate);
    }

    /** Replaced by another record. */
    public static String replacedPatient(String id, String by) {
        return """
                {"resourceType": "Patient", "id": "%s", "birthDate": "1940-01-01", "active": false,
                 "link": [{"other": {"reference": "Patient/%s"}, "type": "replaced-by"}]}""".formatted(id, by);
    }

    public static String hipFracture(String id, String patient, String day) {
        return fracture(id, "Patient/" + patient, "S72.00", day, "confirmed");
    }

    /** With a reference in an element that no search parameter leads to. */
    public static String hipFractureNoting(String id, String patient, String day, String reference) {
        return hipFracture(id, patient, day)
                .replaceFirst(
                        "\\{",
                        "{\"extension\": [{\"url\": \"urn:example:see\", \"valueReference\": {\"reference\": \""
                                + reference + "\"}}], ");
    }

    public static String wristFracture(String id, String patient, String day) {
        return fracture(id, "Patient/" + patient, "S52.50", day, "confirmed");
    }

    /** @param verification such as {@code confirmed} or {@code entered-in-error} */
    public static String fracture(String id, String subject, String icd10, String day, String verification) {
        String clinical = verification.equals("entered-in-error") ? "" : """
                "clinicalStatus": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},""";
        return """
                {"resourceType": "Condition", "id": "%s", %s
                 "verificationStatus": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "%s"}]},
                 "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "%s"}]},
                 "subject": {"reference": "%s"}, "onsetDateTime": "%s"}""".formatted(id, clinical, verification, icd10, subject, day);
    }

    /** @param entries alternately the request ({@code PUT Patient/1}) and the resource, or null */
    public static String bundle(String type, String... entries) {
        StringBuilder bundle =
                new StringBuilder("{\"resourceType\": \"Bundle\", \"type\": \"" + type + "\", \"entry\": [");
        for (int i = 0; i < entries.length; i += 2) {
            String[] request = entries[i].split(" ", 2);
            bundle.append(i == 0 ? "" : ",")
                    .append("{\"request\": {\"method\": \"" + request[0] + "\", \"url\": \"" + request[1] + "\"}")
                    .append(entries[i + 1] == null ? "}" : ", \"resource\": " + entries[i + 1] + "}");
        }
        return bundle.append("]}").toString();
    }
}
