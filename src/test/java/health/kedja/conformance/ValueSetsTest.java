package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.api.Test;

class ValueSetsTest {

    private static final String CERTAINTY = Terminology.BASE + "StructureDefinition/kedja-certainty";

    private final List<ValueSet> valueSets = Terminology.valueSets();

    @Test
    void a_value_set_lists_a_code_once() {
        assertThat(valueSets)
                .isNotEmpty()
                .allSatisfy(set -> assertThat(set.getCompose().getInclude().stream()
                                .flatMap(include -> include.getConcept().stream()
                                        .map(code -> include.getSystem() + "|" + code.getCode())))
                        .as(set.getUrl())
                        .doesNotHaveDuplicates());
    }

    @Test
    void every_listed_code_has_a_display() {
        assertThat(includes().flatMap(include -> include.getConcept().stream()))
                .isNotEmpty()
                .allSatisfy(concept ->
                        assertThat(concept.getDisplay()).as(concept.getCode()).isNotBlank());
    }

    @Test
    void a_certainty_is_one_of_the_published_ones() {
        assertThat(includes()
                        .flatMap(include -> include.getConcept().stream())
                        .flatMap(concept -> concept.getExtension().stream()))
                .isNotEmpty()
                .allSatisfy(extension -> assertThat(extension)
                        .returns(CERTAINTY, Extension::getUrl)
                        .satisfies(e -> assertThat(Terminology.codes("kedja-certainty"))
                                .contains(e.getValue().primitiveValue())));
    }

    @Test
    void codes_of_kedja_that_are_listed_exist() {
        assertThat(includes()
                        .filter(include ->
                                include.hasSystem() && include.getSystem().startsWith(Terminology.BASE)))
                .isNotEmpty()
                .allSatisfy(include -> assertThat(Terminology.codes(afterSlash(include.getSystem())))
                        .containsAll(include.getConcept().stream()
                                .map(concept -> concept.getCode())
                                .toList()));
    }

    @Test
    void included_value_sets_exist_and_each_is_an_include_of_its_own() {
        List<String> known = valueSets.stream().map(ValueSet::getUrl).toList();

        // Two value sets in one include would mean what they have in common, not both.
        assertThat(includes().filter(ConceptSetComponent::hasValueSet))
                .isNotEmpty()
                .allSatisfy(include -> {
                    assertThat(include.getValueSet()).hasSize(1);
                    assertThat(known).contains(include.getValueSet().get(0).getValue());
                });
    }

    @Test
    void the_sites_of_the_pathway_and_the_excluded_sites_have_no_code_in_common() {
        assertThat(codes("kedja-fracture-excluded-site"))
                .doesNotContainAnyElementsOf(Stream.of("hip", "vertebra", "pelvis", "proximal-humerus", "wrist")
                        .flatMap(site -> codes("kedja-fracture-" + site).stream())
                        .toList());
    }

    private Stream<ConceptSetComponent> includes() {
        return valueSets.stream().flatMap(set -> set.getCompose().getInclude().stream());
    }

    private static List<String> codes(String valueSet) {
        return Terminology.valueSet(valueSet).getCompose().getInclude().stream()
                .flatMap(include -> include.getConcept().stream())
                .map(concept -> concept.getCode())
                .toList();
    }

    private static String afterSlash(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
