package health.kedja.fhir;

import java.util.Map;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/** How many days a dispensing lasts: as stated, else the amount divided by the daily dose, else unknown (NaN). */
final class DaysSupplied {

    // UCUM: a month is 30.4375 days and a year 365.25.
    private static final Map<String, Double> DAYS = Map.ofEntries(
            Map.entry("h", 1.0 / 24),
            Map.entry("d", 1.0),
            Map.entry("day", 1.0),
            Map.entry("days", 1.0),
            Map.entry("dag", 1.0),
            Map.entry("dagar", 1.0),
            Map.entry("dage", 1.0),
            Map.entry("wk", 7.0),
            Map.entry("mo", 30.4375),
            Map.entry("a", 365.25));

    private DaysSupplied() {}

    static double of(MedicationDispense dispense) {
        if (dispense.hasDaysSupply() && dispense.getDaysSupply().hasValue()) {
            Double unit = DAYS.get(unit(dispense.getDaysSupply()));
            return unit == null
                    ? Double.NaN
                    : dispense.getDaysSupply().getValue().doubleValue() * unit;
        }
        if (!dispense.getQuantity().hasValue()
                || dispense.getDosageInstruction().size() != 1) {
            return Double.NaN;
        }
        double daily = daily(dispense.getDosageInstructionFirstRep(), unit(dispense.getQuantity()));
        return daily > 0 ? Math.floor(dispense.getQuantity().getValue().doubleValue() / daily) : Double.NaN;
    }

    /** The amount taken in a day, in the unit dispensed; NaN when the dosage does not say or counts in another unit. */
    private static double daily(Dosage dosage, String dispensed) {
        TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
        Double period = DAYS.get(repeat.hasPeriodUnit() ? repeat.getPeriodUnit().toCode() : "");
        if (period == null || !repeat.hasPeriod() || !dosage.hasDoseAndRate()) {
            return Double.NaN;
        }
        if (!dosage.getDoseAndRateFirstRep().hasDoseQuantity()) {
            return Double.NaN;
        }
        Quantity dose = dosage.getDoseAndRateFirstRep().getDoseQuantity();
        if (!dose.hasValue() || !unit(dose).equals(dispensed)) {
            return Double.NaN;
        }
        double times = repeat.hasFrequency() ? repeat.getFrequency() : 1;
        return dose.getValue().doubleValue() * times / (repeat.getPeriod().doubleValue() * period);
    }

    private static String unit(Quantity quantity) {
        String unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
        return unit == null ? "" : unit;
    }
}
