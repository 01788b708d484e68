package health.kedja.server.access;

import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Caller;
import health.kedja.history.Reach;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links to further pages that work for whoever was given them, and for others as links that never were: each carries a
 * code made of the search, whether it found exactly what the caller may see, the caller, and a key that is drawn at start.
 */
public final class CallersPages extends DatabaseBackedPagingProvider {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Reach reach;
    private final SecretKeySpec key;

    CallersPages(Reach reach) {
        this.reach = reach;
        byte[] drawn = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(drawn);
        this.key = new SecretKeySpec(drawn, ALGORITHM);
    }

    @Override
    public synchronized String storeResultList(RequestDetails request, IBundleProvider list) {
        String id = super.storeResultList(request, list);
        return id == null ? null : id + "." + code(request, id, ReachOfSearch.isExact(request));
    }

    @Override
    public synchronized IBundleProvider retrieveResultList(RequestDetails request, String link) {
        int dot = link.indexOf('.');
        if (dot < 0) {
            return null;
        }
        String id = link.substring(0, dot);
        for (boolean exact : new boolean[] {true, false}) {
            boolean theirs = MessageDigest.isEqual(
                    code(request, id, exact).getBytes(StandardCharsets.UTF_8),
                    link.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
            if (theirs) {
                if (exact) {
                    ReachOfSearch.isOfExact(request);
                }
                return super.retrieveResultList(request, id);
            }
        }
        return null;
    }

    private String code(RequestDetails request, String id, boolean exact) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code =
                    mac.doFinal((id + "\n" + exact + "\n" + who(request, reach)).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    /** Whoever has other rights than when they asked asks anew. */
    static String who(RequestDetails request, Reach reach) {
        return Asker.of(request, reach)
                .map(Asker::caller)
                .map(CallersPages::who)
                .orElse("the server");
    }

    static String who(Caller caller) {
        return String.join(
                "\n",
                caller.issuer(),
                caller.subject(),
                caller.client(),
                caller.fhirUser().orElse(""),
                caller.patient().orElse(""),
                new TreeSet<>(caller.roles()).toString(),
                new TreeSet<>(caller.organizations()).toString(),
                new TreeSet<>(caller.scopes().resources().stream()
                                .map(Object::toString)
                                .toList())
                        .toString());
    }
}
