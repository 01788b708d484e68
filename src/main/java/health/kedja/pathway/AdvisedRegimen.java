package health.kedja.pathway;

import java.util.Objects;

/**
 * How often a dose is given.
 *
 * @param every the number of units from one dose to the next
 * @param unit the unit
 */
public record AdvisedRegimen(int every, Unit unit) {

    /** A unit of time. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    public AdvisedRegimen {
        Check.range("every", every, 1, 366);
        Objects.requireNonNull(unit, "unit");
    }
}
