package health.kedja.fhir;

import health.kedja.pathway.Applicability;
import health.kedja.pathway.EvidenceGroup;
import health.kedja.pathway.EvidenceToken;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Rule;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;

/**
 * A guideline as a PlanDefinition: one action for each step, with its time, for whom it is, what shows that it is done,
 * and the rules that say so; then the other sections, one action for each rule. Made from the guideline that is evaluated, so that the two cannot drift apart.
 */
public final class GuidelinePlanDefinition {

    private static final String STEP = Systems.CODE_SYSTEM + "kedja-step";
    private static final String TYPE = "http://terminology.hl7.org/CodeSystem/plan-definition-type";
    private static final String UCUM = "http://unitsofmeasure.org";

    private GuidelinePlanDefinition() {}

    /** The guideline as FHIR publishes it; its id is that of the guideline, its URL the canonical one. */
    public static PlanDefinition of(Guideline guideline) {
        PlanDefinition plan = new PlanDefinition();
        plan.setId(guideline.id());
        plan.setUrl(guideline.canonical());
        plan.setVersion(guideline.version());
        plan.setName("Guideline_" + guideline.id().replaceAll("[^A-Za-z0-9]", "_"));
        plan.setTitle(guideline.title());
        plan.setType(new CodeableConcept());
        plan.getType().addCoding().setSystem(TYPE).setCode("clinical-protocol");
        plan.setStatus(PublicationStatus.ACTIVE);
        plan.setPublisher("Kedja");
        plan.setDescription(guideline.description()
                + " The steps of the fracture chain and their times, counted in days from the fracture, and"
                + " the rules on entry, risk, drugs, bone density, FRAMO, courses of treatment, prevention and advice."
                + " Certainty of the whole: " + word(guideline.certainty()) + ".");
        plan.setEffectivePeriod(validity(guideline));
        plan.setText(GuidelineNarrative.of(guideline));
        for (String source : guideline.sources()) {
            plan.addRelatedArtifact().setType(RelatedArtifactType.DOCUMENTATION).setDisplay(source);
        }
        for (StepCode step : StepCode.values()) {
            action(plan.addAction(), step, guideline);
        }
        GuidelineSections.add(plan, guideline);
        return plan;
    }

    private static void action(PlanDefinitionActionComponent action, StepCode step, Guideline guideline) {
        StepRule rule = guideline.step(step);
        action.setId(step.token());
        action.setPrefix(rule.rule().id());
        action.setTitle(words(step.token()));
        action.addCode().addCoding().setSystem(STEP).setCode(step.token());
        document(action, rule.rule());
        if (!rule.appliesRule().equals(rule.rule())) {
            document(action, rule.appliesRule());
        }
        // In words: no language of expressions that R4 knows says it, and a condition must be in one.
        action.setTextEquivalent(forWhom(rule));
        action.setTiming(new Range().setLow(days(-rule.lookBackDays())).setHigh(days(rule.dueWithinDays())));
        if (step == StepCode.ADHERENCE) {
            action.setDescription("A bone-specific drug covers day " + rule.dueWithinDays() + ".");
        }
        for (int i = 0; i < rule.doneBy().size(); i++) {
            EvidenceGroup group = rule.doneBy().get(i);
            action.addAction()
                    .setTitle(group.name())
                    .setDescription("Any one of: " + tokens(group.anyOf()))
                    .setDefinition(new CanonicalType(GuidelineActivities.canonical(guideline, step, i)));
        }
        if (!rule.doneByAtLimitedLifeExpectancy().isEmpty()) {
            PlanDefinitionActionComponent instead =
                    action.addAction().setTitle("Instead, at a limited life expectancy");
            for (EvidenceGroup group : rule.doneByAtLimitedLifeExpectancy()) {
                instead.addAction().setTitle(group.name()).setDescription("Any one of: " + tokens(group.anyOf()));
            }
        }
    }

    private static void document(PlanDefinitionActionComponent action, Rule rule) {
        action.addDocumentation(GuidelineSections.documentation(rule));
    }

    private static String forWhom(StepRule rule) {
        StringBuilder whom = new StringBuilder(forWhom(rule.applies()));
        rule.appliesAboveAgeYears()
                .ifPresent(age -> whom.append("; above ").append(age).append(" years whatever the risk"));
        if (!rule.appliesAtLimitedLifeExpectancy()) {
            whom.append("; not at a limited life expectancy");
        }
        return whom.append('.').toString();
    }

    private static String forWhom(Applicability applies) {
        return switch (applies) {
            case ALWAYS -> "For everyone with an index fracture";
            case UNLESS_LOW_RISK -> "For everyone whose risk is not known to be low";
            case AT_INTERMEDIATE_RISK -> "For everyone whose risk is not known to be low or high";
            case WHEN_TREATMENT_IS_INDICATED -> "For those with an indication for treatment";
            case WITH_TREATMENT -> "For those for whom the treatment step applies";
        };
    }

    static Period validity(Guideline guideline) {
        Period period = new Period()
                .setStartElement(new DateTimeType(guideline.validFrom().toString()));
        guideline.validTo().ifPresent(day -> period.setEndElement(new DateTimeType(day.toString())));
        return period;
    }

    private static Quantity days(int days) {
        return new Quantity().setValue(days).setUnit("days").setSystem(UCUM).setCode("d");
    }

    static String tokens(List<EvidenceToken> tokens) {
        return tokens.stream().map(EvidenceToken::toString).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(String token) {
        return Character.toUpperCase(token.charAt(0)) + token.substring(1).replace('-', ' ');
    }
}
