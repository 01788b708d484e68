package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepRule;
import health.kedja.server.GuidelineFiles;
import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidelinePlanDefinitionTest {

    @ParameterizedTest
    @ValueSource(strings = {"se-psvf-2021", "se-skane-2018", "se-svos-2021", "dk-dks", "iof-fls"})
    void every_step_is_an_action_with_its_time_and_rules(String id) {
        Guideline guideline = guideline(id);
        PlanDefinition plan = GuidelinePlanDefinition.of(guideline);

        assertThat(plan.getUrl() + "|" + plan.getVersion()).isEqualTo(guideline.canonicalWithVersion());
        assertThat(plan.getIdElement().getIdPart()).isEqualTo(id);
        assertThat(plan.getRelatedArtifact())
                .extracting(RelatedArtifact::getDisplay)
                .containsExactlyElementsOf(guideline.sources());
        assertThat(plan.getAction().subList(0, StepCode.values().length))
                .extracting(
                        action -> action.getCodeFirstRep().getCodingFirstRep().getCode())
                .containsExactlyElementsOf(
                        Arrays.stream(StepCode.values()).map(StepCode::token).toList());
        for (StepCode step : StepCode.values()) {
            PlanDefinitionActionComponent action = plan.getAction().get(step.ordinal());
            StepRule rule = guideline.step(step);
            assertThat(action.getTimingRange().getHigh().getValue().intValue()).isEqualTo(rule.dueWithinDays());
            assertThat(action.getTimingRange().getLow().getValue().intValue()).isEqualTo(-rule.lookBackDays());
            assertThat(action.getPrefix()).isEqualTo(rule.rule().id());
            assertThat(action.getDocumentation().get(0).getLabel())
                    .isEqualTo(rule.rule().id());
            assertThat(action.getDocumentation().get(0).getDisplay())
                    .startsWith(rule.rule().source());
            assertThat(action.getAction())
                    .hasSizeGreaterThanOrEqualTo(rule.doneBy().size());
        }
    }

    @Test
    void what_shows_that_a_step_is_done_is_listed() {
        PlanDefinitionActionComponent laboratory = GuidelinePlanDefinition.of(guideline("se-psvf-2021"))
                .getAction()
                .get(StepCode.LABORATORY.ordinal());

        assertThat(laboratory.getAction())
                .extracting(PlanDefinitionActionComponent::getDescription)
                .anyMatch(text -> text.contains("laboratory-result:egfr"));
    }

    @Test
    void for_whom_a_step_is_is_said_in_words() {
        assertThat(GuidelinePlanDefinition.of(guideline("se-psvf-2021")).getAction())
                .extracting(PlanDefinitionActionComponent::getTextEquivalent)
                .element(StepCode.IDENTIFICATION.ordinal())
                .asString()
                .startsWith("For everyone with an index fracture");
    }

    @Test
    void it_is_the_same_after_a_journey_as_json() {
        PlanDefinition plan = GuidelinePlanDefinition.of(guideline("se-skane-2018"));
        var parser = FhirContext.forR4Cached().newJsonParser();
        String json = parser.encodeResourceToString(plan);

        assertThat(parser.encodeResourceToString(parser.parseResource(json))).isEqualTo(json);
        assertThat(json).contains("\"end\":\"2021-06-30\"");
    }

    private static Guideline guideline(String id) {
        return GuidelineFiles.load(id, Optional.empty()).standard();
    }
}
