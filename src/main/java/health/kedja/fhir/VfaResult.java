package health.kedja.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** What a vertebral fracture assessment found. */
final class VfaResult {

    private static final Set<String> CODES = Set.of("fracture", "no-fracture");

    private VfaResult() {}

    /** {@code fracture}, {@code no-fracture}, or null when not stated. */
    static String of(List<CodeableConcept> results) {
        return results.stream()
                .flatMap(result -> result.getCoding().stream())
                .filter(c -> Systems.VFA_RESULT.equals(c.getSystem()) && CODES.contains(c.getCode()))
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }
}
