package health.kedja.fhir;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Where on the body: fracture site, bone region and side, each null when not stated or not known.
 *
 * <p>SNOMED CT may come as an expression, {@code 71341001:272741003=7771000} (femur: laterality = left), as in the
 * FHIR R4 example of a femur bone density.
 */
record BodySite(String site, String region, String laterality) {

    static final BodySite NONE = new BodySite(null, null, null);

    private static final Map<String, String> SIDES =
            Map.of("7771000", "left", "24028007", "right", "51440002", "bilateral");

    static BodySite of(List<CodeableConcept> concepts, CodeMaps maps) {
        String site = null;
        String region = null;
        String laterality = null;
        for (CodeableConcept concept : concepts) {
            for (Coding coding : concept.getCoding()) {
                if (!coding.hasCode() || !coding.hasSystem()) {
                    continue;
                }
                String system = maps.canonical(coding.getSystem());
                String[] expression = coding.getCode().split("[:,{}+]");
                for (String part : expression) {
                    String[] refinement = part.trim().split("=");
                    String code = refinement[refinement.length - 1]
                            .replaceAll("\\|[^|]*\\|", "")
                            .trim();
                    if (system.equals(Systems.SNOMED_CT) && SIDES.containsKey(code)) {
                        laterality = laterality == null ? SIDES.get(code) : laterality;
                    } else if (refinement.length == 1) {
                        site = site == null ? maps.site(system, code) : site;
                        region = region == null ? maps.region(system, code) : region;
                    }
                }
            }
        }
        return site == null && region == null && laterality == null ? NONE : new BodySite(site, region, laterality);
    }
}
