package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.statistics.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Quantity;

/** Estimates in the unit of an indicator's score, each with its interval. */
final class ScoreQuantity {

    private static final MathContext DIGITS = new MathContext(10);
    private static final String LEVEL = "0.95";

    private final String code;
    private final String words;

    ScoreQuantity(Indicator indicator) {
        this.code = MeasureCodes.unit(indicator);
        this.words = MeasureCodes.unitWords(indicator);
    }

    Quantity of(Estimate estimate) {
        Quantity quantity = new Quantity().setValue(number(estimate.value()));
        if (code != null) {
            quantity.setUnit(words).setSystem("http://unitsofmeasure.org").setCode(code);
        }
        Extension interval = quantity.addExtension();
        interval.setUrl(Systems.PROFILE + "kedja-interval");
        limit(interval, "low", estimate.low());
        limit(interval, "high", estimate.high());
        interval.addExtension("level", new DecimalType(LEVEL));
        interval.addExtension("method", new CodeType(estimate.method().token()));
        return quantity;
    }

    private static void limit(Extension interval, String name, double value) {
        if (Double.isFinite(value)) {
            interval.addExtension(name, new DecimalType(number(value)));
        }
    }

    /** Ten digits: far more than the data hold, and no noise of binary fractions. */
    static BigDecimal number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
