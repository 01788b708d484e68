package health.kedja.operation.fracturechain;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;

/** A published OperationDefinition, and what in an answer departs from it. */
final class AnswerDefinition {

    private static final Map<String, Set<String>> CODES = new ConcurrentHashMap<>();

    private final List<OperationDefinitionParameterComponent> out;
    private final Set<String> codesSeen = new TreeSet<>();

    AnswerDefinition(String id) {
        OperationDefinition definition = (OperationDefinition) read("profiles/OperationDefinition-" + id + ".json");
        this.out = definition.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.OUT)
                .toList();
    }

    /** Names, types, numbers and codes that are not as published; empty when all are. */
    List<String> departures(Parameters answer) {
        List<String> departures = new ArrayList<>();
        check("", answer.getParameter(), out, departures);
        return departures;
    }

    /** {@code path=code} of every code that an answer has held so far. */
    Set<String> codesSeen() {
        return codesSeen;
    }

    /** Paths of parameters that hold codes and do not say which. */
    List<String> unbound() {
        List<String> unbound = new ArrayList<>();
        unbound("", out, unbound);
        return unbound;
    }

    private static void unbound(
            String path, List<OperationDefinitionParameterComponent> parameters, List<String> unbound) {
        for (OperationDefinitionParameterComponent one : parameters) {
            boolean coded = "code".equals(one.getType()) || "CodeableConcept".equals(one.getType());
            if (coded && !one.hasBinding()) {
                unbound.add(path + one.getName());
            } else if (coded && codes(one.getBinding().getValueSet()).isEmpty()) {
                unbound.add(path + one.getName() + ": " + one.getBinding().getValueSet() + " is empty");
            }
            unbound(path + one.getName() + ".", one.getPart(), unbound);
        }
    }

    private void check(
            String path,
            List<ParametersParameterComponent> parts,
            List<OperationDefinitionParameterComponent> defined,
            List<String> departures) {
        Map<String, Long> numbers = parts.stream()
                .collect(Collectors.groupingBy(ParametersParameterComponent::getName, Collectors.counting()));
        for (OperationDefinitionParameterComponent one : defined) {
            long number = numbers.getOrDefault(one.getName(), 0L);
            boolean tooMany = !one.getMax().equals("*") && number > Integer.parseInt(one.getMax());
            if (number < one.getMin() || tooMany) {
                departures.add(path + one.getName() + ": " + number + " of them");
            }
        }
        for (ParametersParameterComponent part : parts) {
            String here = path + part.getName();
            defined.stream()
                    .filter(one -> one.getName().equals(part.getName()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> {
                                check(here, part.getValue(), one, departures);
                                check(here + ".", part.getPart(), one.getPart(), departures);
                            },
                            () -> departures.add(here + ": not defined"));
        }
    }

    private void check(
            String path, Type value, OperationDefinitionParameterComponent defined, List<String> departures) {
        String type = value == null ? null : value.fhirType();
        if (!java.util.Objects.equals(type, defined.getType())) {
            departures.add(path + ": " + type + " in place of " + defined.getType());
        }
        if (value instanceof CodeType code) {
            check(path, code.getValue(), defined, departures);
        } else if (value instanceof CodeableConcept concept) {
            for (Coding coding : concept.getCoding()) {
                check(path, coding.getCode(), defined, departures);
            }
        }
    }

    private void check(
            String path, String code, OperationDefinitionParameterComponent defined, List<String> departures) {
        codesSeen.add(path + "=" + code);
        boolean binds = defined.getBinding().getStrength() == BindingStrength.REQUIRED
                || defined.getBinding().getStrength() == BindingStrength.EXTENSIBLE;
        if (binds && !codes(defined.getBinding().getValueSet()).contains(code)) {
            departures.add(
                    path + ": " + code + " is not of " + defined.getBinding().getValueSet());
        }
    }

    private static Set<String> codes(String valueSet) {
        Set<String> known = CODES.get(valueSet);
        if (known == null) {
            known = expand(valueSet);
            CODES.put(valueSet, known);
        }
        return known;
    }

    private static Set<String> expand(String url) {
        ValueSet set = (ValueSet) read("terminology/ValueSet-" + last(url) + ".json");
        Set<String> codes = new TreeSet<>();
        for (ValueSet.ConceptSetComponent include : set.getCompose().getInclude()) {
            include.getValueSet().forEach(other -> codes.addAll(codes(other.getValue())));
            if (!include.hasSystem()) {
                continue;
            }
            if (include.hasConcept() || include.hasFilter()) {
                include.getConcept().forEach(concept -> codes.add(concept.getCode()));
            } else {
                CodeSystem system = (CodeSystem) read("terminology/CodeSystem-" + last(include.getSystem()) + ".json");
                system.getConcept().forEach(concept -> codes.add(concept.getCode()));
            }
        }
        return codes;
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static IBaseResource read(String file) {
        try {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
