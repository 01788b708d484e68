package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import com.github.dnault.xmlpatch.PatchException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Answers 400 where HAPI answers 500 although the fault is in the request. Each kind of failure that can only come from
 * what the client sent is named here; any other remains the server's.
 */
@Interceptor
public final class ClientFaults {

    /** HAPI's code for a method that does not take what the body was read as. */
    private static final String OTHER_ARGUMENT = "HAPI-0390";

    /** HAPI's code for a date or number that is none. A batch answers it with 500, a search of its own with 400. */
    private static final Pattern NO_DATE_OR_NUMBER = Pattern.compile("^(HAPI-2223: )?HAPI-1940: (.*)", Pattern.DOTALL);

    /** SQL states of values that a column cannot hold. */
    private static final String DATA_EXCEPTION = "22";

    /** HAPI's words where it would ask the full-text index that this server does without. */
    private static final Pattern UNEXPANDABLE =
            Pattern.compile("(?i)hibernate search (is not enabled|is disabled|was not initialized)");

    /** Where HAPI reads references that are conditions. */
    private static final String CONDITIONAL = ".BaseSearchParamWithInlineReferencesExtractor";

    private static final int INNERMOST = 3;
    private static final int CAUSES = 10;

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException translate(RequestDetails request, Throwable failure) {
        boolean known = failure instanceof BaseServerResponseException && !(failure instanceof InternalErrorException);
        if (known && ServerFaults.tells(failure.getMessage())) {
            return ServerFaults.of(failure);
        }
        if (known || failure instanceof DataFormatException) {
            return null;
        }
        if (String.valueOf(failure.getMessage()).startsWith(OTHER_ARGUMENT)) {
            return RefusedRequest.of(
                    IssueType.INVALID, "The body is a resource of another type than this takes. Send Parameters.");
        }
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            String fault = fault(cause);
            if (fault != null) {
                return RefusedRequest.of(IssueType.VALUE, fault);
            }
            cause = cause.getCause();
        }
        return ServerFaults.of(failure);
    }

    private static String fault(Throwable cause) {
        if (cause instanceof DataFormatException) {
            return cause.getMessage();
        }
        if (cause instanceof NumberFormatException) {
            return "A number is expected, and is not one or is too large. " + cause.getMessage();
        }
        if (cause instanceof PatchException) {
            return "The patch cannot be read or applied: " + cause.getMessage();
        }
        if (UNEXPANDABLE.matcher(String.valueOf(cause.getMessage())).find()) {
            return "A value set that takes in a whole code system cannot be searched by (:in, :not-in). Give the codes, or"
                    + " a value set that lists them.";
        }
        if (cause instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION)) {
            return "A value has the character NUL, or is a number that cannot be stored.";
        }
        StackTraceElement[] frames = cause.getStackTrace();
        if (frames.length > 0 && frames[0].getClassName().equals("java.net.URLDecoder")) {
            return "A % in an address or a form stands before two hexadecimal digits; here it does not.";
        }
        if (cause instanceof IllegalArgumentException
                && Stream.of(frames)
                        .limit(INNERMOST)
                        .anyMatch(frame -> frame.getClassName().endsWith(CONDITIONAL))) {
            return "A reference begins with a question mark. To name what meets a condition give the type before it, such"
                    + " as Patient?identifier=1.";
        }
        boolean whilePatching = frames.length > 0 && frames[0].getClassName().startsWith("ca.uhn.fhir.jpa.patch.");
        return whilePatching
                ? "The patch names an element that the resource does not have, or gives it a value of another type."
                : null;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void correct(RequestDetails request, IBaseResource response) {
        if (response instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCHRESPONSE) {
            bundle.getEntry().forEach(ClientFaults::correct);
        }
    }

    private static void correct(BundleEntryComponent entry) {
        if (entry.getResponse().hasStatus() && entry.getResponse().getOutcome() instanceof OperationOutcome outcome) {
            String words = String.valueOf(outcome.getIssueFirstRep().getDiagnostics());
            boolean failed = entry.getResponse().getStatus().startsWith("500");
            if (failed && NO_DATE_OR_NUMBER.matcher(words).matches()) {
                entry.getResponse().setStatus("400 Bad Request");
                outcome.getIssueFirstRep().setCode(IssueType.VALUE);
            } else if (failed || ServerFaults.tells(words)) {
                BaseServerResponseException answer = ServerFaults.of(new InternalErrorException(words));
                entry.getResponse().setStatus(String.valueOf(answer.getStatusCode()));
                entry.getResponse().setOutcome((OperationOutcome) answer.getOperationOutcome());
            }
        }
    }
}
