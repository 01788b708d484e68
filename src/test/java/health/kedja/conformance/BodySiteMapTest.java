package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.ConceptMap;
import org.junit.jupiter.api.Test;

class BodySiteMapTest {

    private final ConceptMap map = Terminology.map("kedja-body-site");

    @Test
    void every_target_is_a_fracture_site_or_a_bone_region() {
        assertThat(Terminology.rows(map)).isNotEmpty().allSatisfy(row -> {
            String system = row.targetSystem().substring(row.targetSystem().lastIndexOf('/') + 1);
            assertThat(system).isIn("kedja-fracture-site", "kedja-bone-region");
            assertThat(Terminology.codes(system)).contains(row.target());
        });
    }

    @Test
    void every_site_letter_of_icd_is_mapped() {
        assertThat(Terminology.rows(map)
                        .filter(row -> row.sourceSystem().endsWith("/kedja-icd-site-letter"))
                        .map(Terminology.Row::source))
                .containsExactlyInAnyOrderElementsOf(Terminology.codes("kedja-icd-site-letter"));
    }

    @Test
    void fractures_with_a_known_site_and_scores_with_a_known_region_use_the_same_vocabulary() {
        assertThat(Terminology.rows(Terminology.map("kedja-code-to-event"))
                        .map(row -> row.target().split(":"))
                        .filter(target -> target.length > 1))
                .allSatisfy(target -> {
                    if (target[0].equals("fracture")) {
                        assertThat(Terminology.codes("kedja-fracture-site")).contains(target[1]);
                    }
                    if (target[0].equals("bmd") || target[0].endsWith("-score")) {
                        assertThat(Terminology.codes("kedja-bone-region")).contains(target[1]);
                    }
                });
    }
}
