package health.kedja.server.validation;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Small resources of the types that come most, to validate before the first client does. */
final class WarmUpExamples {

    private static final Reference PATIENT = new Reference("Patient/warm-up");

    private WarmUpExamples() {}

    static List<Resource> all() {
        Patient patient = new Patient();
        patient.addIdentifier()
                .setSystem("http://electronichealth.se/identifier/personnummer")
                .setValue("195009072553");

        Condition fracture = new Condition();
        fracture.setSubject(PATIENT)
                .setCode(code("urn:oid:1.2.752.116.1.1.1", "S72.0"))
                .setOnset(new DateTimeType("2025-01-01"));

        MedicationRequest order = new MedicationRequest();
        order.setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setSubject(PATIENT)
                .setMedication(code("http://www.whocc.no/atc", "M05BA04"));

        MedicationDispense dispense = new MedicationDispense();
        dispense.setStatus(MedicationDispense.MedicationDispenseStatus.COMPLETED)
                .setSubject(PATIENT)
                .setMedication(code("http://www.whocc.no/atc", "M05BA04"));

        Procedure training = new Procedure();
        training.setStatus(Procedure.ProcedureStatus.COMPLETED)
                .setSubject(PATIENT)
                .setCode(code("urn:oid:1.2.752.116.1.3.2.1.4", "QB001"));

        return List.of(
                patient,
                fracture,
                observation("38263-0", new Quantity(-2.1).setUnit("1")),
                observation("90265-0", new Quantity(22).setUnit("%")),
                observation("62238-1", new Quantity(64).setUnit("mL/min")),
                order,
                dispense,
                training);
    }

    private static Observation observation(String loinc, Quantity value) {
        value.setSystem("http://unitsofmeasure.org").setCode(value.getUnit());
        Observation observation = new Observation();
        observation
                .setStatus(Observation.ObservationStatus.FINAL)
                .setCode(code("http://loinc.org", loinc))
                .setSubject(PATIENT)
                .setEffective(new DateTimeType("2025-01-01"))
                .setValue(value);
        return observation;
    }

    private static CodeableConcept code(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
