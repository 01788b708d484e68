package health.kedja.operation.fracturechain;

import health.kedja.operation.BadParameter;
import health.kedja.operation.CommonParameters;
import health.kedja.operation.OperationInput;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import java.time.LocalDate;

/**
 * What is asked.
 *
 * @param asOf the day to answer for
 * @param guideline the guideline to answer under
 * @param fracture the Condition to answer for, such as {@code Condition/7}; null for all
 * @param includeExcluded whether to list fractures that opened no chain
 */
record FractureChainRequest(LocalDate asOf, Guideline guideline, String fracture, boolean includeExcluded) {

    static FractureChainRequest parse(OperationInput input, Guidelines guidelines, LocalDate today) {
        return new FractureChainRequest(
                CommonParameters.asOf(input, today),
                CommonParameters.guideline(input, guidelines),
                input.text("fracture").map(FractureChainRequest::condition).orElse(null),
                input.flag("includeExcluded", true));
    }

    private static String condition(String reference) {
        String local = reference.replaceFirst("/_history/.*$", "");
        if (local.startsWith("urn:")) {
            return local;
        }
        String[] parts = local.split("/");
        if (parts.length < 2 || !parts[parts.length - 2].equals("Condition")) {
            throw BadParameter.of(
                    "fracture", "'" + reference + "' is not a reference to a Condition. Give it as Condition/[id].");
        }
        return "Condition/" + parts[parts.length - 1];
    }
}
