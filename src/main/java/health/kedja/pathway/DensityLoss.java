package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * A real loss of bone density between two scans that can be compared. Whether scans can be, and whether a change is
 * more than the error of measurement, is judged where density is; a course only asks whether it was on treatment.
 *
 * @param from day of the earlier scan
 * @param to day of the later scan
 * @param evidence the resources of both
 */
public record DensityLoss(LocalDate from, LocalDate to, List<String> evidence) {

    public DensityLoss {
        evidence = List.copyOf(evidence);
    }
}
