package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/**
 * The input of an operation, whether it came as query string or as Parameters resource. Every parameter may be given
 * once, and none that the operation does not have.
 */
public final class OperationInput {

    private final Map<String, Object> values;

    private OperationInput(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads the input.
     *
     * @param body the Parameters resource, or null
     * @param names the parameters that the operation has
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException if one is unknown or given twice
     */
    public static OperationInput read(RequestDetails request, Parameters body, Set<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        request.getParameters().forEach((name, given) -> {
            // _format, _pretty and the like belong to the server.
            if (!name.startsWith("_")) {
                for (String value : given) {
                    put(values, name, value, names);
                }
            }
        });
        if (body != null) {
            for (Parameters.ParametersParameterComponent parameter : body.getParameter()) {
                put(values, parameter.getName(), content(parameter), names);
            }
        }
        return new OperationInput(values);
    }

    private static Object content(Parameters.ParametersParameterComponent parameter) {
        if (parameter.hasResource()) {
            return parameter.getResource();
        }
        if (parameter.hasValue()) {
            return parameter.getValue();
        }
        throw BadParameter.of(parameter.getName(), "has no value. Give one, or leave the parameter out.");
    }

    private static void put(Map<String, Object> values, String name, Object value, Set<String> names) {
        if (!names.contains(name)) {
            List<String> known = new ArrayList<>(names);
            known.sort(null);
            throw BadParameter.of(name, "is not one of this operation, which has " + String.join(", ", known) + ".");
        }
        if (values.put(name, value) != null) {
            throw BadParameter.of(name, "is given more than once. Give it once.");
        }
    }

    /** The text of a parameter with a primitive value or a reference. */
    public Optional<String> text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        if (value instanceof Reference reference && reference.hasReference()) {
            return Optional.of(reference.getReference());
        }
        if (value instanceof Type type && type.isPrimitive()) {
            return Optional.of(type.primitiveValue());
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
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Resource resource) {
            return Optional.of(resource);
        }
        throw BadParameter.of(name, "must be a resource (\"resource\"), not a value of type " + typeOf(value) + ".");
    }

    private static String typeOf(Object value) {
        return value instanceof Resource resource
                ? resource.fhirType()
                : value instanceof Type type ? type.fhirType() : "string";
    }
}
