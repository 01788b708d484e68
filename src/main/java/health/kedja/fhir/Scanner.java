package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.DeviceMetric;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
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
        String manufacturer = manufacturer(device);
        return Event.of(Kind.SCANNER, null, name)
                .withCode(manufacturer == null ? null : maps.scannerMaker(manufacturer))
                .withQualifier(manufacturer);
    }

    /** As the record states it: in the field of its own, else as the name that the manufacturer's is. */
    private static String manufacturer(Device device) {
        if (device.hasManufacturer()) {
            return device.getManufacturer();
        }
        return device.getDeviceName().stream()
                .filter(name -> name.getType() == DeviceNameType.MANUFACTURERNAME && name.hasName())
                .map(Device.DeviceDeviceNameComponent::getName)
                .findFirst()
                .orElse(null);
    }

    /** How the events of an Observation name its device; null when it has none. */
    static String name(Observation observation, Reading reading) {
        Device contained = contained(observation, reading);
        if (contained == null) {
            return reading.references().of(device(observation, reading));
        }
        String id = contained.getIdElement().getIdPart();
        return reading.source() + "#" + (id == null ? "" : id.replace("#", ""));
    }

    /** A device that the Observation itself carries, or null. */
    static Device contained(Observation observation, Reading reading) {
        Reference named = device(observation, reading);
        Resource found = named.isEmpty() ? null : reading.find(observation, named);
        return found instanceof Device device && observation.getContained().contains(device) ? device : null;
    }

    /** The device that is named; a contained DeviceMetric stands for the device whose measurement it is. */
    private static Reference device(Observation observation, Reading reading) {
        Reference named = observation.getDevice();
        Resource found = named.isEmpty() ? null : reading.find(observation, named);
        return found instanceof DeviceMetric metric
                        && observation.getContained().contains(metric)
                ? metric.getSource()
                : named;
    }
}
