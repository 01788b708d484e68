package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Prescriptions, referrals and decisions as resources. */
final class FhirOrders {

    private static final String REASON = "https://kedja.health/fhir/CodeSystem/kedja-not-done-reason";

    private FhirOrders() {}

    static Resource of(Fact.Care care, Reference patient) {
        Resource resource = switch (care.kind()) {
            case DRUG_ORDERED -> prescription(care, care.code(), "kedja-bone-drug-order", patient);
            case REFERRAL -> referral(care, patient);
            case NOT_DONE ->
                care.code().equals(Kind.DRUG_ORDERED.token())
                        ? prescription(care, "M05B", "kedja-treatment-decision", patient)
                                .setDoNotPerform(true)
                                .addReasonCode(reason(care))
                        : scanNotDone(care, patient);
            default ->
                throw new IllegalStateException(
                        "No resource tells " + care.kind().token());
        };
        resource.setId(care.source().substring(care.source().indexOf('/') + 1));
        return resource;
    }

    private static MedicationRequest prescription(Fact.Care care, String atc, String profile, Reference patient) {
        MedicationRequest request = new MedicationRequest();
        request.getMeta().addProfile(Codes.PROFILE + profile);
        request.setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE);
        request.setIntent(MedicationRequest.MedicationRequestIntent.ORDER);
        request.setMedication(Codes.concept(Codes.ATC, atc));
        request.setSubject(patient);
        request.getAuthoredOnElement().setValueAsString(care.day().toString());
        return request;
    }

    private static ServiceRequest referral(Fact.Care care, Reference patient) {
        String asked = Kind.FALL_RISK_ASSESSMENT.token();
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE);
        request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        request.setCode(Codes.concept(Codes.ACTIVITY, care.code().equals(asked) ? asked : "referral-" + care.code()));
        request.setSubject(patient);
        request.getAuthoredOnElement().setValueAsString(care.day().toString());
        return request;
    }

    private static Procedure scanNotDone(Fact.Care care, Reference patient) {
        Procedure procedure = new Procedure();
        procedure.setStatus(Procedure.ProcedureStatus.NOTDONE);
        procedure.setStatusReason(reason(care));
        procedure.setCode(Codes.concept(Codes.KVA, "AN006"));
        procedure.setSubject(patient);
        return procedure.setPerformed(new DateTimeType(care.day().toString()));
    }

    private static CodeableConcept reason(Fact.Care care) {
        return Codes.concept(REASON, care.qualifier());
    }
}
