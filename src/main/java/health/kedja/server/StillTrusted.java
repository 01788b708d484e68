package health.kedja.server;

import health.kedja.access.Caller;
import health.kedja.access.authorization.Registrations;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether someone who came with a token before a restart could come with it now, as far as settings say: with whom trusted
 * issuers name, and whom the file of clients and users still has as they were.
 *
 * @param issuers of others, that are trusted
 * @param own this server as an issuer
 * @param registrations of its authorization server, where it is on
 */
record StillTrusted(Set<String> issuers, Optional<String> own, Optional<Registrations> registrations)
        implements Predicate<Caller> {

    @Override
    public boolean test(Caller caller) {
        return issuers.contains(caller.issuer())
                || own.equals(Optional.of(caller.issuer()))
                        && registrations.filter(known -> known.stillHas(caller)).isPresent();
    }
}
