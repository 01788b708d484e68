package health.kedja.access;

import health.kedja.FhirHttp;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;

/** Patients with security labels, and the labels that stored ones have. */
final class Labelled {

    static final String OWNER = "https://kedja.health/fhir/CodeSystem/kedja-owner";
    static final String CUSTODIAN = "https://kedja.health/fhir/CodeSystem/kedja-custodian";

    private Labelled() {}

    static List<String> labels(FhirHttp http, String name) {
        return http.get(name).expect(200).as(Patient.class).getMeta().getSecurity().stream()
                .map(Labelled::written)
                .toList();
    }

    static String written(Coding label) {
        return label.getSystem() + "|" + label.getCode();
    }

    static String patient(String id, String owner) {
        return """
                {"resourceType": "Patient", "id": "%s", "birthDate": "1941-01-01", "meta": {"security": [
                    {"system": "%s", "code": "%s"}, {"system": "urn:example:own", "code": "kept"}]}}""".formatted(id, OWNER, owner);
    }
}
