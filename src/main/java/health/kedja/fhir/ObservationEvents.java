package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/** Risk, bone density, vertebral fracture assessment, laboratory results and other findings. */
final class ObservationEvents {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    /** Regions that say no more than the LOINC codes for hip and femur do. */
    private static final Set<String> GENERAL_REGIONS = Set.of("hip", "femur");

    private final Observation observation;
    private final Reading reading;
    private final LocalDate day;
    private final String encounter;
    private final BodySite where;
    private final String device;
    private final String method;
    private final List<Event> events = new ArrayList<>(2);

    private ObservationEvents(Observation observation, Concept code, Reading reading) {
        this.observation = observation;
        this.reading = reading;
        this.day = day(observation, reading.days());
        this.encounter = reading.references().of(observation.getEncounter());
        this.where = BodySite.of(List.of(observation.getBodySite()), reading.maps());
        this.device = Scanner.name(observation, reading);
        this.method = method(observation, code, reading);
    }

    static List<Event> of(Observation observation, Reading reading) {
        if (observation.getStatus() == null) {
            return List.of();
        }
        Concept code = reading.concept(observation.getCode());
        switch (observation.getStatus()) {
            case FINAL, AMENDED, CORRECTED, PRELIMINARY, UNKNOWN -> {
                return new ObservationEvents(observation, code, reading).read(code);
            }
            case CANCELLED -> {
                String reason = NotDoneReason.known(List.of(observation.getDataAbsentReason()), reading.maps());
                // A cancelled booking alone is no decision.
                return reason == null
                        ? List.of()
                        : Activities.notDone(code, reason, day(observation, reading.days()), reading);
            }
            default -> {
                return List.of();
            }
        }
    }

    private List<Event> read(Concept code) {
        if (code.isForeign() && observation.getComponent().isEmpty()) {
            return isOurs() ? List.of(reading.notUnderstood(code, day)) : List.of();
        }
        read(code, observation.getValue(), observation.getDataAbsentReason());
        for (ObservationComponentComponent component : observation.getComponent()) {
            read(reading.concept(component.getCode()), component.getValue(), component.getDataAbsentReason());
        }
        if (events.isEmpty() && code.isForeign() && isOurs()) {
            events.add(reading.notUnderstood(code, day));
        }
        Device contained = Scanner.contained(observation, reading);
        if (contained != null && events.stream().anyMatch(event -> event.device() != null)) {
            events.add(Scanner.of(contained, device, reading.maps()));
        }
        return events.stream().distinct().toList();
    }

    private void read(Concept code, Type value, CodeableConcept absent) {
        if (value == null && !absent.isEmpty()) {
            String reason = NotDoneReason.known(List.of(absent), reading.maps());
            if (reason != null) {
                events.addAll(Activities.notDone(code, reason, day, reading));
            }
            return;
        }
        if (day == null) {
            return;
        }
        for (Meaning meaning : code.meanings()) {
            read(meaning, value);
        }
    }

    private void read(Meaning meaning, Type value) {
        Target target = meaning.target();
        if (target.isDrug()) {
            return;
        }
        switch (target.kind()) {
            case FRAX_MAJOR, FRAX_HIP ->
                number(target.kind(), meaning, value, Values.percent(value), method, null, null);
            case BMD -> number(Kind.BMD, meaning, value, Values.density(value), null, region(target), side(target));
            case T_SCORE, Z_SCORE ->
                number(target.kind(), meaning, value, Values.score(value), null, region(target), side(target));
            case BODY_WEIGHT -> number(Kind.BODY_WEIGHT, meaning, value, Values.weight(value), null, null, null);
            case IMPAIRED_RISE_UP ->
                number(Kind.IMPAIRED_RISE_UP, meaning, value, Values.yesOrNo(value), null, null, null);
            case LABORATORY_RESULT ->
                events.add(event(Kind.LABORATORY_RESULT)
                        .withCode(target.code())
                        .withValue(Values.laboratory(value, target.code())));
            case VERTEBRAL_FRACTURE_ASSESSMENT ->
                events.add(event(Kind.VERTEBRAL_FRACTURE_ASSESSMENT)
                        .withCode(value instanceof CodeableConcept result ? VfaResult.of(List.of(result)) : null));
            default ->
                events.addAll(
                        Activities.done(new Concept(List.of(meaning), true, null), day, null, encounter, reading));
        }
    }

    private void number(
            Kind kind, Meaning meaning, Type value, double number, String code, String region, String laterality) {
        if (value == null) {
            return;
        }
        if (Double.isNaN(number)) {
            // Kept and reported: a number in a unit that leaves a doubt is not counted.
            String what = meaning.system() + "|" + meaning.code() + " = " + Values.describe(value);
            events.add(reading.event(Kind.NOT_UNDERSTOOD, day).withCode(what));
            return;
        }
        boolean scanned = kind == Kind.BMD || kind == Kind.T_SCORE || kind == Kind.Z_SCORE;
        events.add(event(kind)
                .withDevice(scanned ? device : null)
                .withCode(code)
                .withQualifier(region)
                .withLaterality(laterality)
                .withValue(number));
    }

    private Event event(Kind kind) {
        return reading.event(kind, day).withEncounter(encounter);
    }

    /** The body site where it says more than the code does ({@code femoral-neck} for a femur code). */
    private String region(Target target) {
        boolean refines = where.region() != null && !GENERAL_REGIONS.contains(where.region());
        return refines || target.code() == null ? where.region() : target.code();
    }

    private String side(Target target) {
        return target.laterality() == null ? where.laterality() : target.laterality();
    }

    /** Whether it is about bone by its category, or says that it is one of Kedja's profiles. */
    private boolean isOurs() {
        return observation.getCategory().stream()
                        .flatMap(category -> category.getCoding().stream())
                        .anyMatch(c -> CATEGORY.equals(c.getSystem()) && "imaging".equals(c.getCode()))
                || observation.getMeta().getProfile().stream()
                        .anyMatch(p -> p.getValue() != null && p.getValue().startsWith(Systems.PROFILE));
    }

    private static LocalDate day(Observation observation, Days days) {
        LocalDate effective = null;
        if (observation.getEffective() instanceof BaseDateTimeType date) {
            effective = days.last(date);
        } else if (observation.getEffective() instanceof Period period) {
            effective = period.hasEnd() ? days.end(period) : days.start(period);
        }
        return effective == null ? days.last(observation.getIssuedElement()) : effective;
    }

    /** With or without bone density: told by a second code or the method (KVÅ AN098, AN099), or by a component. */
    private static String method(Observation observation, Concept code, Reading reading) {
        Concept all = code.and(reading.concept(observation.getMethod()));
        for (ObservationComponentComponent component : observation.getComponent()) {
            all = all.and(reading.concept(component.getCode()));
            if (component.getValue() instanceof CodeableConcept value) {
                all = all.and(reading.concept(value));
            }
        }
        return all.meanings().stream()
                .filter(m -> m.is(Kind.RISK_ASSESSMENT) && m.target().code() != null)
                .map(m -> m.target().code())
                .findFirst()
                .orElse(null);
    }
}
