package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;

/** Drugs ordered, dispensed, given and said to be taken, and decisions not to. */
final class DrugEvents {

    private static final String TREATMENT_DECISION = Systems.PROFILE + "kedja-treatment-decision";

    private DrugEvents() {}

    static List<Event> of(MedicationRequest request, Reading reading) {
        if (request.getStatus() == null) {
            return List.of();
        }
        switch (request.getStatus()) {
            case DRAFT, CANCELLED, ENTEREDINERROR, NULL -> {
                return List.of();
            }
            default -> {
                // Active, on hold, stopped, completed or unknown: it was ordered.
            }
        }
        LocalDate day = reading.days().last(request.getAuthoredOnElement());
        Concept drug = Drugs.concept(request, request.getMedication(), reading);
        if (request.getDoNotPerform()) {
            return decisionAgainst(request, drug, day, reading);
        }
        if (!Statuses.isOrder(request.hasIntent() ? request.getIntent().toCode() : "order")) {
            return List.of();
        }
        return drug.isForeign()
                ? List.of(reading.notUnderstood(drug, day))
                : Drugs.events(Kind.DRUG_ORDERED, drug, day, reading).stream()
                        .map(event -> event.withValue(DailyDose.of(request.getDosageInstruction())))
                        .toList();
    }

    private static List<Event> decisionAgainst(
            MedicationRequest request, Concept drug, LocalDate day, Reading reading) {
        boolean bone = request.getMeta().getProfile().stream().anyMatch(p -> isTreatmentDecision(p.getValue()))
                || drug.meanings().stream().anyMatch(Drugs::isBoneSpecific)
                || request.getMedication() instanceof CodeableConcept code && Drugs.concernsBone(code, reading.maps());
        if (!bone) {
            return drug.isForeign() ? List.of(reading.notUnderstood(drug, day)) : List.of();
        }
        List<CodeableConcept> reasons = new ArrayList<>(request.getReasonCode());
        reasons.add(request.getStatusReason());
        return day == null
                ? List.of()
                : List.of(reading.notDone(Kind.DRUG_ORDERED.token(), NotDoneReason.of(reasons, reading.maps()), day));
    }

    private static boolean isTreatmentDecision(String profile) {
        return profile != null && (profile.equals(TREATMENT_DECISION) || profile.startsWith(TREATMENT_DECISION + "|"));
    }

    static List<Event> of(MedicationDispense dispense, Reading reading) {
        if (dispense.getStatus() == null) {
            return List.of();
        }
        Concept drug = Drugs.concept(dispense, dispense.getMedication(), reading);
        LocalDate day = reading.days()
                .last(
                        dispense.hasWhenHandedOver()
                                ? dispense.getWhenHandedOverElement()
                                : dispense.getWhenPreparedElement());
        switch (dispense.getStatus()) {
            case COMPLETED, UNKNOWN -> {
                double days = DaysSupplied.of(dispense);
                return drug.isForeign()
                        ? List.of(reading.notUnderstood(drug, day))
                        : Drugs.events(Kind.DRUG_DISPENSED, drug, day, reading).stream()
                                .map(event -> event.withValue(days))
                                .toList();
            }
            case DECLINED -> {
                // A pharmacy declines for many reasons; only a stated one is a decision about the treatment.
                String reason = dispense.hasStatusReasonCodeableConcept()
                        ? NotDoneReason.known(List.of(dispense.getStatusReasonCodeableConcept()), reading.maps())
                        : null;
                return reason == null ? List.of() : Activities.notDone(drug, reason, day, reading);
            }
            default -> {
                return List.of();
            }
        }
    }

    static List<Event> of(MedicationAdministration administration, Reading reading) {
        if (administration.getStatus() == null) {
            return List.of();
        }
        Concept drug = Drugs.concept(administration, administration.getMedication(), reading);
        LocalDate day = administration.getEffective() instanceof Period period
                ? reading.days().start(period)
                : reading.days().last((DateTimeType) administration.getEffective());
        switch (administration.getStatus()) {
            case COMPLETED, INPROGRESS, UNKNOWN -> {
                return drug.isForeign()
                        ? List.of(reading.notUnderstood(drug, day))
                        : Drugs.events(Kind.DRUG_ADMINISTERED, drug, day, reading);
            }
            case NOTDONE -> {
                String reason = NotDoneReason.of(administration.getStatusReason(), reading.maps());
                return Activities.notDone(drug, reason, day, reading);
            }
            default -> {
                return List.of();
            }
        }
    }

    /** Without a period, what is said holds on its day only. */
    static List<Event> of(MedicationStatement statement, Reading reading) {
        if (statement.getStatus() == null) {
            return List.of();
        }
        boolean ongoing;
        switch (statement.getStatus()) {
            case ACTIVE -> ongoing = true;
            case COMPLETED, STOPPED, UNKNOWN -> ongoing = false;
            default -> {
                return List.of();
            }
        }
        Concept drug = Drugs.concept(statement, statement.getMedication(), reading);
        LocalDate asserted = reading.days().last(statement.getDateAssertedElement());
        LocalDate day;
        LocalDate end;
        if (statement.getEffective() instanceof Period period && period.hasStart()) {
            day = reading.days().start(period);
            end = reading.days().end(period);
            if (end == null && !ongoing) {
                end = asserted == null ? day : asserted;
            }
        } else {
            day = statement.getEffective() instanceof DateTimeType date
                    ? reading.days().last(date)
                    : asserted;
            end = day;
        }
        if (drug.isForeign()) {
            return List.of(reading.notUnderstood(drug, day));
        }
        LocalDate last = end;
        LocalDate first = last != null && day != null && last.isBefore(day) ? last : day;
        return Drugs.events(Kind.DRUG_STATED, drug, first, reading).stream()
                .map(event -> event.withEnd(last).withValue(DailyDose.of(statement.getDosage())))
                .toList();
    }
}
