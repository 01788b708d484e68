package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Contacts, episodes of care, procedures and reports. */
final class CareEvents {

    private CareEvents() {}

    static List<Event> of(Encounter encounter, Reading reading) {
        if (encounter.getStatus() == null) {
            return List.of();
        }
        switch (encounter.getStatus()) {
            case PLANNED, CANCELLED, ENTEREDINERROR, NULL -> {
                return List.of();
            }
            default -> {
                // Arrived or later: the contact takes or took place.
            }
        }
        LocalDate day = reading.days().first(encounter.getPeriod().getStartElement());
        if (day == null) {
            return List.of();
        }
        List<Event> events = new ArrayList<>(1);
        events.add(reading.ofUnit(
                reading.event(Kind.ENCOUNTER, day)
                        .withEnd(reading.days().end(encounter.getPeriod()))
                        .withCode(encounter.getClass_().getCode())
                        .withValue(reading.days().minutes(encounter.getPeriod().getStartElement())),
                encounter.getServiceProvider()));
        String main = MainDiagnosis.of(encounter, reading.references());
        if (main != null) {
            events.add(
                    reading.event(Kind.MAIN_DIAGNOSIS, day).withQualifier(main).withEncounter(reading.source()));
        }
        events.addAll(careHomeStay(encounter.getType(), encounter.getPeriod(), reading));
        LocalDate start = reading.days().start(encounter.getPeriod());
        List<CodeableConcept> types = new ArrayList<>(encounter.getType());
        types.add(encounter.getServiceType());
        for (CodeableConcept type : types) {
            events.addAll(Activities.done(reading.concept(type), start, null, reading.source(), reading));
        }
        return events;
    }

    static List<Event> of(EpisodeOfCare episode, Reading reading) {
        if (episode.getStatus() == null) {
            return List.of();
        }
        switch (episode.getStatus()) {
            case ACTIVE, ONHOLD, FINISHED -> {
                LocalDate start = reading.days().start(episode.getPeriod());
                Stream<Event> stays = careHomeStay(episode.getType(), episode.getPeriod(), reading).stream();
                Stream<Event> done = episode.getType().stream()
                        .flatMap(type -> Activities.done(reading.concept(type), start, null, null, reading).stream())
                        .map(event -> event.kind() == Kind.EPISODE_OPENED
                                ? reading.ofUnit(event, episode.getManagingOrganization())
                                : event);
                return Stream.concat(done, stays).distinct().toList();
            }
            default -> {
                return List.of();
            }
        }
    }

    /** A stay opens on the first day that its start may be, and closes on the last day of its end. */
    private static List<Event> careHomeStay(List<CodeableConcept> types, Period period, Reading reading) {
        LocalDate day = reading.days().first(period.getStartElement());
        boolean stay = types.stream()
                .flatMap(type -> reading.concept(type).meanings().stream())
                .anyMatch(meaning -> meaning.is(Kind.CARE_HOME_STAY));
        return stay && day != null
                ? List.of(reading.event(Kind.CARE_HOME_STAY, day)
                        .withEnd(reading.days().end(period)))
                : List.of();
    }

    /** A drug given in clinic is a Procedure with an ATC code beside the KVÅ code (DT016, DT021), or as used code. */
    static List<Event> of(Procedure procedure, Reading reading) {
        if (procedure.getStatus() == null) {
            return List.of();
        }
        Concept code = reading.concept(procedure.getCode());
        for (CodeableConcept used : procedure.getUsedCode()) {
            code = code.and(reading.concept(used));
        }
        LocalDate day = day(procedure.getPerformed(), reading.days());
        LocalDate end = procedure.getPerformed() instanceof Period period
                ? reading.days().end(period)
                : null;
        switch (procedure.getStatus()) {
            case COMPLETED, INPROGRESS, UNKNOWN -> {
                if (code.isForeign()) {
                    return List.of(reading.notUnderstood(code, day));
                }
                String encounter = reading.references().of(procedure.getEncounter());
                List<Event> events = new ArrayList<>(Activities.done(code, day, end, encounter, reading));
                String found = VfaResult.of(List.of(procedure.getOutcome()));
                events.replaceAll(event -> withResult(event, found));
                double minutes = minutes(procedure.getPerformed(), reading.days());
                events.replaceAll(
                        event -> event.kind() == Kind.HIP_FRACTURE_SURGERY ? event.withValue(minutes) : event);
                events.replaceAll(event ->
                        event.kind() == Kind.COORDINATOR_ASSESSMENT ? reading.ofUnit(event, units(procedure)) : event);
                for (Event drug : Drugs.events(Kind.DRUG_ADMINISTERED, code, day, reading)) {
                    events.add(drug.withEncounter(encounter));
                }
                return events;
            }
            case NOTDONE -> {
                String reason = NotDoneReason.of(List.of(procedure.getStatusReason()), reading.maps());
                return Activities.notDone(code, reason, day, reading);
            }
            default -> {
                return List.of();
            }
        }
    }

    /** Whom the performers act for, and performers that are units themselves. */
    private static Reference[] units(Procedure procedure) {
        return procedure.getPerformer().stream()
                .flatMap(performer -> Stream.of(performer.getOnBehalfOf(), performer.getActor()))
                .toArray(Reference[]::new);
    }

    static List<Event> of(DiagnosticReport report, Reading reading) {
        if (report.getStatus() == null) {
            return List.of();
        }
        switch (report.getStatus()) {
            case REGISTERED, CANCELLED, ENTEREDINERROR, NULL -> {
                return List.of();
            }
            default -> {
                // From partial to appended: the examination was made.
            }
        }
        LocalDate effective = day(report.getEffective(), reading.days());
        LocalDate day = effective == null ? reading.days().last(report.getIssuedElement()) : effective;
        String encounter = reading.references().of(report.getEncounter());
        List<Event> events =
                new ArrayList<>(Activities.done(reading.concept(report.getCode()), day, null, encounter, reading));
        String found = VfaResult.of(report.getConclusionCode());
        events.replaceAll(event -> withResult(event, found));
        boolean assessed = events.stream().anyMatch(e -> e.kind() == Kind.VERTEBRAL_FRACTURE_ASSESSMENT);
        if (found != null && !assessed && day != null) {
            // A DXA report that concludes on the vertebrae was a vertebral fracture assessment as well.
            events.add(reading.event(Kind.VERTEBRAL_FRACTURE_ASSESSMENT, day)
                    .withCode(found)
                    .withEncounter(encounter));
        }
        return events;
    }

    private static Event withResult(Event event, String found) {
        return event.kind() == Kind.VERTEBRAL_FRACTURE_ASSESSMENT ? event.withCode(found) : event;
    }

    private static double minutes(Type when, Days days) {
        if (when instanceof BaseDateTimeType date) {
            return days.minutes(date);
        }
        return when instanceof Period period ? days.minutes(period.getStartElement()) : Double.NaN;
    }

    static LocalDate day(Type when, Days days) {
        if (when instanceof BaseDateTimeType date) {
            return days.last(date);
        }
        return when instanceof Period period ? days.start(period) : null;
    }
}
