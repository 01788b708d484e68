package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** The device that measured a bone density, stored, in the same Bundle, or contained in the Observation. */
final class Scanner {

    private Scanner() {}

    /**
     * What a device says of itself.
     *
     * @param name how events name the device
     */
    static Event of(Device device, String name, CodeMaps maps) {
        String manufacturer = device.hasManufacturer() ? device.getManufacturer() : null;
        return Event.of(Kind.SCANNER, null, name)
                .withCode(manufacturer == null ? null : maps.scannerMaker(manufacturer))
                .withQualifier(manufacturer);
    }

    /** How the events of an Observation name its device; null when it has none. */
    static String name(Observation observation, Reading reading) {
        Device contained = contained(observation, reading);
        if (contained == null) {
            return reading.references().of(observation.getDevice());
        }
        String id = contained.getIdElement().getIdPart();
        return reading.source() + "#" + (id == null ? "" : id.replace("#", ""));
    }

    /** A device that the Observation itself carries, or null. */
    static Device contained(Observation observation, Reading reading) {
        Resource found = observation.hasDevice() ? reading.find(observation, observation.getDevice()) : null;
        return found instanceof Device device && observation.getContained().contains(device) ? device : null;
    }
}
