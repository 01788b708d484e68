package health.kedja.fhir;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/** Milligrams a day, where a dosage says so without leaving a doubt. */
final class DailyDose {

    private DailyDose() {}

    /** NaN for several dosages, doses as needed, ranges, and other units than milligrams. */
    static double of(List<Dosage> dosages) {
        if (dosages.size() != 1) {
            return Double.NaN;
        }
        Dosage dosage = dosages.get(0);
        boolean asNeeded = dosage.hasAsNeededCodeableConcept()
                || dosage.hasAsNeededBooleanType()
                        && dosage.getAsNeededBooleanType().booleanValue();
        boolean plain = !asNeeded
                && dosage.getDoseAndRate().size() == 1
                && dosage.getDoseAndRateFirstRep().hasDoseQuantity();
        return plain
                ? milligrams(dosage.getDoseAndRateFirstRep().getDoseQuantity())
                        * timesADay(dosage.getTiming().getRepeat())
                : Double.NaN;
    }

    private static double milligrams(Quantity dose) {
        String unit = dose.hasCode() ? dose.getCode() : dose.getUnit();
        return dose.hasValue() && !dose.hasComparator() && "mg".equals(unit)
                ? dose.getValue().doubleValue()
                : Double.NaN;
    }

    private static double timesADay(TimingRepeatComponent repeat) {
        BigDecimal period = repeat.getPeriod();
        if (period == null || period.signum() <= 0 || repeat.getPeriodUnit() == null || repeat.hasFrequencyMax()) {
            return Double.NaN;
        }
        double days = switch (repeat.getPeriodUnit()) {
            case H -> 1.0 / 24;
            case D -> 1;
            case WK -> 7;
            default -> Double.NaN;
        };
        int times = repeat.hasFrequency() ? repeat.getFrequency() : 1;
        return times / (period.doubleValue() * days);
    }
}
