package health.kedja.fhir;

/** URIs of the code systems and profiles that the translation names itself; all other codes come from the maps. */
final class Systems {

    static final String BASE = "https://kedja.health/fhir";
    static final String CODE_SYSTEM = BASE + "/CodeSystem/";
    static final String PROFILE = BASE + "/StructureDefinition/";

    /** ICD-10-SE, the root of Socialstyrelsen. */
    static final String ICD10_SE = "urn:oid:1.2.752.116.1.1.1";
    /** Site character of chapter M in ICD-10-SE, the fifth of the code. */
    static final String ICD10_SE_M_SITE = CODE_SYSTEM + "kedja-icd-site-letter";
    /** ICD-10 of the WHO. */
    static final String ICD10 = "http://hl7.org/fhir/sid/icd-10";
    /** SKS, all Danish chapters; a diagnosis begins with D. */
    static final String SKS = "urn:oid:1.2.208.176.2.4";
    /** SKS-D, the Danish ICD-10. */
    static final String SKS_DIAGNOSES = "urn:oid:1.2.208.176.2.4.12";

    static final String KVA = "urn:oid:1.2.752.116.1.3.2.1.4";
    static final String ATC = "http://www.whocc.no/atc";
    static final String SNOMED_CT = "http://snomed.info/sct";
    static final String VFA_RESULT = CODE_SYSTEM + "kedja-vfa-result";
    static final String NOT_DONE_REASON = CODE_SYSTEM + "kedja-not-done-reason";
    static final String FRACTURE_SITE = CODE_SYSTEM + "kedja-fracture-site";
    static final String BONE_REGION = CODE_SYSTEM + "kedja-bone-region";

    private Systems() {}
}
