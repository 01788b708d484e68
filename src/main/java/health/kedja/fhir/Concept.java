package health.kedja.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * A CodeableConcept, read.
 *
 * @param meanings what its codings mean to Kedja, in order
 * @param understood whether one of its codings is from a system that Kedja knows
 * @param label what to call it when it is not: {@code system|code} of the first coding, else its text, else null
 */
record Concept(List<Meaning> meanings, boolean understood, String label) {

    static final Concept NONE = new Concept(List.of(), true, null);

    static Concept of(CodeableConcept concept, CodeMaps maps) {
        if (concept == null || concept.isEmpty()) {
            return NONE;
        }
        return of(concept.getCoding(), concept.getText(), maps);
    }

    static Concept of(List<Coding> codings, String text, CodeMaps maps) {
        List<Meaning> meanings = new ArrayList<>(2);
        boolean understood = false;
        String label = text;
        boolean first = true;
        for (Coding coding : codings) {
            if (!coding.hasCode()) {
                continue;
            }
            if (first) {
                label = (coding.hasSystem() ? coding.getSystem() : "") + "|" + coding.getCode();
                first = false;
            }
            if (!maps.knows(coding.getSystem())) {
                continue;
            }
            understood = true;
            String system = maps.canonical(coding.getSystem());
            String code = maps.canonicalCode(system, coding.getCode());
            for (Target target : maps.targets(system, code)) {
                meanings.add(new Meaning(system, code, target));
            }
        }
        return new Concept(meanings, understood, label);
    }

    /** Both together, this one first. */
    Concept and(Concept other) {
        List<Meaning> both = new ArrayList<>(meanings);
        both.addAll(other.meanings);
        return new Concept(both, understood || other.understood, label == null ? other.label : label);
    }

    /** Whether there is a code or text here and Kedja knows none of its systems. */
    boolean isForeign() {
        return !understood && label != null;
    }
}
