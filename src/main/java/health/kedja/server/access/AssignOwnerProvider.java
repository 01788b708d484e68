package health.kedja.server.access;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.operation.BadParameter;
import health.kedja.operation.OperationInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/** {@code $assign-owner}: gives what was stored without an owner to a region. */
public final class AssignOwnerProvider {

    private static final String NAME = "$assign-owner";
    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/assign-owner";
    private static final String OWNER = "owner";
    private static final String TYPE = "_type";
    private static final String PATIENT = "patient";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final OwnerAssignment assignment;

    AssignOwnerProvider(OwnerAssignment assignment) {
        this.assignment = assignment;
    }

    /** Labels them, and says how many of each type were labelled and left. */
    @Operation(name = NAME, canonicalUrl = DEFINITION)
    public Parameters assign(@ResourceParam Parameters body, RequestDetails request) {
        if (request.getParameters().containsKey(TYPE)) {
            throw BadParameter.of(
                    TYPE, "is in the address, where it is not looked for. Give it in the Parameters resource.");
        }
        OperationInput input = OperationInput.read(request, body, Set.of(OWNER), Set.of(TYPE, PATIENT));
        String owner = input.text(OWNER)
                .map(reference -> id(OWNER, "Organization", reference))
                .orElseThrow(() -> BadParameter.of(
                        OWNER, "is missing. Give the Organization that is the region, such as Organization/dalby."));
        if (!assignment.isRegion(owner)) {
            throw BadParameter.of(
                    OWNER,
                    "is Organization/" + owner + ", which is not stored or is part of another. Give the Organization at"
                            + " the top of the tree.");
        }
        Set<String> types = new TreeSet<>(input.texts(TYPE));
        types.stream()
                .filter(type -> !assignment.types().contains(type))
                .findFirst()
                .ifPresent(type -> {
                    throw BadParameter.of(
                            TYPE,
                            "is '" + type + "', which is no type of which resources have an owner; those are "
                                    + String.join(", ", assignment.types()) + ".");
                });
        Set<String> patients = new TreeSet<>();
        input.texts(PATIENT).forEach(reference -> patients.add(id(PATIENT, "Patient", reference)));
        OwnerAssignment.Outcome outcome = assignment.assign(owner, types, patients);
        Parameters answer = new Parameters();
        answer.addParameter(OWNER, new Reference("Organization/" + owner));
        add(answer, "assigned", outcome.assigned());
        add(answer, "left", outcome.left());
        return answer;
    }

    private static String id(String parameter, String type, String reference) {
        List<String> parts = List.of(reference.split("/", -1));
        if (parts.size() == 2
                && parts.get(0).equals(type)
                && ID.matcher(parts.get(1)).matches()) {
            return parts.get(1);
        }
        throw BadParameter.of(parameter, "is '" + reference + "', but must be a reference such as " + type + "/dalby.");
    }

    private static void add(Parameters answer, String name, Map<String, Long> counts) {
        counts.forEach((type, count) -> answer.addParameter()
                .setName(name)
                .addPart(part("type").setValue(new CodeType(type)))
                .addPart(part("count").setValue(new IntegerType(Math.toIntExact(count)))));
    }

    private static Parameters.ParametersParameterComponent part(String name) {
        return new Parameters.ParametersParameterComponent().setName(name);
    }
}
