package health.kedja.access.audit;

import health.kedja.access.Caller;
import health.kedja.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Who asked, as it is kept. Everything but the address is null where nobody said who asks (no token), and the address
 * where the server itself acts.
 *
 * @param roles what the caller does, separated by spaces
 * @param organizations where, as logical ids separated by spaces
 * @param address from where
 */
record Who(
        String issuer,
        String subject,
        String client,
        String fhirUser,
        String roles,
        String organizations,
        String purpose,
        String address) {

    /** Jobs, and what the server does at its start. */
    static final Who SERVER = new Who(null, null, null, null, null, null, null, null);

    static Who of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return Caller.of(request)
                .map(caller -> of(caller, address))
                .orElseGet(() -> new Who(null, null, null, null, null, null, null, address));
    }

    private static Who of(Caller caller, String address) {
        return new Who(
                caller.issuer(),
                caller.subject(),
                caller.client(),
                caller.fhirUser().orElse(null),
                words(caller.roles().stream().map(Role::token).toList()),
                words(caller.organizations()),
                caller.purpose().orElse(null),
                address);
    }

    private static String words(Collection<String> words) {
        return words.isEmpty() ? null : words.stream().sorted().collect(Collectors.joining(" "));
    }
}
