package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.history.Reach;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;

/** Which records of a person, of those that replaced each other, a caller may be told of. */
final class PersonRecords {

    private static final String INTERACTION = "$access-log";

    private final Verdicts verdicts;
    private final Reach reach;
    private final Stored stored;

    PersonRecords(Verdicts verdicts, Reach reach, Stored stored) {
        this.verdicts = verdicts;
        this.reach = reach;
        this.stored = stored;
    }

    /** Logical ids, that of the record asked for among them: whether it is the caller's is decided before. */
    Set<String> ofPerson(String patient, RequestDetails request) {
        Set<String> all = reach.recordsOfPerson(patient);
        Optional<Asker> asker = verdicts.asker(request);
        return asker.isEmpty()
                ? all
                : all.stream()
                        .filter(record -> record.equals(patient) || isTheirs(asker.get(), request, record, patient))
                        .collect(Collectors.toSet());
    }

    /** What the caller has to do with the person is the same for every record; whose it is may differ. */
    private boolean isTheirs(Asker asker, RequestDetails request, String record, String known) {
        return stored.last("Patient", record)
                .map(Patient.class::cast)
                .filter(found -> verdicts.decideOfPerson(asker, request, INTERACTION, found, known)
                        .isAllowed())
                .isPresent();
    }
}
