package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.CodeValidationResult;
import ca.uhn.fhir.context.support.IValidationSupport.ValueSetExpansionOutcome;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.context.support.ValueSetExpansionOptions;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;

/**
 * {@code ValueSet/$expand} and {@code ValueSet/$validate-code}, worked out in memory for each question. HAPI's own need
 * a full-text index. Enough for value sets of hundreds of codes, as Kedja's are; one that takes in a whole system that
 * is not here (LOINC, ICD-10) cannot be expanded, and the answer says so.
 */
public final class ValueSetProvider {

    private final DaoRegistry daos;
    private final IValidationSupport stored;
    private final InMemoryTerminologyServerValidationSupport memory;

    /** @param stored finds stored and standard code systems and value sets */
    ValueSetProvider(FhirContext context, DaoRegistry daos, IValidationSupport stored) {
        this.daos = daos;
        this.stored = stored;
        this.memory = new InMemoryTerminologyServerValidationSupport(context);
    }

    /**
     * The codes of a value set.
     *
     * @param filter part of a code or a display, in upper or lower case; null for all codes
     * @param offset how many to leave out from the beginning; 0 or more
     * @param count how many to give at most; 0 or more
     */
    @Operation(
            name = "$expand",
            typeName = "ValueSet",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/ValueSet-expand")
    public ValueSet expand(
            @IdParam(optional = true) IdType id,
            @OperationParam(name = "url", max = 1) UriType url,
            @OperationParam(name = "filter", max = 1) StringType filter,
            @OperationParam(name = "offset", max = 1) IntegerType offset,
            @OperationParam(name = "count", max = 1) IntegerType count,
            RequestDetails request) {
        int first = notNegative("offset", offset, 0);
        int most = notNegative("count", count, Integer.MAX_VALUE);
        ValueSet valueSet = find(id, url, request);
        ValueSetExpansionOutcome outcome =
                memory.expandValueSet(new ValidationSupportContext(stored), new ValueSetExpansionOptions(), valueSet);
        if (outcome == null || !(outcome.getValueSet() instanceof ValueSet expanded)) {
            throw new UnprocessableEntityException("The value set " + valueSet.getUrl() + " cannot be expanded here: "
                    + (outcome == null ? "a code system of it is not known" : outcome.getError()));
        }
        String part =
                filter == null || filter.isEmpty() ? "" : filter.getValue().toLowerCase(Locale.ROOT);
        List<ValueSetExpansionContainsComponent> codes = expanded.getExpansion().getContains().stream()
                .filter(code -> contains(code.getCode(), part) || contains(code.getDisplay(), part))
                .toList();
        ValueSet answer = valueSet.copy();
        ValueSetExpansionComponent expansion = new ValueSetExpansionComponent();
        expansion.setIdentifier("urn:uuid:" + UUID.randomUUID()).setTimestamp(new Date());
        expansion.setTotal(codes.size()).setOffset(first);
        codes.stream().skip(first).limit(most).forEach(expansion::addContains);
        return answer.setExpansion(expansion);
    }

    /** Whether a code is in a value set. */
    @Operation(
            name = "$validate-code",
            typeName = "ValueSet",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code")
    public Parameters validateCode(
            @IdParam(optional = true) IdType id,
            @OperationParam(name = "url", max = 1) UriType url,
            @OperationParam(name = "code", max = 1) CodeType code,
            @OperationParam(name = "system", max = 1) UriType system,
            @OperationParam(name = "display", max = 1) StringType display,
            RequestDetails request) {
        if (code == null || code.isEmpty() || system == null || system.isEmpty()) {
            throw RefusedRequest.of(IssueType.REQUIRED, "The operation $validate-code needs code and system.");
        }
        ValueSet valueSet = find(id, url, request);
        CodeValidationResult result = memory.validateCodeInValueSet(
                new ValidationSupportContext(stored),
                new ConceptValidationOptions(),
                system.getValue(),
                code.getValue(),
                display == null ? null : display.getValue(),
                valueSet);
        Parameters answer = new Parameters();
        boolean there = result != null && result.isOk();
        answer.addParameter("result", there);
        if (there && result.getDisplay() != null) {
            answer.addParameter("display", result.getDisplay());
        }
        if (!there) {
            answer.addParameter(
                    "message",
                    result == null || result.getMessage() == null
                            ? "The code " + code.getValue() + " of " + system.getValue() + " is not in "
                                    + valueSet.getUrl()
                            : result.getMessage());
        }
        return answer;
    }

    private ValueSet find(IdType id, UriType url, RequestDetails request) {
        if (id != null && id.hasIdPart()) {
            return (ValueSet) daos.getResourceDao("ValueSet").read(id, request);
        }
        if (url == null || url.isEmpty()) {
            throw RefusedRequest.of(
                    IssueType.REQUIRED,
                    "The operation needs url, the canonical of a value set, or its id in the path.");
        }
        if (stored.fetchValueSet(url.getValue()) instanceof ValueSet valueSet) {
            return valueSet;
        }
        throw new ResourceNotFoundException("There is no value set with the canonical " + url.getValue() + " here.");
    }

    private static int notNegative(String name, IntegerType given, int otherwise) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        if (given.getValue() < 0) {
            throw RefusedRequest.of(name, "must not be negative", given.getValue());
        }
        return given.getValue();
    }

    private static boolean contains(String text, String part) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(part);
    }
}
