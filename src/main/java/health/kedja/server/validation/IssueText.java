package health.kedja.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;

/** Says what is wrong in one line: the element, the rule, and the value that breaks it. */
final class IssueText {

    private final FhirContext context;

    IssueText(FhirContext context) {
        this.context = context;
    }

    String of(Resource resource, SingleValidationMessage error) {
        String element = error.getLocationString() == null ? resource.fhirType() : error.getLocationString();
        return element + ": " + error.getMessage()
                + value(resource, element)
                        .map(value -> " (value: " + value + ")")
                        .orElse("");
    }

    private Optional<String> value(Resource resource, String element) {
        if (element.equals(resource.fhirType())) {
            return resource instanceof Observation observation && observation.hasValue()
                    ? Optional.of(text(observation.getValue()))
                    : Optional.empty();
        }
        try {
            IFhirPath fhirPath = context.newFhirPath();
            List<IBase> found = fhirPath.evaluate(resource, element, IBase.class);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.stream().map(IssueText::text).collect(Collectors.joining(", ")));
        } catch (RuntimeException e) {
            // The validator names some elements in ways that are no FHIRPath; the message alone must do then.
            return Optional.empty();
        }
    }

    private static String text(IBase value) {
        if (value instanceof Quantity quantity) {
            String unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
            return quantity.getValue() + (unit == null ? "" : " " + unit);
        }
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().map(IssueText::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Coding coding) {
            return coding.getSystem() + "|" + coding.getCode();
        }
        if (value instanceof Identifier identifier) {
            return identifier.getValue();
        }
        Base base = (Base) value;
        return base.isPrimitive() ? base.primitiveValue() : base.fhirType();
    }
}
