package health.kedja;

/** Small resources as text, good and bad. */
public final class Samples {

    private Samples() {}

    public static String entry(String url, String resource) {
        String type = resource.replaceAll("(?s).*?\"resourceType\": \"(\\w+)\".*", "$1");
        return "{\"fullUrl\": \"" + url + "\", \"resource\": " + resource
                + ", \"request\": {\"method\": \"POST\", \"url\": \"" + type + "\"}}";
    }

    public static String tScore(String value) {
        return observation(
                "38267-1", "{\"value\": " + value + ", \"system\": \"http://unitsofmeasure.org\", \"code\": \"1\"}");
    }

    public static String observation(String loinc, String quantity) {
        return """
                {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2025-10-01",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "%s"}]},
                 "subject": {"reference": "Patient/bad-input"}, "valueQuantity": %s}""".formatted(loinc, quantity);
    }

    public static String hipFracture(String patient, String onset) {
        return """
                {"resourceType": "Condition", "onsetDateTime": "%s", "subject": {"reference": "%s"},
                 "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-se", "code": "S720"}]}}""".formatted(onset, patient);
    }

    public static String patientWithPersonnummer(String number) {
        return """
                {"resourceType": "Patient", "identifier": [
                 {"system": "http://electronichealth.se/identifier/personnummer", "value": "%s"}]}""".formatted(number);
    }
}
