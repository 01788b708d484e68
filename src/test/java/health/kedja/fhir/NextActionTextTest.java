package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextActionTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "da"})
    void reasons_are_called_what_their_code_system_calls_them(String language) throws IOException {
        List<Coding> offered = new NextActionText(Locale.forLanguageTag(language)).reasonsAgainst();

        assertThat(offered).extracting(Coding::getSystem).containsOnly(Systems.NOT_DONE_REASON);
        assertThat(offered.stream().collect(Collectors.toMap(Coding::getCode, Coding::getDisplay)))
                .isEqualTo(names(language));
    }

    private static Map<String, String> names(String language) throws IOException {
        try (InputStream in =
                NextActionTextTest.class.getResourceAsStream("/terminology/CodeSystem-kedja-not-done-reason.json")) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, in).getConcept().stream()
                    .collect(Collectors.toMap(
                            ConceptDefinitionComponent::getCode,
                            concept -> concept.getDesignation().stream()
                                    .filter(one -> language.equals(one.getLanguage()))
                                    .findFirst()
                                    .map(CodeSystem.ConceptDefinitionDesignationComponent::getValue)
                                    .orElse(concept.getDisplay())));
        }
    }
}
