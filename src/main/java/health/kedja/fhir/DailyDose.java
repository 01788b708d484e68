package health.kedja.fhir;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/** The dose of a day in milligrams, where a dosage says so without doubt. */
final class DailyDose {

    private DailyDose() {}

    /** Milligrams a day of all dosages together; NaN when one of them cannot be read, or is only as needed. */
    static double of(List<Dosage> dosages) {
        double sum = dosages.isEmpty() ? Double.NaN : 0;
        for (Dosage dosage : dosages) {
            sum += isAsNeeded(dosage) ? Double.NaN : milligrams(dosage);
        }
        return sum;
    }

    private static boolean isAsNeeded(Dosage dosage) {
        return dosage.hasAsNeededCodeableConcept()
                || (dosage.hasAsNeededBooleanType()
                        && dosage.getAsNeededBooleanType().booleanValue());
    }

    private static double milligrams(Dosage dosage) {
        if (dosage.getDoseAndRate().size() != 1
                || !(dosage.getDoseAndRateFirstRep().getDose() instanceof Quantity dose)
                || !"mg".equals(dose.hasCode() ? dose.getCode() : dose.getUnit())
                || dose.hasComparator()
                || !dose.hasValue()) {
            return Double.NaN;
        }
        return dose.getValue().doubleValue() * timesADay(dosage.getTiming().getRepeat());
    }

    private static double timesADay(TimingRepeatComponent repeat) {
        BigDecimal period = repeat.getPeriod();
        if (period == null
                || period.signum() <= 0
                || repeat.getPeriodUnit() == null
                || repeat.hasFrequencyMax()
                || repeat.hasPeriodMax()) {
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
