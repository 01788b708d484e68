package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * Allergies to drugs and intolerances of them. One that is not confirmed counts: who chooses a drug must know of it. So
 * does one without a day.
 */
final class AllergyEvents {

    private static final Set<String> VOID = Set.of("entered-in-error", "refuted");
    private static final Set<String> PAST = Set.of("inactive", "resolved");

    private AllergyEvents() {}

    static List<Event> of(AllergyIntolerance allergy, Reading reading) {
        if (has(allergy.getVerificationStatus(), VOID) || has(allergy.getClinicalStatus(), PAST)) {
            return List.of();
        }
        Concept substance = reading.concept(allergy.getCode());
        for (AllergyIntoleranceReactionComponent reaction : allergy.getReaction()) {
            substance = substance.and(reading.concept(reaction.getSubstance()));
        }
        String type = allergy.hasType() ? allergy.getType().toCode() : null;
        LocalDate day = day(allergy, reading.days());
        return substance.meanings().stream()
                .filter(meaning -> meaning.target().isDrug() || meaning.is(Kind.ALLERGY_OR_INTOLERANCE))
                .map(meaning -> meaning.target().isDrug()
                        ? meaning.code()
                        : meaning.target().code())
                .distinct()
                .map(atc -> reading.event(Kind.ALLERGY_OR_INTOLERANCE, day)
                        .withCode(atc)
                        .withQualifier(type))
                .toList();
    }

    private static LocalDate day(AllergyIntolerance allergy, Days days) {
        LocalDate onset = allergy.getOnset() instanceof DateTimeType date
                ? days.last(date)
                : allergy.getOnset() instanceof Period period ? days.start(period) : null;
        return onset == null ? days.last(allergy.getRecordedDateElement()) : onset;
    }

    // By code alone: the binding to its one system is required.
    private static boolean has(CodeableConcept status, Set<String> codes) {
        return status.getCoding().stream().anyMatch(coding -> codes.contains(coding.getCode()));
    }
}
