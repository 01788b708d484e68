package health.kedja.fhir;

import health.kedja.pathway.EvidenceGroup;
import health.kedja.pathway.EvidenceToken;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Kind;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/**
 * What the steps of a guideline ask someone to do, as ActivityDefinitions: one for each thing that a step asks for, so
 * that another system can plan it without knowing Kedja's words.
 */
public final class GuidelineActivities {

    private static final String BASE = Systems.BASE + "/ActivityDefinition/";
    private static final String STEP = Systems.CODE_SYSTEM + "kedja-step";

    private GuidelineActivities() {}

    /** All of them, in order of the steps. */
    public static List<ActivityDefinition> of(Guideline guideline) {
        List<ActivityDefinition> activities = new ArrayList<>();
        for (StepCode step : StepCode.values()) {
            StepRule rule = guideline.step(step);
            for (int i = 0; i < rule.doneBy().size(); i++) {
                activities.add(activity(guideline, step, rule, i));
            }
        }
        return List.copyOf(activities);
    }

    /** The URL, with version, of the activity for the n-th thing (from 0) that a step asks for. */
    static String canonical(Guideline guideline, StepCode step, int number) {
        return BASE + id(guideline, step, number) + "|" + guideline.version();
    }

    private static String id(Guideline guideline, StepCode step, int number) {
        String suffix = guideline.step(step).doneBy().size() == 1 ? "" : "-" + (number + 1);
        String id = guideline.id() + "-" + step.token() + suffix;
        if (id.length() > 64) {
            throw new IllegalArgumentException("'" + guideline.id() + "' is too long: '" + id
                    + "' would be the id of a resource, which may have 64 characters");
        }
        return id;
    }

    private static ActivityDefinition activity(Guideline guideline, StepCode step, StepRule rule, int number) {
        EvidenceGroup group = rule.doneBy().get(number);
        String id = id(guideline, step, number);
        ActivityDefinition activity = new ActivityDefinition();
        activity.setId(id);
        activity.setUrl(BASE + id);
        activity.setVersion(guideline.version());
        activity.setName("Activity_" + id.replaceAll("[^A-Za-z0-9]", "_"));
        activity.setTitle(GuidelinePlanDefinition.words(step.token()) + ": " + group.name());
        activity.setStatus(PublicationStatus.ACTIVE);
        activity.setPublisher("Kedja");
        activity.setDescription("Asked for by " + guideline.title() + ", rule "
                + rule.rule().id() + ". Shown by any one of: " + GuidelinePlanDefinition.tokens(group.anyOf()) + ".");
        activity.setEffectivePeriod(GuidelinePlanDefinition.validity(guideline));
        activity.getCode().addCoding().setSystem(STEP).setCode(step.token());
        activity.getCode().setText(group.name());
        ActivityDefinitionKind kind = kind(group);
        if (kind != null) {
            activity.setKind(kind);
        }
        activity.addRelatedArtifact(GuidelineSections.documentation(rule.rule()));
        return activity;
    }

    /** The resource that asks for it; null where what shows it is asked for by different ones. */
    private static ActivityDefinitionKind kind(EvidenceGroup group) {
        Set<ActivityDefinitionKind> kinds = new LinkedHashSet<>();
        for (EvidenceToken token : group.anyOf()) {
            kinds.add(kind(token.kind()));
        }
        return kinds.size() == 1 ? kinds.iterator().next() : null;
    }

    private static ActivityDefinitionKind kind(Kind kind) {
        return switch (kind) {
            case DRUG_ORDERED, DRUG_DISPENSED, DRUG_ADMINISTERED, DRUG_STATED ->
                ActivityDefinitionKind.MEDICATIONREQUEST;
            case FOLLOW_UP_PLAN, EPISODE_OPENED -> ActivityDefinitionKind.CAREPLAN;
            case DISCHARGE_NOTE -> ActivityDefinitionKind.COMMUNICATIONREQUEST;
            default -> ActivityDefinitionKind.SERVICEREQUEST;
        };
    }
}
