package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Decision.Reason;
import health.kedja.access.Scope;
import health.kedja.fhir.ResourceEvents;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Patient;

/** Scopes for what is worked out from other resources: those who may read all of these are told of it. */
final class ReadScopes {

    private ReadScopes() {}

    /** Refuses callers who may not read every type that the record of a patient is worked out from (403). */
    static void requireClinical(Asker asker, RequestDetails request) {
        Set<String> types = new TreeSet<>(ResourceEvents.types());
        types.add(new Patient().fhirType());
        types.forEach(type -> require(asker, request, type));
    }

    /** Refuses callers who may not read all resources of a type (403). */
    static void require(Asker asker, RequestDetails request, String type) {
        boolean granted = asker.caller().scopes().granting(Scope.Interaction.READ, type).stream()
                .anyMatch(scope -> scope.constraint().isEmpty());
        if (!granted) {
            throw Noted.refused(
                    request,
                    Reason.SCOPE,
                    Refused.forbidden("The token has no scope to read every " + type
                            + ", from which this is worked out. It needs one such as user/" + type
                            + ".r without constraint."));
        }
    }
}
