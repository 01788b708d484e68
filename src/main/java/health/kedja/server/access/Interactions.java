package health.kedja.server.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Rules;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;

/** What a request wants, in the words of the table. */
final class Interactions {

    /** What the names of CDS Hooks services begin with. */
    static final String SERVICE = Rules.SERVICES + "/";

    private static final String EVALUATE = "$evaluate-measure";
    private static final String HARMONISE = "$harmonise-bmd";

    private Interactions() {}

    /** The interaction or operation; of what HAPI may do and the table does not know, a word that has no row. */
    static String of(RequestDetails request, RestOperationTypeEnum type) {
        return switch (type) {
            case TRANSACTION, BATCH -> "transaction";
            case METADATA -> "metadata";
            case GET_PAGE -> "page";
            case SEARCH_TYPE -> "search";
            case HISTORY_INSTANCE -> "history";
            case READ, VREAD, CREATE, UPDATE, PATCH, DELETE -> type.name().toLowerCase(Locale.ROOT);
            case META -> ofAll(request, "$meta");
            case META_ADD -> ofAll(request, "$meta-add");
            case META_DELETE -> ofAll(request, "$meta-delete");
            case VALIDATE -> "$validate";
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER -> operation(request);
            default -> type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static String operation(RequestDetails request) {
        String name = request.getOperation();
        if (EVALUATE.equals(name)) {
            return name + " " + reportType(request);
        }
        if (HARMONISE.equals(name) && request.getId() == null) {
            return name + " posted";
        }
        return "$everything".equals(name) || "$meta".equals(name) ? ofAll(request, name) : name;
    }

    /** Of all resources of a type together they would tell of those that the caller may not see. */
    private static String ofAll(RequestDetails request, String operation) {
        return request.getId() == null ? operation + " of all" : operation;
    }

    /** As the operation itself understands it. */
    private static String reportType(RequestDetails request) {
        return parameter(request, "reportType")
                .or(() -> parameter(request, "subject")
                        .filter(subject -> subject.contains("Patient/"))
                        .map(subject -> "subject"))
                .orElse("population");
    }

    static Optional<String> parameter(RequestDetails request, String name) {
        String[] given = request.getParameters().get(name);
        if (given != null && given.length > 0) {
            return Optional.of(given[0]);
        }
        return request.getResource() instanceof Parameters body && body.getParameter(name) != null
                ? Optional.ofNullable(body.getParameter(name).getValue())
                        .map(value -> value instanceof org.hl7.fhir.r4.model.Reference reference
                                ? reference.getReference()
                                : value.primitiveValue())
                : Optional.empty();
    }
}
