package health.kedja.operation.submitdata;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import health.kedja.indicator.Indicators;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.OperationInput;
import health.kedja.operation.Transactions;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Parameters;

/** The doors of {@code $submit-data}: for the measure in the address, or for the one that the report names. */
public final class SubmitDataProvider {

    private static final String NAME = "$submit-data";
    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/submit-data";

    private final Indicators indicators;
    private final Transactions transactions;
    private final int most;

    /** @param most resources at a time */
    public SubmitDataProvider(Indicators indicators, Transactions transactions, int most) {
        this.indicators = indicators;
        this.transactions = transactions;
        this.most = most;
    }

    /** Stores data for the measure in the address. */
    @Operation(name = NAME, type = Measure.class, canonicalUrl = DEFINITION)
    public Bundle forMeasure(@IdParam IdType id, @ResourceParam Parameters body, RequestDetails request) {
        String measure =
                MeasureParameters.ofInstance(id.getIdPart(), indicators).id();
        return store(body, Optional.of(measure), request);
    }

    /** Stores data for the measure that the report names. */
    @Operation(name = NAME, type = Measure.class, canonicalUrl = DEFINITION)
    public Bundle forMeasures(@ResourceParam Parameters body, RequestDetails request) {
        return store(body, Optional.empty(), request);
    }

    private Bundle store(Parameters body, Optional<String> measure, RequestDetails request) {
        OperationInput input = OperationInput.read(request, body, Submission.ONCE, Submission.OFTEN);
        Bundle transaction = Submission.parse(input, measure, indicators);
        if (transaction.getEntry().size() > most) {
            throw new PayloadTooLargeException(
                    "There are " + transaction.getEntry().size() + " resources; this server takes " + most
                            + " at a time. Send them in several requests.");
        }
        return transactions.store(transaction, request);
    }
}
