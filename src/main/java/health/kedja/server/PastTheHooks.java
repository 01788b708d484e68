package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.history.Reach;
import java.util.Set;

/** Operations that change what is stored without a word to the hooks of storage: what is kept of it is forgotten. */
@Interceptor
public final class PastTheHooks {

    private static final Set<String> OPERATIONS = Set.of("$meta-add", "$meta-delete", "$assign-owner", "$expunge");

    private final KeptTags tags;
    private final Reach reach;

    PastTheHooks(KeptTags tags, Reach reach) {
        this.tags = tags;
        this.reach = reach;
    }

    /** After their transactions, before the client hears of them. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void forget(RequestDetails request) {
        if (request.getOperation() != null && OPERATIONS.contains(request.getOperation())) {
            tags.forget();
            reach.standingsChanged();
        }
    }
}
