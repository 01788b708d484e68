package health.kedja.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * Something that care asks for and that is not done, or is done.
 *
 * @param status whether it is open
 * @param title what it is about
 * @param detail in a sentence
 * @param step token of the step of the fracture chain; empty for an indicator
 * @param report what the indicator says of the patient; empty for a step
 * @param resources what it is about or what shows it, such as {@code Condition/7}
 */
public record CareGap(
        Status status,
        String title,
        String detail,
        Optional<String> step,
        Optional<MeasureReport> report,
        List<String> resources) {

    /** Whether a gap is open, as Data Exchange for Quality Measures has it. */
    public enum Status {
        OPEN_GAP,
        /** Not done, and still in time. */
        PROSPECTIVE_GAP,
        CLOSED_GAP;

        /** The code: {@code open-gap}. */
        public String token() {
            return IndicatorWords.token(this);
        }
    }
}
