package health.kedja.server.validation;

import health.kedja.fhir.Refusal;
import health.kedja.pathway.Kind;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Resource;

/** Which of Kedja's profiles a resource must conform to: those it claims, and those its codes put it under. */
final class OwnProfiles {

    static final String BASE = "https://kedja.health/fhir/StructureDefinition/";

    private static final Map<String, Map<Kind, String>> BY_TYPE_AND_KIND = Map.of(
            "Condition",
            Map.of(
                    Kind.FRACTURE, "kedja-fragility-fracture",
                    Kind.UNCONFIRMED_FRACTURE, "kedja-fragility-fracture",
                    Kind.OSTEOPOROSIS_DIAGNOSIS, "kedja-osteoporosis-diagnosis"),
            "Observation",
            Map.of(
                    Kind.FRAX_MAJOR, "kedja-frax-assessment",
                    Kind.FRAX_HIP, "kedja-frax-assessment",
                    Kind.BMD, "kedja-bone-density",
                    Kind.T_SCORE, "kedja-bone-density",
                    Kind.Z_SCORE, "kedja-bone-density",
                    Kind.VERTEBRAL_FRACTURE_ASSESSMENT, "kedja-vertebral-fracture-assessment",
                    Kind.LABORATORY_RESULT, "kedja-laboratory-result"),
            "DiagnosticReport",
            Map.of(Kind.BONE_DENSITY_SCAN, "kedja-dxa-report"),
            "MedicationDispense",
            Map.of(Kind.DRUG_DISPENSED, "kedja-bone-drug-dispense"),
            "MedicationAdministration",
            Map.of(Kind.DRUG_ADMINISTERED, "kedja-bone-drug-administration"),
            "ServiceRequest",
            Map.of(Kind.REFERRAL, "kedja-referral"),
            "Procedure",
            Map.of(
                    Kind.HIP_FRACTURE_SURGERY, "kedja-hip-fracture-surgery",
                    Kind.FALL_PREVENTION, "kedja-fall-prevention",
                    Kind.TRAINING, "kedja-training",
                    Kind.PATIENT_EDUCATION, "kedja-patient-education",
                    Kind.COORDINATOR_ASSESSMENT, "kedja-coordinator-assessment"),
            "CarePlan",
            Map.of(Kind.FOLLOW_UP_PLAN, "kedja-fracture-chain-plan"));

    private OwnProfiles() {}

    /**
     * The profiles, as canonicals.
     *
     * @param kinds what the codes of the resource say it is about
     */
    static Set<String> of(Resource resource, Set<Kind> kinds) {
        Set<String> profiles = new LinkedHashSet<>();
        for (CanonicalType claimed : resource.getMeta().getProfile()) {
            if (claimed.getValue() != null && claimed.getValue().startsWith(BASE)) {
                profiles.add(claimed.getValue().replaceFirst("\\|.*$", ""));
            }
        }
        if (resource.fhirType().equals("Patient")) {
            profiles.add(BASE + "kedja-patient");
        }
        if (resource instanceof MedicationRequest request && kinds.contains(Kind.DRUG_ORDERED)) {
            profiles.add(BASE + (request.getDoNotPerform() ? "kedja-treatment-decision" : "kedja-bone-drug-order"));
        }
        if (resource instanceof Consent consent) {
            Refusal.kinds(consent).forEach(kind -> profiles.add(BASE + "kedja-" + kind.token()));
        }
        Map<Kind, String> byKind = BY_TYPE_AND_KIND.getOrDefault(resource.fhirType(), Map.of());
        for (Kind kind : kinds) {
            String profile = byKind.get(kind);
            if (profile != null) {
                profiles.add(BASE + profile);
            }
        }
        return profiles;
    }
}
