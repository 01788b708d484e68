package health.kedja.access.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An access that was asked for and is had later: to be told its patients, any number of times, in the transactions that make
 * it possible. It is recorded with them, or not at all.
 */
public final class LaterAccess implements Consumer<Collection<String>> {

    private final AuditTrail trail;
    private final Access access;

    LaterAccess(AuditTrail trail, Access access) {
        this.trail = trail;
        this.access = access;
    }

    @Override
    public void accept(Collection<String> patients) {
        trail.recordInTransaction(patients.stream().map(access::of).toList());
    }

    /** All of it by name, to be kept where it is had after a restart. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        Who who = access.who();
        put(words, "interaction", access.interaction());
        put(words, "resource", access.resource());
        put(words, "query", access.query());
        put(words, "request", access.request());
        put(words, "issuer", who.issuer());
        put(words, "subject", who.subject());
        put(words, "client", who.client());
        put(words, "fhirUser", who.fhirUser());
        put(words, "roles", who.roles());
        put(words, "organizations", who.organizations());
        put(words, "purpose", who.purpose());
        put(words, "address", who.address());
        return words;
    }

    private static void put(Map<String, String> words, String name, String word) {
        if (word != null) {
            words.put(name, word);
        }
    }

    static Access of(Map<String, String> words) {
        Who who = new Who(
                words.get("issuer"),
                words.get("subject"),
                words.get("client"),
                words.get("fhirUser"),
                words.get("roles"),
                words.get("organizations"),
                words.get("purpose"),
                words.get("address"));
        return new Access(
                words.get("interaction"),
                Outcome.DONE,
                null,
                null,
                null,
                words.get("resource"),
                words.get("query"),
                words.get("request"),
                who);
    }
}
