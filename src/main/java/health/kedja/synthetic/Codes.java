package health.kedja.synthetic;

import org.hl7.fhir.r4.model.CodeableConcept;

/** The code systems that the resources use, and the codes of what has one. */
final class Codes {

    static final String PROFILE = "https://kedja.health/fhir/StructureDefinition/";
    static final String ACTIVITY = "https://kedja.health/fhir/CodeSystem/kedja-activity";
    static final String EDUCATION = "https://kedja.health/fhir/CodeSystem/kedja-education";
    static final String KVA = "urn:oid:1.2.752.116.1.3.2.1.4";
    static final String ATC = "http://www.whocc.no/atc";
    static final String LOINC = "http://loinc.org";
    static final String SNOMED = "http://snomed.info/sct";
    static final String UCUM = "http://unitsofmeasure.org";
    private static final String ICD_10_SE = "urn:oid:1.2.752.116.1.1.1";
    private static final String SKS = "urn:oid:1.2.208.176.2.4.12";

    private Codes() {}

    static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }

    /** ICD-10 as the country writes it: S72.00 in Sweden, DS7200 in Denmark. */
    static CodeableConcept icd(Country country, String code) {
        return country == Country.DK
                ? concept(SKS, "D" + code)
                : concept(ICD_10_SE, code.substring(0, 3) + "." + code.substring(3));
    }

    static CodeableConcept side(String side) {
        return concept(SNOMED, side.equals("left") ? "7771000" : "24028007");
    }

    /** LOINC of a laboratory analyte and its unit. */
    static String[] laboratory(String analyte) {
        return switch (analyte) {
            case "egfr" -> new String[] {"98979-8", "mL/min/{1.73_m2}"};
            case "calcium" -> new String[] {"2000-8", "mmol/L"};
            case "vitamin-d" -> new String[] {"68438-1", "nmol/L"};
            case "tsh" -> new String[] {"3016-3", "m[IU]/L"};
            default -> throw new IllegalArgumentException("There is no code for the analyte '" + analyte + "'");
        };
    }

    /** LOINC of density or T-score of a region. */
    static String density(boolean score, String region, String side) {
        if (region.equals("lumbar-spine")) {
            return score ? "38267-1" : "24966-4";
        }
        boolean left = side.equals("left");
        return score ? left ? "80946-7" : "80945-9" : left ? "46278-8" : "46279-6";
    }
}
