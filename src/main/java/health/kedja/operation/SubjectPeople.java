package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.history.Audience;
import health.kedja.history.Histories;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Resource;

/** Which patients a subject stands for. */
public final class SubjectPeople {

    private final SubjectRecords records;
    private final Histories histories;
    private final PeopleInReach reach;

    /** @param reach whom of them whoever asks may be told of */
    public SubjectPeople(SubjectRecords records, Histories histories, PeopleInReach reach) {
        this.records = records;
        this.histories = histories;
        this.reach = reach;
    }

    /** For whom the answer is: nothing counts for it that these may not see. */
    public Audience audience(RequestDetails request) {
        return reach.audience(request);
    }

    /**
     * The patients that a question is about, as far as whoever asks may be told of them; empty for everyone whom
     * the {@linkplain #audience audience} sees.
     *
     * @param subject empty when none was named
     */
    public Optional<Set<String>> of(Optional<MeasureSubject> subject, RequestDetails request) {
        Optional<Set<String>> people =
                subject.flatMap(one -> records(one, request)).map(histories::survivors);
        if (subject.filter(MeasureSubject::isPatient).isPresent()) {
            people.orElseThrow().forEach(patient -> reach.requireTold(patient, request));
        }
        return reach.of(people, request);
    }

    /**
     * The records that are named, be it that others replaced them, as far as whoever asks may be told of them: of a Patient
     * itself, of a Group its members; empty for a unit, whose patients only an indicator tells.
     */
    public Optional<Set<String>> named(MeasureSubject subject, RequestDetails request) {
        Optional<Set<String>> people = records(subject, request);
        if (subject.isPatient()) {
            reach.requireTold(subject.id(), request);
        }
        return people.map(all -> inReach(all, request));
    }

    /** Those of these patients of whom whoever asks may be told. */
    public Set<String> inReach(Set<String> patients, RequestDetails request) {
        return reach.of(Optional.of(patients), request).orElse(patients);
    }

    private Optional<Set<String>> records(MeasureSubject subject, RequestDetails request) {
        Resource found = read(subject, request);
        if (subject.isUnit()) {
            return Optional.empty();
        }
        return Optional.of(found instanceof Group group ? GroupMembers.of(group, "subject") : Set.of(subject.id()));
    }

    private Resource read(MeasureSubject subject, RequestDetails request) {
        try {
            return records.read(subject.type(), subject.id(), request);
        } catch (ResourceNotFoundException e) {
            throw BadParameter.notFound("subject", "there is no " + subject.reference() + " here.");
        } catch (ResourceGoneException e) {
            throw BadParameter.notFound("subject", subject.reference() + " was deleted.");
        }
    }
}
