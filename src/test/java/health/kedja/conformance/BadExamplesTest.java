package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition.ConstraintSeverity;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadExamplesTest {

    static List<BadExample> examples() {
        return BadExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_refused_at_the_element_for_the_rule(BadExample example) {
        List<SingleValidationMessage> errors = ProfileValidator.INSTANCE.errors(example.json());
        assertThat(errors)
                .as(errors.toString())
                .anyMatch(error -> error.getLocationString().equals(example.element())
                        && error.getMessage().contains(example.rule()));
    }

    @Test
    void every_profile_refuses_something() {
        Set<String> tried = examples().stream().map(BadExample::profile).collect(Collectors.toSet());
        assertThat(profiles().stream().filter(p -> !p.getType().equals("Extension")))
                .extracting(StructureDefinition::getIdPart)
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void every_rule_that_refuses_is_broken_by_an_example() {
        Set<String> rules = new TreeSet<>();
        for (StructureDefinition profile : profiles()) {
            profile.getDifferential().getElement().stream()
                    .flatMap(element -> element.getConstraint().stream())
                    .filter(constraint -> constraint.getSeverity() == ConstraintSeverity.ERROR)
                    .map(ElementDefinitionConstraintComponent::getKey)
                    .forEach(rules::add);
        }
        Set<String> broken = examples().stream().map(BadExample::rule).collect(Collectors.toSet());
        assertThat(rules).isNotEmpty();
        assertThat(broken).containsAll(rules);
    }

    private static List<StructureDefinition> profiles() {
        return Published.definitions().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .toList();
    }
}
