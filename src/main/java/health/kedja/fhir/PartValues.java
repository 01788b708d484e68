package health.kedja.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Parts of an answer; what is null or NaN is left out. */
final class PartValues {

    private static final String UCUM = "http://unitsofmeasure.org";

    private PartValues() {}

    static void add(ParametersParameterComponent out, String name, Type value) {
        if (value != null) {
            out.addPart().setName(name).setValue(value);
        }
    }

    static StringType text(String text) {
        return text == null ? null : new StringType(text);
    }

    static DateType date(LocalDate day) {
        return day == null ? null : new DateType(day.toString());
    }

    static DecimalType decimal(double value, int decimals) {
        return Double.isNaN(value) ? null : new DecimalType(rounded(value, decimals));
    }

    static Quantity quantity(double value, int decimals, String unit) {
        return Double.isNaN(value)
                ? null
                : new Quantity()
                        .setValue(rounded(value, decimals))
                        .setUnit(unit)
                        .setSystem(UCUM)
                        .setCode(unit);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
