package health.kedja.server.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.audit.BreakGlass;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Protection that a clinician breaks in an emergency, by the header {@value #HEADER} with the reason: to read about one
 * patient of their region, whether or not there is a care relation, and what the patient has blocked (Sweden: Patient Data
 * Act 2008:355, chapter 4, within a care provider; act 2022:913 between them; docs/spec-clarifications.md, 224, says what
 * of that is confirmed). Every such request is in the audit trail, with the reason.
 *
 * @param reason as it was given
 * @param patient whom the request names; empty where it reads one resource, and so what that is about
 */
record BrokenGlass(String reason, Optional<String> patient) {

    static final String HEADER = "Kedja-Break-Glass";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;
    private static final Set<String> OPERATIONS = Set.of("$everything", "$fracture-chain", "$next-actions");

    /** Breaks it, if the request asks for that. */
    static void open(Caller caller, RequestDetails request, RestOperationTypeEnum type) {
        String reason = request.getHeader(HEADER);
        if (reason == null) {
            return;
        }
        if (!caller.is(Role.CLINICIAN)) {
            throw Refused.forbidden("Header " + HEADER + ": only the role clinician may break protection.");
        }
        if (reason.strip().length() < SHORTEST || reason.length() > LONGEST) {
            throw refused("the reason has " + reason.strip().length() + " characters. Say in " + SHORTEST + " to "
                    + LONGEST + " why.");
        }
        BrokenGlass glass = new BrokenGlass(reason.strip(), patient(request, type));
        request.getUserData().put(BrokenGlass.class, glass);
        if (request instanceof ServletRequestDetails servlet) {
            BreakGlass.note(
                    servlet.getServletRequest(),
                    glass.reason(),
                    glass.patient().map(Set::of).orElse(Set.of()));
        }
    }

    private static Optional<String> patient(RequestDetails request, RestOperationTypeEnum type) {
        boolean ofPatient = "Patient".equals(request.getResourceName());
        return switch (type) {
            case READ, VREAD, HISTORY_INSTANCE ->
                ofPatient ? Optional.of(request.getId().getIdPart()) : Optional.empty();
            case SEARCH_TYPE -> Optional.of(searchedFor(request, ofPatient));
            case EXTENDED_OPERATION_INSTANCE -> {
                if (!ofPatient || !OPERATIONS.contains(request.getOperation())) {
                    throw refused("protection cannot be broken for " + request.getOperation() + ".");
                }
                yield Optional.of(request.getId().getIdPart());
            }
            default -> throw refused("protection can be broken only to read about one patient.");
        };
    }

    /** One search for one patient: without, everybody of the region would be opened. */
    private static String searchedFor(RequestDetails request, boolean ofPatient) {
        return Stream.of(ofPatient ? new String[] {"_id"} : new String[] {"patient", "subject"})
                .map(name -> request.getParameters().get(name))
                .filter(values -> values != null && values.length == 1 && !values[0].contains(","))
                .map(values -> values[0].replaceFirst("^Patient/", ""))
                .filter(id -> id.matches("[A-Za-z0-9.-]{1,64}"))
                .findFirst()
                .orElseThrow(() -> refused("name the one patient, by " + (ofPatient ? "_id" : "patient or subject")
                        + "; protection is not broken for others."));
    }

    private static InvalidRequestException refused(String problem) {
        String whole = "Header " + HEADER + ": " + problem;
        return new InvalidRequestException(whole, Refused.outcome(IssueType.VALUE, whole));
    }

    /** Whether it was broken in this request, for these patients. */
    static boolean isFor(Set<String> patients, RequestDetails request) {
        return request.getUserData().get(BrokenGlass.class) instanceof BrokenGlass glass
                && patients.size() == 1
                && glass.patient().stream().allMatch(patients::contains);
    }
}
