package health.kedja.synthetic;

import java.util.List;

/**
 * A region.
 *
 * @param code county code of Statistics Sweden ({@code 12}) or Danish region code ({@code 1084})
 * @param name its name
 * @param people how many live there, as a weight
 * @param municipalities codes of some of its municipalities
 */
public record Region(String code, String name, double people, List<String> municipalities) {

    public Region {
        municipalities = List.copyOf(municipalities);
    }

    /** A hospital clinic of the region; 0 the orthopaedic clinic, 1 the emergency department, 2 the fracture unit. */
    String clinic(int number) {
        return "Organization/clinic-" + code + "-" + number;
    }

    /** The health centre of a municipality. */
    static String healthCentre(String municipality) {
        return "Organization/health-centre-" + municipality;
    }
}
