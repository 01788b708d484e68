package health.kedja.server;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * What a client is told when the fault is the server's: whether to try again, and nothing of the database or the code.
 * The log has the rest, see {@link FailureLog}.
 */
final class ServerFaults {

    static final String NEUTRAL = "The server failed to answer. The reason is in its log.";

    private static final String LATER_SECONDS = "5";
    private static final int UNAVAILABLE = 503;
    private static final int TIMED_OUT = 504;
    private static final int CAUSES = 20;

    /** SQL states: query cancelled. */
    private static final String CANCELLED = "57014";
    /** Lock not available, deadlock, idle in a transaction, server going down or full, connection lost. */
    private static final Pattern BUSY = Pattern.compile("55P03|40P01|25P03|57P0[0-9]|53[0-9]{3}|08[0-9A-Z]{3}");

    /** Where HAPI has kept the message of a failed search and nothing else. */
    private static final Pattern CANCELLED_TEXT = Pattern.compile("canceling statement due to statement timeout");

    private static final Pattern BUSY_TEXT =
            Pattern.compile("canceling statement due to lock timeout|Connection is not available, request timed out");

    /** What HAPI quotes of the database. */
    private static final Pattern DATABASE = Pattern.compile("JDBC|SQL \\[|Callback; |(?i:\\[?select .+ from |hfj_)");

    private ServerFaults() {}

    /** Whether a message says more of the database than a client is to know. */
    static boolean tells(String message) {
        return message != null && DATABASE.matcher(message).find();
    }

    /** What to answer in place of a failure that is not the client's fault. */
    static BaseServerResponseException of(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            String message = String.valueOf(cause.getMessage());
            if (state.equals(CANCELLED) || CANCELLED_TEXT.matcher(message).find()) {
                return answer(
                        TIMED_OUT,
                        IssueType.TIMEOUT,
                        "The database did not answer within kedja.database.statement-timeout. Ask for less: narrow the"
                                + " search, or send smaller Bundles.",
                        failure);
            }
            if (BUSY.matcher(state).matches()
                    || cause instanceof SQLTransientConnectionException
                    || BUSY_TEXT.matcher(message).find()) {
                BaseServerResponseException busy = answer(
                        UNAVAILABLE,
                        IssueType.TRANSIENT,
                        "The database is busy, or what is asked for is being written. Try again in " + LATER_SECONDS
                                + " s.",
                        failure);
                busy.addResponseHeader("Retry-After", LATER_SECONDS);
                return busy;
            }
            cause = cause.getCause();
        }
        if (failure instanceof ResourceVersionConflictException) {
            return new ResourceVersionConflictException(
                    "Another request writes the same. Read it again, and try again.");
        }
        InternalErrorException neutral = new InternalErrorException(NEUTRAL, failure);
        neutral.setOperationOutcome(outcome(IssueType.EXCEPTION, NEUTRAL));
        return neutral;
    }

    private static BaseServerResponseException answer(int status, IssueType type, String words, Throwable cause) {
        BaseServerResponseException answer = new UnclassifiedServerFailureException(status, words);
        answer.setOperationOutcome(outcome(type, words));
        answer.initCause(cause);
        return answer;
    }

    private static OperationOutcome outcome(IssueType type, String words) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(words);
        return outcome;
    }
}
