package health.kedja.fhir;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.DiagnosisComponent;

/**
 * Which diagnosis of a contact is the main one ({@code docs/spec-clarifications.md}, Demographics and contacts): the one
 * named principal; else, of those that are no comorbidity, the one of rank 1, a discharge diagnosis before others; and
 * the first where none has a rank.
 */
final class MainDiagnosis {

    private static final String PRINCIPAL = "principal";
    private static final String DISCHARGE = "DD";
    /** Of diagnosis-role: comorbidity, admission diagnosis, before and after surgery, billing. */
    private static final Set<String> BESIDE = Set.of("CM", "AD", "pre-op", "post-op", "billing");

    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/diagnosis-role";
    private static final String TYPE = "http://terminology.hl7.org/CodeSystem/ex-diagnosistype";

    private MainDiagnosis() {}

    /** The main diagnosis, such as {@code Condition/9}; null when the contact names none. */
    static String of(Encounter encounter, References references) {
        List<DiagnosisComponent> named = encounter.getDiagnosis().stream()
                .filter(diagnosis -> condition(diagnosis, references) != null)
                .toList();
        DiagnosisComponent main = named.stream()
                .filter(diagnosis -> has(diagnosis, TYPE, PRINCIPAL))
                .findFirst()
                .orElseGet(() -> ranked(named.stream()
                        .filter(diagnosis -> BESIDE.stream().noneMatch(role -> has(diagnosis, ROLE, role)))
                        .toList()));
        return main == null ? null : condition(main, references);
    }

    private static DiagnosisComponent ranked(List<DiagnosisComponent> candidates) {
        boolean rank = candidates.stream().anyMatch(DiagnosisComponent::hasRank);
        return candidates.stream()
                .filter(diagnosis -> !rank || diagnosis.getRank() == 1)
                // Stable: the first of equals is first.
                .min(Comparator.comparing(diagnosis -> !has(diagnosis, ROLE, DISCHARGE)))
                .orElse(null);
    }

    private static boolean has(DiagnosisComponent diagnosis, String system, String code) {
        return diagnosis.getUse().getCoding().stream().anyMatch(coding -> is(coding, system, code));
    }

    private static boolean is(Coding coding, String system, String code) {
        return system.equals(coding.getSystem()) && code.equals(coding.getCode());
    }

    private static String condition(DiagnosisComponent diagnosis, References references) {
        String condition = references.of(diagnosis.getCondition());
        return condition == null || condition.startsWith("Procedure/") ? null : condition;
    }
}
