package health.kedja.operation.fracturechain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;

/**
 * The parts of an answer that a vignette states under {@code parts}, by their names in the answer. A part with parts is
 * an object, one that repeats a list of all of them in order, and what is absent is null. What is not named is not
 * compared; {@code evidence} is compared without its order.
 */
final class ExpectedParts {

    private static final Set<String> NOT_SHOWN = Set.of("text", "source", "ruleSource", "note", "certainty");

    private final Map<String, String> names;
    private final List<String> differences = new ArrayList<>();

    private ExpectedParts(Map<String, String> names) {
        this.names = names;
    }

    /** The differences, one a line; empty when the answer says what is expected. */
    static String difference(JsonNode expected, Parameters answer, Map<String, String> names) {
        ExpectedParts parts = new ExpectedParts(names);
        parts.compare("", expected, answer.getParameter());
        return String.join("", parts.differences);
    }

    private void compare(String path, JsonNode expected, List<ParametersParameterComponent> actual) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String name = field.getKey();
            List<ParametersParameterComponent> found =
                    actual.stream().filter(part -> part.getName().equals(name)).toList();
            if (field.getValue().isArray()) {
                all(path + "/" + name, field.getValue(), found);
            } else if (field.getValue().isNull()) {
                check(path + "/" + name, found.isEmpty(), "nothing", found);
            } else if (found.size() != 1) {
                check(path + "/" + name, false, field.getValue().toString(), found);
            } else {
                one(path + "/" + name, field.getValue(), found.get(0));
            }
        }
    }

    private void all(String path, JsonNode expected, List<ParametersParameterComponent> found) {
        List<ParametersParameterComponent> actual = found;
        List<JsonNode> wanted = new ArrayList<>();
        expected.forEach(wanted::add);
        if (path.endsWith("/evidence")) {
            actual = found.stream()
                    .sorted((one, other) -> words(one.getValue()).compareTo(words(other.getValue())))
                    .toList();
            wanted.sort((one, other) -> one.asText().compareTo(other.asText()));
        }
        if (wanted.size() != actual.size()) {
            check(path, false, expected.toString(), actual);
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            one(path + "[" + (i + 1) + "]", wanted.get(i), actual.get(i));
        }
    }

    private void one(String path, JsonNode expected, ParametersParameterComponent actual) {
        if (expected.isObject()) {
            compare(path, expected, actual.getPart());
        } else {
            check(path, isSaid(expected, words(actual.getValue())), expected.asText(), List.of(actual));
        }
    }

    private static boolean isSaid(JsonNode expected, String actual) {
        try {
            return expected.isNumber()
                    ? expected.decimalValue().compareTo(new BigDecimal(actual)) == 0
                    : expected.asText().equals(actual);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void check(String path, boolean same, String expected, List<ParametersParameterComponent> actual) {
        if (!same) {
            String found = actual.stream().map(this::shown).collect(Collectors.joining("; "));
            differences.add("%n  %s%n    expected: %s%n    actual:   %s"
                    .formatted(path, expected, found.isEmpty() ? "nothing" : found));
        }
    }

    private String shown(ParametersParameterComponent part) {
        return part.hasValue()
                ? words(part.getValue())
                : part.getPart().stream()
                        .filter(one -> !NOT_SHOWN.contains(one.getName()))
                        .map(one -> one.getName() + "=" + shown(one))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private String words(Type value) {
        if (value instanceof Reference reference) {
            return names.getOrDefault(reference.getReference(), reference.getReference());
        }
        if (value instanceof CodeableConcept concept) {
            return concept.hasCoding() ? concept.getCodingFirstRep().getCode() : concept.getText();
        }
        if (value instanceof Quantity quantity) {
            return quantity.getValue().stripTrailingZeros().toPlainString() + " " + quantity.getCode();
        }
        if (value instanceof Timing timing) {
            return timing.getRepeat().getPeriod().toPlainString() + " "
                    + timing.getRepeat().getPeriodUnit().toCode();
        }
        if (value instanceof Period period) {
            return period.getStartElement().getValueAsString() + "/"
                    + period.getEndElement().getValueAsString();
        }
        return value == null ? "no value" : value.primitiveValue();
    }
}
