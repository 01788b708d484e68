package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.history.Histories;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Resource;

/** Which patients a subject stands for. */
public final class SubjectPeople {

    private final SubjectRecords records;
    private final Histories histories;

    public SubjectPeople(SubjectRecords records, Histories histories) {
        this.records = records;
        this.histories = histories;
    }

    /**
     * The patients: of a Patient the record that counts for the person, of a Group its members; empty for a unit, whose
     * patients only an indicator tells.
     */
    public Optional<Set<String>> of(MeasureSubject subject, RequestDetails request) {
        return named(subject, request).map(histories::survivors);
    }

    /** As {@link #of}, by the records that are named, be it that others replaced them. */
    public Optional<Set<String>> named(MeasureSubject subject, RequestDetails request) {
        Resource found = read(subject, request);
        if (subject.isUnit()) {
            return Optional.empty();
        }
        return Optional.of(found instanceof Group group ? members(group, subject) : Set.of(subject.id()));
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

    private static Set<String> members(Group group, MeasureSubject subject) {
        if (!group.getActual()) {
            throw BadParameter.of(
                    "subject",
                    subject.reference() + " describes people and does not list them (actual is false). Give a Group"
                            + " with members.");
        }
        Set<String> members = new LinkedHashSet<>();
        for (Group.GroupMemberComponent member : group.getMember()) {
            String[] entity = member.getEntity().getReference() == null
                    ? new String[0]
                    : member.getEntity().getReference().split("/");
            if (entity.length < 2 || !entity[entity.length - 2].equals("Patient")) {
                throw BadParameter.of(
                        "subject",
                        subject.reference() + " has a member that is no Patient: "
                                + member.getEntity().getReference() + ".");
            }
            if (!member.getInactive()) {
                members.add(entity[entity.length - 1]);
            }
        }
        return members;
    }
}
