package health.kedja.pathway;

import java.time.LocalDate;

/** Days on which a bone-specific drug covers the patient. A prescription alone covers none. */
final class Coverage {

    private final DrugRules rules;

    Coverage(DrugRules rules) {
        this.rules = rules;
    }

    boolean covers(Event event, LocalDate day) {
        if (event.day() == null || event.day().isAfter(day)) {
            return false;
        }
        Drug drug = rules.find(event.code());
        if (drug == null) {
            return false;
        }
        return switch (event.kind()) {
            case DRUG_DISPENSED -> lasts(event, daysOf(event, drug), day);
            case DRUG_ADMINISTERED -> lasts(event, drug.doseCoversDays(), day);
            case DRUG_STATED -> event.end() == null || !event.end().isBefore(day);
            default -> false;
        };
    }

    private boolean lasts(Event event, long days, LocalDate day) {
        return day.isBefore(event.day().plusDays(days + rules.graceDays()));
    }

    private static long daysOf(Event dispensing, Drug drug) {
        return dispensing.hasValue() ? Math.round(dispensing.value()) : drug.dispensingCoversDays();
    }
}
