package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Stratifier;
import health.kedja.indicator.comparison.Comparison;
import health.kedja.operation.BadParameter;
import health.kedja.operation.MeasureSubject;
import health.kedja.operation.OperationInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By what a report is divided, and which strata are compared.
 *
 * @param by stratifiers, together
 * @param compared one of them that is not time; empty to rank nothing
 */
record Stratification(List<Stratifier> by, Optional<Stratifier> compared) {

    static Stratification parse(OperationInput input, ReportType type, Optional<MeasureSubject> subject) {
        List<Stratifier> by = stratifiers(input, type);
        Optional<Stratifier> compared = input.text("compare").map(token -> stratifier("compare", token));
        compared.ifPresent(stratifier -> {
            check(stratifier, type, subject);
            if (!by.contains(stratifier)) {
                by.add(0, stratifier);
            }
        });
        return new Stratification(List.copyOf(by), compared);
    }

    private static void check(Stratifier compared, ReportType type, Optional<MeasureSubject> subject) {
        if (type != ReportType.POPULATION) {
            throw BadParameter.of(
                    "compare", "only reports of type population are compared, not those of type " + type.token + ".");
        }
        if (Comparison.isTime(compared)) {
            throw BadParameter.of(
                    "compare",
                    "'" + compared.token()
                            + "' is time, which is not ranked. Give it as stratifier: trend and run chart"
                            + " come by themselves.");
        }
        if (compared == Stratifier.UNIT
                && subject.filter(MeasureSubject::isUnit).isPresent()) {
            throw BadParameter.of(
                    "compare",
                    "a report of one unit holds no other to compare it with. Leave subject out to compare units.");
        }
    }

    private static List<Stratifier> stratifiers(OperationInput input, ReportType type) {
        List<Stratifier> by = new ArrayList<>();
        for (String text : input.texts("stratifier")) {
            for (String token : text.split(",", -1)) {
                Stratifier stratifier = stratifier("stratifier", token.strip());
                if (by.contains(stratifier)) {
                    throw BadParameter.of("stratifier", "'" + token.strip() + "' is named twice. Name it once.");
                }
                by.add(stratifier);
            }
        }
        if (!by.isEmpty() && type != ReportType.POPULATION) {
            throw BadParameter.of(
                    "stratifier", "only reports of type population are divided, not those of type " + type.token + ".");
        }
        return by;
    }

    private static Stratifier stratifier(String parameter, String token) {
        return Arrays.stream(Stratifier.values())
                .filter(one -> one.token().equals(token))
                .findFirst()
                .orElseThrow(() -> BadParameter.of(
                        parameter,
                        "there is no stratifier '" + token + "'. There are: "
                                + Arrays.stream(Stratifier.values())
                                        .map(Stratifier::token)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
