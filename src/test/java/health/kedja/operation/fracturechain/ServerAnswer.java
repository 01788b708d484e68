package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** The answer that the server gave as Parameters, in the names that a vignette gives its resources. */
final class ServerAnswer {

    private final Map<String, String> names;
    private final Answer answer = new Answer();

    private ServerAnswer(Map<String, String> names) {
        this.names = names;
    }

    static Answer of(Parameters parameters, Map<String, String> names) {
        ServerAnswer reader = new ServerAnswer(names);
        parameters.getParameter().stream()
                .filter(p -> p.getName().equals("chain"))
                .forEach(reader::chain);
        parameters.getParameter().stream()
                .filter(p -> p.getName().equals("excludedFracture"))
                .forEach(p -> reader.answer.excluded(reader.name(p, "fracture"), text(p, "reason")));
        return reader.answer;
    }

    private void chain(ParametersParameterComponent chain) {
        BigDecimal completion = ((DecimalType) value(chain, "completion")).getValue();
        answer.chain(
                name(chain, "indexFracture"),
                text(chain, "fractureDate"),
                text(chain, "site"),
                text(chain, "risk"),
                text(chain, "status"),
                text(chain, "endReason"),
                completion);
        chain.getPart().stream().filter(p -> p.getName().equals("step")).forEach(this::step);
    }

    private void step(ParametersParameterComponent step) {
        assertThat(text(step, "rule")).as("rule of %s", text(step, "code")).isNotBlank();
        List<String> evidence = new ArrayList<>();
        step.getPart().stream()
                .filter(p -> p.getName().equals("evidence"))
                .forEach(p -> evidence.add(name((Reference) p.getValue())));
        BooleanType onTime = (BooleanType) value(step, "onTime");
        CodeableConcept reason = (CodeableConcept) value(step, "reason");
        answer.step(
                text(step, "code"),
                text(step, "status"),
                text(step, "due"),
                text(step, "done"),
                onTime == null ? null : onTime.getValue(),
                reason == null ? null : reason.getCodingFirstRep().getCode(),
                evidence);
    }

    private String name(ParametersParameterComponent of, String part) {
        return name((Reference) value(of, part));
    }

    private String name(Reference reference) {
        return names.getOrDefault(reference.getReference(), reference.getReference());
    }

    private static String text(ParametersParameterComponent of, String part) {
        Type value = value(of, part);
        return value == null ? null : value.primitiveValue();
    }

    private static Type value(ParametersParameterComponent of, String part) {
        return of.getPart().stream()
                .filter(p -> p.getName().equals(part))
                .map(ParametersParameterComponent::getValue)
                .findFirst()
                .orElse(null);
    }
}
