package health.kedja.operation.fracturechain;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Falling bone density on treatment, of a stored patient and of a posted Bundle. */
class FallingDensityAnswerTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final String id = newId("p");
    private final String before = "Observation/" + newId("o");
    private final String after = "Observation/" + newId("o");

    private String treated(double bmdAfter) {
        String device = "Device/" + newId("d");
        String drug = "MedicationDispense/" + newId("m");
        return bundle(
                "transaction",
                "PUT Patient/" + id,
                patient(id, "1950-01-01"),
                "PUT " + device,
                "{\"resourceType\":\"Device\",\"id\":\"" + idOf(device) + "\",\"manufacturer\":\"Hologic\"}",
                "PUT " + drug,
                dispensed(drug),
                "PUT " + before,
                bmd(before, device, "2022-01-01", 0.8),
                "PUT " + after,
                bmd(after, device, "2023-06-01", bmdAfter));
    }

    private String dispensed(String name) {
        return """
                {"resourceType": "MedicationDispense", "id": "%s", "status": "completed",
                 "medicationCodeableConcept": {"coding": [{"system": "http://www.whocc.no/atc", "code": "M05BA04"}],
                    "text": "Alendronat 70 mg"},
                 "subject": {"reference": "Patient/%s"}, "whenHandedOver": "2022-01-01",
                 "daysSupply": {"value": 730, "unit": "d", "system": "http://unitsofmeasure.org", "code": "d"}}""".formatted(idOf(name), id);
    }

    private String bmd(String name, String device, String day, double value) {
        return """
                {"resourceType": "Observation", "id": "%s", "status": "final",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "46278-8"}]},
                 "bodySite": {"coding": [{"system": "https://kedja.health/fhir/CodeSystem/kedja-bone-region",
                    "code": "total-hip"}]},
                 "subject": {"reference": "Patient/%s"}, "device": {"reference": "%s"}, "effectiveDateTime": "%s",
                 "valueQuantity": {"value": %s, "unit": "g/cm2", "system": "http://unitsofmeasure.org",
                    "code": "g/cm2"}}""".formatted(idOf(name), id, device, day, value);
    }

    private static String idOf(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private Parameters stored() {
        return http.get("Patient/" + id + "/$fracture-chain?asOf=2023-07-01")
                .expect(200)
                .as(Parameters.class);
    }

    private Parameters posted(String bundle) {
        String question = """
                {"resourceType": "Parameters", "parameter": [{"name": "asOf", "valueDate": "2023-07-01"},
                 {"name": "bundle", "resource": %s}]}""".formatted(bundle);
        return http.post("$fracture-chain", question).expect(200).as(Parameters.class);
    }

    private static List<ParametersParameterComponent> falling(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("treatmentCourse"))
                .flatMap(course -> course.getPart().stream())
                .filter(part -> part.getName().equals("notice"))
                .filter(notice -> notice.getPart().stream()
                        .anyMatch(part -> part.getValue() instanceof CodeableConcept code
                                && code.getCodingFirstRep().getCode().equals("falling-density")))
                .toList();
    }

    private static List<String> evidence(ParametersParameterComponent notice) {
        return notice.getPart().stream()
                .filter(part -> part.getName().equals("evidence"))
                .map(part -> ((Reference) part.getValue()).getReference())
                .toList();
    }

    @Test
    void a_real_loss_on_treatment_is_a_notice_of_the_course_with_both_scans() {
        String bundle = treated(0.7);
        http.post("", bundle).expect(200);

        for (Parameters answer : List.of(stored(), posted(bundle))) {
            assertThat(falling(answer))
                    .singleElement()
                    .satisfies(notice -> assertThat(evidence(notice)).containsExactly(before, after));
        }
    }

    @Test
    void a_loss_within_the_error_of_measurement_is_none() {
        String bundle = treated(0.78);
        http.post("", bundle).expect(200);

        assertThat(falling(stored())).isEmpty();
        assertThat(falling(posted(bundle))).isEmpty();
    }

    @Test
    void a_corrected_measurement_is_seen_by_the_next_answer() {
        http.post("", treated(0.78)).expect(200);
        assertThat(falling(stored())).isEmpty();

        http.post("", treated(0.7)).expect(200);
        assertThat(falling(stored())).hasSize(1);

        http.delete(before).expect(200);
        assertThat(falling(stored())).isEmpty();
    }
}
