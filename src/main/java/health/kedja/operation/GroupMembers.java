package health.kedja.operation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Group;

/** The patients that a Group lists. */
public final class GroupMembers {

    private GroupMembers() {}

    /**
     * Their ids, without those who are members no longer ({@code inactive}).
     *
     * @param parameter that named the Group, for an error
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException (400) if it describes people and lists none, or lists
     *     something else than patients
     */
    public static Set<String> of(Group group, String parameter) {
        String reference = "Group/" + group.getIdElement().getIdPart();
        if (!group.getActual()) {
            throw BadParameter.of(
                    parameter,
                    reference
                            + " describes people and does not list them (actual is false). Give a Group with members.");
        }
        Set<String> members = new LinkedHashSet<>();
        for (Group.GroupMemberComponent member : group.getMember()) {
            String[] entity = member.getEntity().getReference() == null
                    ? new String[0]
                    : member.getEntity().getReference().split("/");
            if (entity.length < 2 || !entity[entity.length - 2].equals("Patient")) {
                throw BadParameter.of(
                        parameter,
                        reference + " has a member that is no Patient: "
                                + member.getEntity().getReference() + ".");
            }
            if (!member.getInactive()) {
                members.add(entity[entity.length - 1]);
            }
        }
        return members;
    }
}
