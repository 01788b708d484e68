package health.kedja.exchange;

import health.kedja.access.audit.LaterAccess;
import health.kedja.exchange.UnfinishedExports.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an export that stopped with its server may be made after all, with what whoever asked may take out now: a server
 * that starts may have been told other clients, issuers or rules than before.
 *
 * @param callers finds them again
 * @param kept for how long after it was asked for
 */
record GoingOn(ExportSetup.Callers callers, Duration kept) {

    /** One that stops its server each time is not to do so for ever. */
    static final int MOST_ATTEMPTS = 5;

    private static final String ASK_AGAIN = " Ask for it again.";

    /** It is not to be made. The message is for whoever asked. */
    static final class Not extends RuntimeException {

        private static final long serialVersionUID = 1;

        Not(String reason) {
            super(reason + ASK_AGAIN);
        }
    }

    /**
     * What makes it.
     *
     * @throws Not if it is not to be made
     */
    ExportWork on(Stopped export, Instant now) {
        if (export.begun().plus(kept).isBefore(now)) {
            throw new Not("The server stopped while it made this export, which was asked for too long ago.");
        }
        if (export.attempt().number() > MOST_ATTEMPTS) {
            throw new Not("The server stopped " + MOST_ATTEMPTS + " times while it made this export.");
        }
        KeptPlan plan = plan(export.plan());
        ExportReach reach = callers.again()
                .apply(plan.caller())
                .filter(found -> ExportJobs.asker(found.who()).equals(export.asker()))
                .orElseThrow(() -> new Not("The server was restarted while it made this export, with other settings of"
                        + " who may ask for it."));
        return new ExportWork(plan.request(), reach, audit(plan.access()));
    }

    private static KeptPlan plan(String json) {
        try {
            return KeptPlan.of(json);
        } catch (IllegalArgumentException e) {
            throw new Not("The server was replaced by another version while it made this export.");
        }
    }

    /** Who began it unrecorded does not get it where accesses are recorded now: nothing is known to record. */
    private Optional<LaterAccess> audit(Optional<Map<String, String>> access) {
        if (!callers.recorded()) {
            return Optional.empty();
        }
        return Optional.of(access.map(callers.auditAgain())
                .orElseThrow(() ->
                        new Not("The server was restarted while it made this export, and records accesses" + " now.")));
    }
}
