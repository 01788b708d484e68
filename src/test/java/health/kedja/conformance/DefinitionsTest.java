package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionsTest {

    static List<Path> definitions() {
        return Published.json("profiles");
    }

    /** Without extensions: HAPI's validator asks for a package that it does not have to build their snapshot. */
    static List<Path> profilesAndOperations() {
        return definitions().stream()
                .filter(file -> !Published.read(file).contains("\"type\": \"Extension\","))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("profilesAndOperations")
    void is_valid_R4(Path definition) {
        assertThat(ProfileValidator.INSTANCE.errors(Published.read(definition)))
                .as(definition.toString())
                .isEmpty();
    }

    @Test
    void all_say_who_publishes_them_and_in_which_version() {
        assertThat(definitions()).isNotEmpty().allSatisfy(file -> {
            MetadataResource definition =
                    (MetadataResource) Published.R4.newJsonParser().parseResource(Published.read(file));
            assertThat(definition.getUrl()).startsWith("https://kedja.health/fhir/" + definition.fhirType() + "/");
            assertThat(definition.getVersion()).as(definition.getUrl()).isEqualTo("0.1.0");
            assertThat(definition.getPublisher()).as(definition.getUrl()).isEqualTo("Kedja");
        });
    }

    @Test
    void profiles_stand_on_R4_alone_and_carry_their_snapshot() {
        assertThat(profiles()).allSatisfy(profile -> {
            assertThat(profile.getBaseDefinition()).startsWith("http://hl7.org/fhir/StructureDefinition/");
            assertThat(profile.getSnapshot().getElement()).isNotEmpty();
        });
    }

    @Test
    void each_rule_has_one_meaning_and_an_understandable_text() {
        List<ElementDefinitionConstraintComponent> rules = profiles().stream()
                .flatMap(profile -> profile.getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .toList();
        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(rule.getHuman()).hasSizeBetween(25, 320).endsWith("."));
        Set<String> keys = new TreeSet<>();
        Set<String> meanings = new TreeSet<>();
        rules.forEach(rule -> {
            keys.add(rule.getKey());
            meanings.add(rule.getKey() + rule.getHuman() + rule.getExpression());
        });
        assertThat(meanings).hasSameSizeAs(keys);
    }

    @Test
    void the_fracture_chain_keeps_the_names_that_clients_depend_on() {
        OperationDefinition operation = operation("fracture-chain");
        assertThat(operation.getSystem()).isTrue();
        assertThat(operation.getInstance()).isTrue();
        assertThat(names(operation))
                .containsSubsequence(
                        "in asOf",
                        "in guideline",
                        "in fracture",
                        "in includeExcluded",
                        "in bundle",
                        "out patient",
                        "out asOf",
                        "out guideline",
                        "out chain",
                        "out chain.indexFracture",
                        "out chain.fractureDate",
                        "out chain.site",
                        "out chain.risk",
                        "out chain.status",
                        "out chain.endReason",
                        "out chain.completion",
                        "out chain.step",
                        "out chain.step.code",
                        "out chain.step.status",
                        "out chain.step.due",
                        "out chain.step.done",
                        "out chain.step.onTime",
                        "out chain.step.evidence",
                        "out chain.step.reason",
                        "out chain.step.rule",
                        "out chain.step.certainty",
                        "out chain.riskReason",
                        "out chain.riskReason.code",
                        "out chain.riskReason.decides",
                        "out chain.riskReason.value",
                        "out chain.riskReason.rule",
                        "out chain.riskReason.source",
                        "out chain.riskReason.certainty",
                        "out chain.riskReason.evidence",
                        "out chain.riskReason.text",
                        "out chain.advice",
                        "out chain.advice.kind",
                        "out chain.advice.code",
                        "out chain.advice.status",
                        "out chain.advice.strength",
                        "out chain.advice.rank",
                        "out chain.advice.priority",
                        "out chain.advice.drug",
                        "out chain.advice.route",
                        "out chain.advice.regimen",
                        "out chain.advice.level",
                        "out chain.advice.duration",
                        "out chain.advice.durationRule",
                        "out chain.advice.needs",
                        "out chain.advice.needs.code",
                        "out chain.advice.needs.known",
                        "out chain.advice.needs.rule",
                        "out chain.advice.needs.source",
                        "out chain.advice.needs.certainty",
                        "out chain.advice.needs.evidence",
                        "out chain.advice.contraindication",
                        "out chain.advice.contraindication.code",
                        "out chain.advice.contraindication.rule",
                        "out chain.advice.contraindication.source",
                        "out chain.advice.contraindication.certainty",
                        "out chain.advice.contraindication.evidence",
                        "out chain.advice.contraindication.text",
                        "out chain.advice.caution",
                        "out chain.advice.caution.code",
                        "out chain.advice.caution.rule",
                        "out chain.advice.caution.source",
                        "out chain.advice.caution.certainty",
                        "out chain.advice.caution.evidence",
                        "out chain.advice.caution.text",
                        "out chain.advice.due",
                        "out chain.advice.detail",
                        "out chain.advice.rule",
                        "out chain.advice.source",
                        "out chain.advice.certainty",
                        "out chain.advice.because",
                        "out chain.advice.evidence",
                        "out chain.advice.text",
                        "out chain.advice.note",
                        "out chain.missing",
                        "out chain.missing.code",
                        "out chain.missing.neededFor",
                        "out chain.missing.due",
                        "out chain.missing.rule",
                        "out chain.missing.source",
                        "out chain.missing.certainty",
                        "out chain.missing.text",
                        "out excludedFracture",
                        "out excludedFracture.fracture",
                        "out excludedFracture.reason",
                        "out excludedFracture.rule",
                        "out excludedFracture.source",
                        "out excludedFracture.certainty",
                        "out notUnderstood",
                        "out notUnderstood.resource",
                        "out notUnderstood.code");
    }

    @Test
    void the_worklist_keeps_the_names_that_clients_depend_on_and_gives_advice_as_the_chain_does() {
        OperationDefinition operation = operation("next-actions");
        assertThat(operation.getSystem()).isFalse();
        assertThat(operation.getInstance()).isTrue();
        assertThat(names(operation).filter(name -> !name.contains("action.advice.")))
                .containsExactly(
                        "in asOf",
                        "in guideline",
                        "out patient",
                        "out asOf",
                        "out guideline",
                        "out note",
                        "out action",
                        "out action.type",
                        "out action.what",
                        "out action.fracture",
                        "out action.due",
                        "out action.overdue",
                        "out action.why",
                        "out action.why.rule",
                        "out action.why.source",
                        "out action.why.certainty",
                        "out action.why.evidence",
                        "out action.why.reason",
                        "out action.text",
                        "out action.advice");
        assertThat(names(operation)
                        .filter(name -> name.contains("action.advice."))
                        .map(name -> name.replace("action.", "chain.")))
                .containsExactlyElementsOf(names(operation("fracture-chain"))
                        .filter(name -> name.contains("chain.advice."))
                        .toList());
    }

    private static OperationDefinition operation(String code) {
        return Published.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .filter(operation -> operation.getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> names(OperationDefinition operation) {
        return operation.getParameter().stream().flatMap(parameter -> names("", parameter));
    }

    private static Stream<String> names(String path, OperationDefinitionParameterComponent parameter) {
        String name = path + parameter.getName();
        return Stream.concat(
                Stream.of(parameter.getUse().toCode() + " " + name),
                parameter.getPart().stream().flatMap(part -> names(name + ".", part)));
    }

    private static List<StructureDefinition> profiles() {
        return Published.definitions().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .toList();
    }
}
