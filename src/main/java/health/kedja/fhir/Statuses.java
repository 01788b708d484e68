package health.kedja.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** How far the words of a status reach. */
final class Statuses {

    private static final Set<String> UNCONFIRMED = Set.of("unconfirmed", "provisional", "differential");
    private static final Set<String> PAST = Set.of("inactive", "remission", "resolved");
    private static final Set<String> VOID = Set.of("entered-in-error", "refuted");
    /** Someone thinks of it; no one has asked for it. */
    private static final Set<String> NOT_AN_ORDER = Set.of("proposal", "plan", "option");

    private static final String STATUS_REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";

    private Statuses() {}

    static boolean isVoid(Condition condition) {
        return verification(condition, VOID);
    }

    static boolean isUnconfirmed(Condition condition) {
        return verification(condition, UNCONFIRMED);
    }

    /** Whether the disease is over. */
    static boolean isPast(Condition condition) {
        return condition.getClinicalStatus().getCoding().stream().anyMatch(c -> PAST.contains(c.getCode()));
    }

    /** Whether the record says of itself that it should not be there. */
    static boolean isEnteredInError(Resource resource) {
        if (resource instanceof Condition condition) {
            return isVoid(condition);
        }
        Property status = resource.getNamedProperty("status");
        return status != null
                && status.getValues().stream().anyMatch(value -> "entered-in-error".equals(value.primitiveValue()));
    }

    static boolean isOrder(String intent) {
        return !NOT_AN_ORDER.contains(intent == null ? "" : intent);
    }

    /** The reason for the status of a request that has no element of its own for it. */
    static List<CodeableConcept> reasonOf(DomainResource request) {
        return request.getExtensionsByUrl(STATUS_REASON).stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast)
                .toList();
    }

    // By code alone: the binding to its one system is required.
    private static boolean verification(Condition condition, Set<String> codes) {
        return condition.getVerificationStatus().getCoding().stream().anyMatch(c -> codes.contains(c.getCode()));
    }
}
