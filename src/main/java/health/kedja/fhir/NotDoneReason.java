package health.kedja.fhir;

import health.kedja.pathway.Kind;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Why something was not done, in the codes of {@code kedja-not-done-reason}. */
final class NotDoneReason {

    static final String OTHER = "other";

    private static final List<String> CODES =
            List.of("declined", "contraindicated", "not-indicated", "limited-life-expectancy", "unable", OTHER);

    /** The codes of HL7's own systems that say one of these things by their definition. */
    private static final Map<String, String> HL7 = Map.of(
            "http://terminology.hl7.org/CodeSystem/data-absent-reason|asked-declined", "declined",
            "http://terminology.hl7.org/CodeSystem/v3-ActReason|PATOBJ", "declined");

    private NotDoneReason() {}

    /** The codes, in the order in which they are offered. */
    static List<String> all() {
        return CODES;
    }

    /** The first reason that Kedja knows, or null. */
    static String known(List<CodeableConcept> reasons, CodeMaps maps) {
        for (CodeableConcept reason : reasons) {
            for (Coding coding : reason.getCoding()) {
                String system = coding.getSystem() == null ? null : maps.canonical(coding.getSystem());
                if (Systems.NOT_DONE_REASON.equals(system) && CODES.contains(coding.getCode())) {
                    return coding.getCode();
                }
                String hl7 = HL7.get(system + "|" + coding.getCode());
                if (hl7 != null) {
                    return hl7;
                }
            }
            // Palliative care as a diagnosis, say, given as the reason.
            if (Concept.of(reason, maps).meanings().stream().anyMatch(m -> m.is(Kind.LIMITED_LIFE_EXPECTANCY))) {
                return "limited-life-expectancy";
            }
        }
        return null;
    }

    /** The first reason that Kedja knows, else {@code other}: it was decided, whatever the words. */
    static String of(List<CodeableConcept> reasons, CodeMaps maps) {
        String known = known(reasons, maps);
        return known == null ? OTHER : known;
    }
}
