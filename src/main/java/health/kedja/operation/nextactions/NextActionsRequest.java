package health.kedja.operation.nextactions;

import health.kedja.operation.CommonParameters;
import health.kedja.operation.OperationInput;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import java.time.LocalDate;
import java.util.Set;

/**
 * What is asked.
 *
 * @param asOf the day to answer for
 * @param guideline the guideline to answer under
 */
record NextActionsRequest(LocalDate asOf, Guideline guideline) {

    static final Set<String> PARAMETERS = Set.of("asOf", "guideline");

    static NextActionsRequest parse(OperationInput input, Guidelines guidelines, LocalDate today) {
        return new NextActionsRequest(
                CommonParameters.asOf(input, today), CommonParameters.guideline(input, guidelines));
    }
}
