package health.kedja.server;

import ca.uhn.fhir.batch2.jobs.imprt.BulkDataImportProvider;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * Refuses a bulk import from where nothing may be fetched, before a job is made of it. {@link FetchedFiles} looks at the
 * addresses again when it fetches. Where nothing may be fetched at all, the operation is not stated either.
 */
@Interceptor
public final class ImportGate {

    private static final String IMPORT = "import";
    /** After access control, so that only those learn what may be fetched who may import. */
    private static final int AFTER_ACCESS = 100;

    private final ImportSources sources;

    ImportGate(ImportSources sources) {
        this.sources = sources;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_ACCESS)
    public void check(RequestDetails request) {
        if (!("$" + IMPORT).equals(request.getOperation())) {
            return;
        }
        if (sources.isEmpty()) {
            throw forbidden(
                    "The operation $import is turned off: it fetches files from addresses that a client names, and"
                            + " there is no address from which this server may. Set " + ImportSources.SETTING
                            + " to the beginnings of those that it may, such as https://files.example.org/kedja/.");
        }
        if (request.getResource() instanceof Parameters body) {
            addresses(body)
                    .filter(address -> sources.allowed(address).isEmpty())
                    .findFirst()
                    .ifPresent(address -> {
                        throw forbidden(
                                "Parameter 'input.url' is '" + shown(address) + "', from where this server does not"
                                        + " fetch files: it is not within what " + ImportSources.SETTING
                                        + " lists, or not written plainly"
                                        + " (http or https, the host as it is listed, no user, no '..'). Serve the files from an address"
                                        + " that is listed, or have it added to the setting.");
                    });
            if (hasDetail(body, BulkDataImportProvider.PARAM_STORAGE_DETAIL_CHUNK_BY_COMPARTMENT_NAME)) {
                throw RefusedRequest.of(
                        IssueType.NOTSUPPORTED,
                        "Parameter 'storageDetail.chunkByCompartmentName' is not offered by this server. Leave it out.");
            }
        }
    }

    private static Stream<String> addresses(Parameters body) {
        return parts(body, BulkDataImportProvider.PARAM_INPUT)
                .filter(part -> BulkDataImportProvider.PARAM_INPUT_URL.equals(part.getName()) && part.hasValue())
                .map(part -> part.getValue().primitiveValue());
    }

    private static boolean hasDetail(Parameters body, String name) {
        return parts(body, BulkDataImportProvider.PARAM_STORAGE_DETAIL).anyMatch(part -> name.equals(part.getName()));
    }

    private static Stream<ParametersParameterComponent> parts(Parameters body, String parameter) {
        return body.getParameter().stream()
                .filter(input -> parameter.equals(input.getName()))
                .flatMap(input -> input.getPart().stream());
    }

    private static String shown(String address) {
        int longest = 100;
        return address.length() > longest ? address.substring(0, longest) + "…" : address;
    }

    private static ForbiddenOperationException forbidden(String problem) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.FORBIDDEN)
                .setDiagnostics(problem);
        return new ForbiddenOperationException(problem, outcome);
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void state(IBaseConformance statement) {
        if (sources.isEmpty()) {
            ((CapabilityStatement) statement)
                    .getRest()
                    .forEach(rest -> rest.getOperation().removeIf(operation -> IMPORT.equals(operation.getName())));
        }
    }
}
