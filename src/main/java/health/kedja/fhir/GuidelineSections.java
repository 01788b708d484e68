package health.kedja.fhir;

import health.kedja.pathway.Guideline;
import health.kedja.pathway.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;

/**
 * The sections of a guideline beside its steps (who enters, risk, drugs, bone density, FRAMO, courses, prevention,
 * advice, types of chains) as actions of its PlanDefinition: one for each section, and in it one for each rule with its
 * id, what it states, its source and certainty.
 */
final class GuidelineSections {

    private static final String STEPS = "steps";

    private GuidelineSections() {}

    static void add(PlanDefinition plan, Guideline guideline) {
        PlanDefinitionActionComponent section = null;
        for (GuidelineRule rule : GuidelineRules.of(guideline)) {
            String name = rule.place().get(0);
            if (name.equals(STEPS)) {
                continue;
            }
            String id = "section-" + name.replace(' ', '-');
            if (section == null || !section.getId().equals(id)) {
                section = plan.addAction().setTitle(GuidelinePlanDefinition.words(name));
                section.setId(id);
            }
            add(section.addAction(), rule);
        }
    }

    private static void add(PlanDefinitionActionComponent action, GuidelineRule rule) {
        List<String> place = rule.place().subList(1, rule.place().size());
        action.setTitle(String.join(", ", place.isEmpty() ? rule.place() : place));
        String states = rule.statements().stream()
                .map(one -> GuidelineValues.words(one.field()) + ": " + one.value())
                .collect(Collectors.joining("; "));
        if (!states.isEmpty()) {
            action.setDescription(states);
        }
        rule.rule().ifPresent(one -> {
            action.setPrefix(one.id());
            action.addDocumentation(documentation(one));
        });
    }

    /** A rule as FHIR cites it: its id, its source, and how sure it is. */
    static RelatedArtifact documentation(Rule rule) {
        return new RelatedArtifact()
                .setType(RelatedArtifactType.DOCUMENTATION)
                .setLabel(rule.id())
                .setDisplay(rule.source() + " [" + rule.certainty().name().toLowerCase(Locale.ROOT) + "]");
    }
}
