package health.kedja.pathway;

import health.kedja.pathway.AdviceLine.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be known to decide and is not recorded, each once, whatever waits for it. */
final class MissingDataSearch {

    private final Course course;
    private final AdviceRules rules;
    private final Map<StepCode, Step> steps;
    private final Map<String, MissingData> missing = new LinkedHashMap<>();

    MissingDataSearch(Course course, AdviceRules rules, Map<StepCode, Step> steps) {
        this.course = course;
        this.rules = rules;
        this.steps = steps;
    }

    List<MissingData> find(RiskAssessment risk, GlucocorticoidUse glucocorticoids, List<AdviceLine> lines) {
        if (!rules.isTooLateToAsk(course)) {
            byOpenSteps(risk);
        }
        for (AdviceLine line : lines) {
            if (line.status() == AdviceStatus.WAITS) {
                line.needs().stream()
                        .filter(need -> !need.known())
                        .map(Requirement::data)
                        .forEach(data -> add(data.id(), data.name(), line.code(), data.rule(), line.due()));
            }
        }
        RiskReasonRules.GlucocorticoidReason steroids =
                rules.riskReasons().glucocorticoids().orElse(null);
        if (steroids != null
                && steroids.prednisoloneMgPerDay().isPresent()
                && glucocorticoids.counts(steroids)
                && Double.isNaN(glucocorticoids.prednisoloneMgPerDay())) {
            LocalDate due = dueOf(StepCode.RISK_ASSESSMENT);
            add("glucocorticoid-dose", "dose of glucocorticoid", "glucocorticoids", steroids.rule(), due);
        }
        if (course.birth() == null) {
            rules.riskReasons().age().ifPresent(age -> add("birth-date", "date of birth", "age", age.rule(), null));
        }
        return List.copyOf(missing.values());
    }

    private void byOpenSteps(RiskAssessment risk) {
        Guideline guideline = course.guideline();
        if (risk.level() == RiskLevel.UNKNOWN && isOpen(StepCode.RISK_ASSESSMENT)) {
            Rule rule = guideline.step(StepCode.RISK_ASSESSMENT).appliesRule();
            add("frax", "FRAX", StepCode.RISK_ASSESSMENT.token(), rule, dueOf(StepCode.RISK_ASSESSMENT));
        }
        if (steps.get(StepCode.TREATMENT).reason() == StepReason.WAITS_FOR_BONE_DENSITY) {
            Rule rule = rules.densityReply()
                    .filter(reply -> isScanned())
                    .map(DensityReply::rule)
                    .orElse(guideline.step(StepCode.BONE_DENSITY).appliesRule());
            add("t-score", "T-score", StepCode.TREATMENT.token(), rule, dueOf(StepCode.BONE_DENSITY));
        }
        laboratory();
        examination(risk);
    }

    /** What the laboratory still asks for; not before the risk says that it does. */
    private void laboratory() {
        Step step = steps.get(StepCode.LABORATORY);
        if (!isOpen(StepCode.LABORATORY) || step.reason() == StepReason.WAITS_FOR_RISK_ASSESSMENT) {
            return;
        }
        StepRule rule = course.guideline().step(StepCode.LABORATORY);
        LocalDate first = course.lookBackOf(StepCode.LABORATORY);
        Decisions decisions = new Decisions(course);
        for (EvidenceGroup group : rule.doneBy()) {
            boolean open = course.since(first, group::contains).isEmpty()
                    && decisions.against(group, StepCode.LABORATORY) == null;
            if (open) {
                add(idOf(group), group.name(), StepCode.LABORATORY.token(), rule.rule(), step.due());
            }
        }
    }

    /** What an examination still asks for, whether or not the laboratory does. */
    private void examination(RiskAssessment risk) {
        Step step = steps.get(StepCode.LABORATORY);
        boolean asked = step.status() != StepStatus.NOT_APPLICABLE && risk.level() != RiskLevel.UNKNOWN;
        if (!asked) {
            return;
        }
        LocalDate first = course.lookBackOf(StepCode.LABORATORY);
        for (NeededData data : rules.examination().orElse(List.of())) {
            if (course.since(first, event -> isTold(data, event)).isEmpty()) {
                add(data.id(), data.name(), StepCode.LABORATORY.token(), data.rule(), dueOf(StepCode.LABORATORY));
            }
        }
    }

    private static boolean isTold(NeededData data, Event event) {
        return data.anyOf().stream().anyMatch(token -> token.matches(event));
    }

    /** Whether a scan is recorded, be it without a T-score. */
    private boolean isScanned() {
        LocalDate first = course.lookBackOf(StepCode.BONE_DENSITY);
        return !course.since(first, event -> event.kind() == Kind.BONE_DENSITY_SCAN || event.kind() == Kind.BMD)
                .isEmpty();
    }

    /** The id under which the advice knows the same thing, so that it is asked for once. */
    private String idOf(EvidenceGroup group) {
        return rules.needed().stream()
                .filter(data -> data.anyOf().stream().anyMatch(group.anyOf()::contains))
                .map(NeededData::id)
                .findFirst()
                .orElseGet(() -> group.anyOf().get(0).code());
    }

    private boolean isOpen(StepCode code) {
        StepStatus status = steps.get(code).status();
        return status == StepStatus.DUE || status == StepStatus.OVERDUE;
    }

    /** When the step was due, also where it no longer is. */
    private LocalDate dueOf(StepCode code) {
        return course.dueOf(code);
    }

    private void add(String code, String name, String neededFor, Rule rule, LocalDate due) {
        missing.merge(code, new MissingData(code, name, List.of(neededFor), rule, due), MissingDataSearch::both);
    }

    private static MissingData both(MissingData one, MissingData other) {
        List<String> neededFor = new ArrayList<>(one.neededFor());
        neededFor.addAll(other.neededFor());
        LocalDate due = earlier(one.due(), other.due());
        return new MissingData(
                one.code(), one.name(), neededFor.stream().distinct().toList(), one.rule(), due);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
