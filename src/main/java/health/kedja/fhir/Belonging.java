package health.kedja.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a resource says of whose data are whose. It depends on that resource alone; what needs another one is named and
 * joined when it is read.
 *
 * @param patient logical id of the patient it is about; null where it is about none
 * @param region for a Patient, the region that owns the record, as logical id of an Organization; null without label
 * @param custody which unit recorded it; null where it does not tell
 * @param relations who has to do with the patient
 * @param refusals what the patient refuses
 * @param role for a PractitionerRole, who holds it and for whom; else null
 * @param unit for an Organization, its place; else null
 * @param named every patient that it names, as logical ids, where they are others than the storage's index of references
 *     tells; else none
 */
public record Belonging(
        String patient,
        String region,
        Custody custody,
        List<CareRelation> relations,
        List<Refusal> refusals,
        Party role,
        Unit unit,
        Set<String> named) {

    /** System of the label that names the region that owns a resource. */
    public static final String OWNER = Systems.CODE_SYSTEM + "kedja-owner";
    /** System of the label that names the unit that recorded a resource. */
    public static final String CUSTODIAN = Systems.CODE_SYSTEM + "kedja-custodian";

    /** Of a resource that says nothing of it. */
    public static final Belonging UNKNOWN = new Belonging(null, null, null, List.of(), List.of(), null, null, Set.of());

    /**
     * The place of an Organization.
     *
     * @param partOf logical id of the one it is part of; null at the top
     */
    public record Unit(String partOf) {}

    static Belonging of(Party role) {
        return new Belonging(null, null, null, List.of(), List.of(), role, null, Set.of());
    }

    static Belonging of(Unit unit) {
        return new Belonging(null, null, null, List.of(), List.of(), null, unit, Set.of());
    }

    /** One that says nothing but which patients it names. */
    static Belonging of(Set<String> named) {
        return new Belonging(null, null, null, List.of(), List.of(), null, null, named);
    }

    /** The code of the first label of a system; null where there is none. */
    static String label(Resource resource, String system) {
        for (Coding label : resource.getMeta().getSecurity()) {
            if (system.equals(label.getSystem()) && label.hasCode()) {
                return label.getCode();
            }
        }
        return null;
    }
}
