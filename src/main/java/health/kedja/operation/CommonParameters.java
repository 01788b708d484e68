package health.kedja.operation;

import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;

/** Parameters that operations on a patient have in common. */
public final class CommonParameters {

    private CommonParameters() {}

    /** The day to answer for: {@code asOf}, or today. */
    public static LocalDate asOf(OperationInput input, LocalDate today) {
        return input.text("asOf").map(CommonParameters::day).orElse(today);
    }

    /** The guideline to answer under: {@code guideline}, or the one configured. */
    public static Guideline guideline(OperationInput input, Guidelines guidelines) {
        return input.text("guideline").map(name -> guideline(name, guidelines)).orElseGet(guidelines::standard);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw BadParameter.of("asOf", "'" + text + "' is not a day of the calendar. Give it as YYYY-MM-DD.");
        }
    }

    private static Guideline guideline(String name, Guidelines guidelines) {
        return guidelines
                .find(name)
                .orElseThrow(() -> BadParameter.of(
                        "guideline",
                        "there is no guideline '" + name + "' here. There are: "
                                + guidelines.all().stream()
                                        .map(known -> known.id() + "|" + known.version())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
