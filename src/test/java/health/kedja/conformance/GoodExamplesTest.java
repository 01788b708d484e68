package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoodExamplesTest {

    static List<Path> examples() {
        return Published.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void conforms_to_its_profile(Path example) {
        assertThat(ProfileValidator.INSTANCE.errors(Published.read(example))).isEmpty();
    }

    @Test
    void every_profile_has_an_example() {
        Set<String> shown = examples().stream()
                .map(file -> (IBaseResource) Published.R4.newJsonParser().parseResource(Published.read(file)))
                .flatMap(resource -> resource.getMeta().getProfile().stream())
                .map(IPrimitiveType::getValueAsString)
                .collect(Collectors.toSet());
        Set<String> profiles = Published.definitions().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .filter(definition -> !definition.getType().equals("Extension"))
                .map(StructureDefinition::getUrl)
                .collect(Collectors.toSet());
        assertThat(profiles).hasSize(22);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(profiles);
    }
}
