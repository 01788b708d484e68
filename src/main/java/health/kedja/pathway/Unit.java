package health.kedja.pathway;

import java.util.List;
import java.util.Map;

/** The unit that runs a chain, and what it hands over. */
final class Unit {

    private final Course course;
    private final ChainType type;
    private final List<Event> handedOver;

    /**
     * Finds the unit of a chain.
     *
     * @param course the chain
     * @param types type of each unit that states one, by its resource, such as {@code Organization/7}
     */
    Unit(Course course, Map<String, ChainType> types) {
        this.course = course;
        ChainTypes rules = course.guideline().chainTypes();
        ChainType stated = typeOf(Kind.EPISODE_OPENED, types);
        if (stated == null) {
            stated = typeOf(Kind.COORDINATOR_ASSESSMENT, types);
        }
        type = stated == null ? rules.defaultType() : stated;
        List<EvidenceToken> shownBy = rules.of(type).handedOverBy();
        handedOver =
                course.since(course.fractureDay(), event -> shownBy.stream().anyMatch(token -> token.matches(event)));
    }

    /** The type of the unit that the latest such event names. */
    private ChainType typeOf(Kind kind, Map<String, ChainType> types) {
        ChainType latest = null;
        for (Event event : course.since(course.fractureDay(), event -> event.kind() == kind)) {
            ChainType stated = event.qualifier() == null ? null : types.get(event.qualifier());
            latest = stated == null ? latest : stated;
        }
        return latest;
    }

    ChainType type() {
        return type;
    }

    /** The step as the unit answers for it: what is not done and was handed over does not concern it any more. */
    Step answersFor(Step step) {
        ChainTypeRule rule = course.guideline().chainTypes().of(type);
        boolean open = step.status() == StepStatus.DUE || step.status() == StepStatus.OVERDUE;
        if (!open || handedOver.isEmpty() || !rule.handedOver().contains(step.code())) {
            return step;
        }
        List<String> evidence = Course.sources(handedOver, course.today());
        return Steps.notApplicable(step.code(), evidence, StepReason.HANDED_OVER, rule.rule());
    }
}
