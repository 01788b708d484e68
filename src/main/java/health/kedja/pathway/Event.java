package health.kedja.pathway;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Something that happened to a patient on a calendar day, and the resource that says so.
 *
 * @param kind what happened; decides how the other fields are used
 * @param day the day it happened; null only where {@link Kind} says so
 * @param end last day of a period, or null
 * @param code code in the vocabulary that {@link Kind} states, or null
 * @param qualifier further code as {@link Kind} states, or null
 * @param laterality {@code left}, {@code right}, {@code bilateral} or null
 * @param value a number in the unit that {@link Kind} states; NaN when there is none
 * @param source the resource that is the evidence, such as {@code Observation/123}
 * @param encounter the health care contact it belongs to, such as {@code Encounter/7}, or null
 * @param device the device that measured it, such as {@code Device/3}, or null
 */
public record Event(
        Kind kind,
        LocalDate day,
        LocalDate end,
        String code,
        String qualifier,
        String laterality,
        double value,
        String source,
        String encounter,
        String device) {

    public Event {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
    }

    /** An event that no device measured. */
    public Event(
            Kind kind,
            LocalDate day,
            LocalDate end,
            String code,
            String qualifier,
            String laterality,
            double value,
            String source,
            String encounter) {
        this(kind, day, end, code, qualifier, laterality, value, source, encounter, null);
    }

    /** An event with nothing but its kind, day and evidence. */
    public static Event of(Kind kind, LocalDate day, String source) {
        return new Event(kind, day, null, null, null, null, Double.NaN, source, null);
    }

    public Event withEnd(LocalDate newEnd) {
        return new Event(kind, day, newEnd, code, qualifier, laterality, value, source, encounter, device);
    }

    public Event withCode(String newCode) {
        return new Event(kind, day, end, newCode, qualifier, laterality, value, source, encounter, device);
    }

    public Event withQualifier(String newQualifier) {
        return new Event(kind, day, end, code, newQualifier, laterality, value, source, encounter, device);
    }

    public Event withLaterality(String newLaterality) {
        return new Event(kind, day, end, code, qualifier, newLaterality, value, source, encounter, device);
    }

    public Event withValue(double newValue) {
        return new Event(kind, day, end, code, qualifier, laterality, newValue, source, encounter, device);
    }

    public Event withEncounter(String newEncounter) {
        return new Event(kind, day, end, code, qualifier, laterality, value, source, newEncounter, device);
    }

    public Event withDevice(String newDevice) {
        return new Event(kind, day, end, code, qualifier, laterality, value, source, encounter, newDevice);
    }

    /** Whether the event carries a number. */
    public boolean hasValue() {
        return !Double.isNaN(value);
    }
}
