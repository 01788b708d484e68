package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;

import java.util.function.UnaryOperator;

/** Patients who were scanned, and what a scanner measured. */
final class Scans {

    private Scans() {}

    static Patient wrist(String maker) {
        return scanned(born1950(), maker).breaks("S525", "2024-01-01").frax(20, "2024-01-10");
    }

    /** Measurements name this scanner unless they say otherwise. */
    static Patient scanned(Patient patient, String maker) {
        return patient.has(
                "scanner",
                null,
                event -> source(event, "Device/1").withCode(maker).withQualifier("as written"));
    }

    static Event source(Event event, String source) {
        return Event.of(event.kind(), event.day(), source).withCode(event.code());
    }

    static UnaryOperator<Event> bmd(String region, double value) {
        return event ->
                event.withCode(null).withQualifier(region).withValue(value).withDevice(deviceOf(event));
    }

    static String deviceOf(Event event) {
        return event.kind() == Kind.BMD || event.kind() == Kind.T_SCORE ? "Device/1" : null;
    }
}
