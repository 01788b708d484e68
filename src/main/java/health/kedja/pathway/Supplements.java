package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Calcium and vitamin D in the record: beside a bone-specific drug, missing there, or alone. */
final class Supplements {

    private final Course course;
    private final AdviceRules rules;
    private final AdvisedSupplements supplement;
    private final List<Event> calcium = new ArrayList<>();
    private final List<Event> vitaminD = new ArrayList<>();

    Supplements(Course course, AdviceRules rules, AdvisedSupplements supplement) {
        this.course = course;
        this.rules = rules;
        this.supplement = supplement;
        for (Event event : taken(supplement.lookBackDays())) {
            boolean both = AdvisedSupplements.begins(supplement.combined(), event.code());
            if (both || AdvisedSupplements.begins(supplement.calcium(), event.code())) {
                calcium.add(event);
            }
            if (both || AdvisedSupplements.begins(supplement.vitaminD(), event.code())) {
                vitaminD.add(event);
            }
        }
    }

    /** The line beside a drug. */
    AdviceLine besideADrug() {
        AdviceStatus status = bothRecorded() ? AdviceStatus.IN_PLACE : AdviceStatus.ADVISED;
        return AdviceLine.of(
                        AdviceKind.SUPPLEMENT,
                        "calcium-and-vitamin-d",
                        status,
                        supplement.strength(),
                        supplement.rule(),
                        bothRecorded() ? evidence() : List.of())
                .withDetail(supplement.dose());
    }

    /** The warning against giving them alone; null when they are not, or have a reason of their own. */
    AdviceLine alone() {
        boolean otherReason = taken(supplement.lookBackDays()).stream()
                .anyMatch(event -> course.guideline().drugs().find(event.code()) != null
                        || rules.riskReasons().glucocorticoids().stream().anyMatch(one -> one.isOf(event.code())));
        return !bothRecorded() || otherReason || isDeficient()
                ? null
                : AdviceLine.of(
                        AdviceKind.WARNING,
                        "calcium-and-vitamin-d-alone",
                        AdviceStatus.ADVISED,
                        Strength.NOT_TO_DO,
                        supplement.aloneRule(),
                        evidence());
    }

    /** A vitamin D so low that it is treated, by the limit of the course of treatment. */
    private boolean isDeficient() {
        SupplementRules limits = course.guideline().course().supplement();
        LocalDate first = course.today().minusDays(limits.deficiencyWithinDays());
        return course.events().stream().anyMatch(event -> limits.isDeficiency(event, first));
    }

    private boolean bothRecorded() {
        return !calcium.isEmpty() && !vitaminD.isEmpty();
    }

    private List<String> evidence() {
        List<Event> both = new ArrayList<>(calcium);
        both.addAll(vitaminD);
        return Course.sources(both, course.today());
    }

    /** Drugs prescribed, dispensed, given or said to be taken within the days before the day asked for. */
    private List<Event> taken(int days) {
        List<Event> taken = new ArrayList<>();
        for (Event event : course.events()) {
            switch (event.kind()) {
                case DRUG_ORDERED, DRUG_DISPENSED, DRUG_ADMINISTERED -> {
                    if (!event.day().isBefore(course.today().minusDays(days))) {
                        taken.add(event);
                    }
                }
                case DRUG_STATED -> {
                    if (event.end() == null
                            || !event.end().isBefore(course.today().minusDays(days))) {
                        taken.add(event);
                    }
                }
                default -> {}
            }
        }
        return taken;
    }
}
