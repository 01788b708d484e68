package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/**
 * The input of an operation, whether it came as query string or as Parameters resource. Every parameter may be given
 * once, unless the operation says otherwise, and none that the operation does not have.
 */
public final class OperationInput {

    private final Map<String, Object> values;
    private final Map<String, List<Object>> repeated;

    private OperationInput(Map<String, Object> values, Map<String, List<Object>> repeated) {
        this.values = values;
        this.repeated = repeated;
    }

    /**
     * Reads the input.
     *
     * @param body the Parameters resource, or null
     * @param names the parameters that the operation has
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException if one is unknown or given twice
     */
    public static OperationInput read(RequestDetails request, Parameters body, Set<String> names) {
        return read(request, body, names, Set.of());
    }

    /**
     * Reads the input.
     *
     * @param body the Parameters resource, or null
     * @param once the parameters that may be given once
     * @param often the parameters that may be given several times
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException if one is unknown or given too often
     */
    public static OperationInput read(RequestDetails request, Parameters body, Set<String> once, Set<String> often) {
        OperationInput input = new OperationInput(new LinkedHashMap<>(), new LinkedHashMap<>());
        Set<String> names = new HashSet<>(once);
        names.addAll(often);
        request.getParameters().forEach((name, given) -> {
            // _format, _pretty and the like belong to the server.
            if (!name.startsWith("_")) {
                for (String value : given) {
                    input.put(name, value, names, often);
                }
            }
        });
        if (body != null) {
            for (ParametersParameterComponent parameter : body.getParameter()) {
                input.put(parameter.getName(), content(parameter), names, often);
            }
        }
        return input;
    }

    private static Object content(ParametersParameterComponent parameter) {
        if (parameter.hasResource()) {
            return parameter.getResource();
        }
        if (parameter.hasValue()) {
            return parameter.getValue();
        }
        if (parameter.hasPart()) {
            return parameter;
        }
        throw BadParameter.of(parameter.getName(), "has no value. Give one, or leave the parameter out.");
    }

    private void put(String name, Object value, Set<String> names, Set<String> often) {
        if (!names.contains(name)) {
            List<String> known = new ArrayList<>(names);
            known.sort(null);
            throw BadParameter.of(name, "is not one of this operation, which has " + String.join(", ", known) + ".");
        }
        if (often.contains(name)) {
            repeated.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        } else if (values.put(name, value) != null) {
            throw BadParameter.of(name, "is given more than once. Give it once.");
        }
    }

    /** The text of a parameter with a primitive value or a reference. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> text(name, value));
    }

    /** A parameter that has parts. */
    public Optional<ParametersParameterComponent> parts(String name) {
        return values.get(name) instanceof ParametersParameterComponent parts ? Optional.of(parts) : Optional.empty();
    }

    /** The texts of a parameter that may be given several times. */
    public List<String> texts(String name) {
        return repeated.getOrDefault(name, List.of()).stream()
                .map(value -> text(name, value))
                .toList();
    }

    private static String text(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Reference reference && reference.hasReference()) {
            return reference.getReference();
        }
        if (value instanceof Type type && type.isPrimitive()) {
            return type.primitiveValue();
        }
        throw BadParameter.of(name, "has a value of type " + typeOf(value) + ", which cannot be used here.");
    }

    /** A boolean parameter. */
    public boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw BadParameter.of(name, "is '" + text + "', but must be true or false.");
                })
                .orElse(otherwise);
    }

    /** A parameter that is a resource. */
    public Optional<Resource> resource(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> resource(name, value));
    }

    /** The resources of a parameter that may be given several times. */
    public List<Resource> resources(String name) {
        return repeated.getOrDefault(name, List.of()).stream()
                .map(value -> resource(name, value))
                .toList();
    }

    private static Resource resource(String name, Object value) {
        if (value instanceof Resource resource) {
            return resource;
        }
        throw BadParameter.of(name, "must be a resource (\"resource\"), not a value of type " + typeOf(value) + ".");
    }

    private static String typeOf(Object value) {
        return value instanceof Resource resource
                ? resource.fhirType()
                : value instanceof Type type
                        ? type.fhirType()
                        : value instanceof ParametersParameterComponent ? "parts" : "string";
    }
}
