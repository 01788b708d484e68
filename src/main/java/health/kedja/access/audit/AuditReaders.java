package health.kedja.access.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.Scope.Interaction;
import java.util.Optional;
import java.util.Set;

/** Who may read the trail. Where nobody says who asks (open mode), everyone may: the server is for this machine only. */
final class AuditReaders {

    private AuditReaders() {}

    static Optional<Caller> caller(RequestDetails request) {
        return request instanceof ServletRequestDetails servlet
                ? Caller.of(servlet.getServletRequest())
                : Optional.empty();
    }

    /** Of all patients: administrators, who then see nothing of patients. */
    static void requireAdministrator(RequestDetails request, Interaction interaction) {
        caller(request).ifPresent(caller -> {
            boolean granted =
                    !caller.scopes().granting(interaction, "AuditEvent").isEmpty();
            if (!caller.is(Role.ADMINISTRATOR) || !granted) {
                throw denied(
                        request,
                        "AuditEvent is for the role administrator, with a scope such as user/AuditEvent.rs. The accesses to"
                                + " one patient are given by Patient/[id]/$access-log.");
            }
        });
    }

    /** Of one patient: the patient, and those who take care of them; whether they reach this one is decided elsewhere. */
    static void requireCarer(RequestDetails request, String patient) {
        caller(request).ifPresent(caller -> {
            boolean own = caller.patient().filter(patient::equals).isPresent();
            boolean granted =
                    !caller.scopes().granting(Interaction.READ, "AuditEvent").isEmpty();
            boolean carer = caller.is(Role.CLINICIAN) || caller.is(Role.COORDINATOR);
            if (!granted || !own && !carer) {
                throw denied(
                        request,
                        "$access-log is for the patient, and for the roles clinician and coordinator, with a scope such as"
                                + " patient/AuditEvent.rs or user/AuditEvent.rs.");
            }
        });
    }

    /** Whose accesses an administrator sees: empty for all. */
    static Set<String> organizations(RequestDetails request) {
        return caller(request).map(Caller::organizations).orElse(Set.of());
    }

    private static ForbiddenOperationException denied(RequestDetails request, String needed) {
        Denial.note(((ServletRequestDetails) request).getServletRequest(), "role or scope", null, Set.of());
        return new ForbiddenOperationException(needed);
    }
}
