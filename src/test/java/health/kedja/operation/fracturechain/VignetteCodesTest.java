package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ConceptMap;
import org.junit.jupiter.api.Test;

/** The vignettes speak every dialect that Kedja says it understands. */
class VignetteCodesTest {

    @Test
    void every_published_alias_of_a_code_system_is_used_by_a_vignette() throws IOException {
        Set<String> unused = new TreeSet<>();
        String sent = Vignette.all().map(Vignette::bundle).collect(Collectors.joining());
        aliases()
                .getGroup()
                .forEach(group -> group.getElement().stream()
                        .filter(alias -> !sent.contains('"' + alias.getCode() + '"'))
                        .forEach(alias -> unused.add(alias.getCode())));
        assertThat(unused).isEmpty();
    }

    @Test
    void each_vignette_names_the_source_of_its_expectation() {
        assertThat(Vignette.all()).hasSizeGreaterThanOrEqualTo(16).allSatisfy(vignette -> {
            assertThat(vignette.questions()).as(vignette.name()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(vignette.sources()).as(vignette.name()).isNotEmpty();
        });
    }

    private static ConceptMap aliases() throws IOException {
        String file = "/terminology/ConceptMap-kedja-system-alias.json";
        try (InputStream map = VignetteCodesTest.class.getResourceAsStream(file)) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(ConceptMap.class, map);
        }
    }
}
