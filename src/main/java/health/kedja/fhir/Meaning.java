package health.kedja.fhir;

import health.kedja.pathway.Kind;

/**
 * One meaning of one coding.
 *
 * @param system canonical URI of the code system
 * @param code canonical code
 * @param target what it means
 */
record Meaning(String system, String code, Target target) {

    boolean is(Kind kind) {
        return target.kind() == kind;
    }

    /** The code where it is ICD-10, else null: what events of diagnoses carry. */
    String icd() {
        return CodeMaps.isIcd(system) ? code : null;
    }
}
