package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import health.kedja.pathway.Kind;
import java.util.List;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeToEventMapTest {

    private static final String ICD = "urn:oid:1.2.752.116.1.1.1";
    private static final String KVA = "urn:oid:1.2.752.116.1.3.2.1.4";
    private static final String LOINC = "http://loinc.org";

    private final ConceptMap map = Terminology.map("kedja-code-to-event");

    @Test
    void the_targets_are_exactly_the_codes_of_the_event_code_system() {
        assertThat(Terminology.rows(map).map(Terminology.Row::target).distinct())
                .containsExactlyInAnyOrderElementsOf(Terminology.codes("kedja-event"));
    }

    @Test
    void every_target_begins_with_a_kind_of_event_or_stands_for_a_drug() {
        assertThat(Terminology.rows(map)).isNotEmpty().allSatisfy(row -> {
            String kind = row.target().split(":")[0];
            if (!kind.equals("drug")) {
                assertThatCode(() -> Kind.ofToken(kind)).as(row.source()).doesNotThrowAnyException();
            }
        });
    }

    @Test
    void a_code_is_listed_once_in_its_group_and_a_system_has_one_group() {
        assertThat(map.getGroup()).extracting(group -> group.getSource()).doesNotHaveDuplicates();
        assertThat(map.getGroup())
                .allSatisfy(group -> assertThat(group.getElement())
                        .extracting(SourceElementComponent::getCode)
                        .doesNotHaveDuplicates());
    }

    @Test
    void every_row_states_how_certain_it_is() {
        assertThat(Terminology.rows(map))
                .allSatisfy(row -> assertThat(row.comment())
                        .as(row.source())
                        .matches("Certainty: (confirmed|derived|unconfirmed)\\..*"));
    }

    @Test
    void icd_codes_are_written_without_dot_and_without_the_danish_letter() {
        assertThat(Terminology.rows(map).filter(row -> row.sourceSystem().equals(ICD)))
                .allSatisfy(row -> assertThat(row.source()).matches("[A-Z][0-9]*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hip", "vertebra", "pelvis", "proximal-humerus", "wrist", "knee", "excluded-site", "not-new"})
    void every_code_of_the_fracture_value_sets_is_read_as_a_fracture(String site) {
        assertThat(codes("kedja-fracture-" + site, ICD))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(byPrefix(code)).as(code).contains("fracture"));
    }

    @Test
    void osteoporosis_with_fracture_is_both_a_fracture_and_an_osteoporosis_diagnosis() {
        assertThat(byPrefix("M800F")).containsExactly("fracture", "osteoporosis-diagnosis");
        assertThat(byPrefix("M810")).containsExactly("osteoporosis-diagnosis");
    }

    @ParameterizedTest
    @CsvSource({
        "kedja-risk-assessment, risk-assessment",
        "kedja-bone-density-scan, bone-density-scan",
        "kedja-fall-prevention, fall-prevention",
        "kedja-fall-risk-assessment, fall-risk-assessment",
        "kedja-training, training",
        "kedja-patient-education, patient-education",
        "kedja-lifestyle-advice, lifestyle-advice",
        "kedja-drug-review, drug-review",
        "kedja-hip-fracture-surgery, hip-fracture-surgery",
        "kedja-follow-up, follow-up-contact"
    })
    void a_value_set_of_interventions_and_the_map_list_the_same_codes(String valueSet, String kind) {
        assertThat(codes(valueSet, KVA)).containsExactlyInAnyOrderElementsOf(sourcesOf(KVA, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "kedja-bmd, bmd",
        "kedja-t-score, t-score",
        "kedja-z-score, z-score",
        "kedja-laboratory-loinc, laboratory-result"
    })
    void a_value_set_of_measurements_and_the_map_list_the_same_codes(String valueSet, String kind) {
        assertThat(codes(valueSet, LOINC)).containsExactlyInAnyOrderElementsOf(sourcesOf(LOINC, kind));
    }

    @Test
    void every_activity_means_an_event() {
        assertThat(Terminology.rows(map)
                        .filter(row -> row.sourceSystem().equals(Terminology.BASE + "CodeSystem/kedja-activity"))
                        .map(Terminology.Row::source)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Terminology.codes("kedja-activity"));
    }

    private List<String> byPrefix(String code) {
        for (int length = code.length(); length > 0; length--) {
            String prefix = code.substring(0, length);
            List<String> targets = Terminology.rows(map)
                    .filter(row ->
                            row.sourceSystem().equals(ICD) && row.source().equals(prefix))
                    .map(Terminology.Row::target)
                    .toList();
            if (!targets.isEmpty()) {
                return targets;
            }
        }
        return List.of();
    }

    private List<String> sourcesOf(String system, String kind) {
        return Terminology.rows(map)
                .filter(row -> row.sourceSystem().equals(system))
                .filter(row -> row.target().split(":")[0].equals(kind))
                .map(Terminology.Row::source)
                .toList();
    }

    private static List<String> codes(String valueSet, String system) {
        return Terminology.valueSet(valueSet).getCompose().getInclude().stream()
                .filter(include -> system.equals(include.getSystem()))
                .flatMap(include -> include.getConcept().stream())
                .map(concept -> concept.getCode())
                .toList();
    }
}
