package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import health.kedja.pathway.StepCode;
import health.kedja.server.GuidelineFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.junit.jupiter.api.Test;

class GuidelineActivitiesTest {

    private static final Guidelines GUIDELINES = GuidelineFiles.load("se-psvf-2021", Optional.empty());

    @Test
    void every_activity_that_a_plan_names_is_published_and_every_published_one_is_named() {
        for (Guideline guideline : GUIDELINES.all()) {
            PlanDefinition plan = GuidelinePlanDefinition.of(guideline);
            List<String> named = new ArrayList<>();
            for (PlanDefinitionActionComponent step : plan.getAction()) {
                for (PlanDefinitionActionComponent part : step.getAction()) {
                    if (part.hasDefinitionCanonicalType()) {
                        named.add(part.getDefinitionCanonicalType().getValue());
                    }
                }
            }

            assertThat(GuidelineActivities.of(guideline))
                    .extracting(activity -> activity.getUrl() + "|" + activity.getVersion())
                    .containsExactlyElementsOf(named)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void an_activity_names_its_rule_source_and_what_shows_it() {
        ActivityDefinition tsh = activity("se-psvf-2021-laboratory-3");

        assertThat(tsh.getTitle()).isEqualTo("Laboratory: TSH");
        assertThat(tsh.getDescription()).contains("rule D14").contains("laboratory-result:tsh");
        assertThat(tsh.getRelatedArtifactFirstRep().getLabel()).isEqualTo("D14");
        assertThat(tsh.getRelatedArtifactFirstRep().getDisplay()).endsWith("[derived]");
        assertThat(tsh.getCode().getCodingFirstRep().getCode()).isEqualTo(StepCode.LABORATORY.token());
        assertThat(tsh.getUrl()).isEqualTo("https://kedja.health/fhir/ActivityDefinition/se-psvf-2021-laboratory-3");
    }

    @Test
    void an_activity_has_the_kind_of_resource_that_asks_for_it() {
        assertThat(activity("se-psvf-2021-treatment").getKind()).isEqualTo(ActivityDefinitionKind.MEDICATIONREQUEST);
        assertThat(activity("se-psvf-2021-bone-density").getKind()).isEqualTo(ActivityDefinitionKind.SERVICEREQUEST);
        assertThat(activity("se-psvf-2021-follow-up-plan").getKind()).isEqualTo(ActivityDefinitionKind.CAREPLAN);
        assertThat(activity("se-psvf-2021-handover-1").hasKind()).isFalse();
    }

    private static ActivityDefinition activity(String id) {
        return GuidelineActivities.of(GUIDELINES.standard()).stream()
                .filter(activity -> activity.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
