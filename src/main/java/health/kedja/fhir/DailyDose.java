package health.kedja.fhir;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

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
        TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
        if (dosage.getDoseAndRate().size() != 1
                || !(dosage.getDoseAndRateFirstRep().getDose() instanceof Quantity dose)
                || !"mg".equals(dose.hasCode() ? dose.getCode() : dose.getUnit())
                || dose.hasComparator()
                || !dose.hasValue()
                || !repeat.hasFrequency()
                || repeat.hasFrequencyMax()
                || repeat.hasPeriodMax()
                || repeat.getPeriodUnit() != UnitsOfTime.D) {
            return Double.NaN;
        }
        BigDecimal days = repeat.hasPeriod() ? repeat.getPeriod() : BigDecimal.ONE;
        return days.signum() > 0
                ? dose.getValue().doubleValue() * repeat.getFrequency() / days.doubleValue()
                : Double.NaN;
    }
}
