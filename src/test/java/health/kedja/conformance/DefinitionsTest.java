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
    void the_operation_keeps_the_names_that_clients_depend_on() {
        OperationDefinition operation = Published.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .filter(one -> one.getCode().equals("fracture-chain"))
                .findFirst()
                .orElseThrow();
        assertThat(operation.getSystem()).isTrue();
        assertThat(operation.getInstance()).isTrue();
        assertThat(operation.getParameter().stream().flatMap(parameter -> names("", parameter)))
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
                        "out chain.chainType",
                        "out chain.step",
                        "out chain.step.code",
                        "out chain.step.status",
                        "out chain.step.due",
                        "out chain.step.done",
                        "out chain.step.onTime",
                        "out chain.step.evidence",
                        "out chain.step.reason",
                        "out chain.step.rule",
                        "out chain.preventionMeasure",
                        "out chain.preventionMeasure.measure",
                        "out chain.preventionMeasure.status",
                        "out chain.preventionMeasure.offered",
                        "out chain.preventionMeasure.done",
                        "out chain.preventionMeasure.declined",
                        "out chain.preventionMeasure.reason",
                        "out chain.preventionMeasure.evidence",
                        "out chain.preventionMeasure.rule",
                        "out treatmentCourse",
                        "out treatmentCourse.drug",
                        "out treatmentCourse.class",
                        "out treatmentCourse.status",
                        "out treatmentCourse.ordered",
                        "out treatmentCourse.start",
                        "out treatmentCourse.classStart",
                        "out treatmentCourse.treatmentStart",
                        "out treatmentCourse.lastDay",
                        "out treatmentCourse.coveredUntil",
                        "out treatmentCourse.stopped",
                        "out treatmentCourse.endReason",
                        "out treatmentCourse.switchedFrom",
                        "out treatmentCourse.switchedTo",
                        "out treatmentCourse.courseDays",
                        "out treatmentCourse.coveredDays",
                        "out treatmentCourse.proportionOfDaysCovered",
                        "out treatmentCourse.medicationPossessionRatio",
                        "out treatmentCourse.proportionOfDaysCoveredLastYear",
                        "out treatmentCourse.medicationPossessionRatioLastYear",
                        "out treatmentCourse.gap",
                        "out treatmentCourse.nextDoseDue",
                        "out treatmentCourse.nextDecision",
                        "out treatmentCourse.holidayEnds",
                        "out treatmentCourse.controlDensityDue",
                        "out treatmentCourse.controlDensityDone",
                        "out treatmentCourse.notice",
                        "out treatmentCourse.notice.code",
                        "out treatmentCourse.notice.since",
                        "out treatmentCourse.notice.evidence",
                        "out treatmentCourse.notice.rule",
                        "out treatmentCourse.notice.source",
                        "out treatmentCourse.notice.certainty",
                        "out treatmentCourse.evidence",
                        "out treatmentCourse.rule",
                        "out excludedFracture",
                        "out excludedFracture.fracture",
                        "out excludedFracture.reason",
                        "out notUnderstood",
                        "out notUnderstood.resource",
                        "out notUnderstood.code");
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
