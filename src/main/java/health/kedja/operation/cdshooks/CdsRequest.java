package health.kedja.operation.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.kedja.operation.BadParameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * A call of a service, valid. What it names as {@code fhirServer} and {@code fhirAuthorization} is not looked at: nothing is
 * fetched from an address that a client names.
 *
 * @param hookInstance the UUID that the client gives to the moment
 * @param userId who sees the cards, such as {@code Practitioner/anna}, as the client says
 * @param patientId logical id of the patient
 * @param record the record of the patient, where the client sent it
 */
public record CdsRequest(String hookInstance, String userId, String patientId, Optional<Bundle> record) {

    /** What the record is called in {@code prefetch}. */
    static final String RECORD = "record";

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern USER =
            Pattern.compile("(Practitioner|PractitionerRole|Patient|RelatedPerson)/[A-Za-z0-9.-]{1,64}");
    private static final int MOST_SHOWN = 100;

    /** Digits are kept as they were written: the FHIR parser reads them again. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /**
     * Reads a call.
     *
     * @param body as it was sent
     * @param strict reads the resources in it
     * @throws InvalidRequestException that names the element (400)
     */
    public static CdsRequest parse(CdsService service, byte[] body, FhirContext strict) {
        JsonNode request = read(body);
        String hook = text(request, "hook", "hook");
        if (!hook.equals(service.hook())) {
            throw BadParameter.of(
                    "hook",
                    "'" + shown(hook) + "' is not the hook of this service, which is for " + service.hook() + ".");
        }
        String instance = matching(request, "hookInstance", "hookInstance", UUID, "a UUID");
        JsonNode context = request.path("context");
        if (!context.isObject()) {
            throw BadParameter.of("context", "an object with userId and patientId is needed here.");
        }
        String user = matching(context, "userId", "context.userId", USER, "a user such as Practitioner/123");
        String patient = matching(
                context, "patientId", "context.patientId", ID, "the logical id of a Patient, without the type");
        if (service.isOfEncounter()) {
            matching(context, "encounterId", "context.encounterId", ID, "the logical id of an Encounter");
        }
        return new CdsRequest(instance, user, patient, record(request.path("prefetch"), patient, strict));
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode request = JSON.readTree(body);
            if (request != null && request.isObject()) {
                return request;
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw BadParameter.of("body", "is not JSON, from line " + line + " on. Send the request of the hook.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw BadParameter.of("body", "is not a JSON object. Send the request of the hook.");
    }

    private static String text(JsonNode object, String property, String path) {
        JsonNode value = object.path(property);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw BadParameter.of(path, "is needed, as a text.");
        }
        return value.textValue();
    }

    private static String matching(JsonNode object, String property, String path, Pattern rule, String what) {
        String value = text(object, property, path);
        if (!rule.matcher(value).matches()) {
            throw BadParameter.of(path, "'" + shown(value) + "' is not " + what + ".");
        }
        return value;
    }

    private static String shown(String value) {
        String plain = value.replace('\0', '\uFFFD');
        return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) + "…" : plain;
    }

    private static Optional<Bundle> record(JsonNode prefetch, String patient, FhirContext strict) {
        if (prefetch.isMissingNode() || prefetch.isNull()) {
            return Optional.empty();
        }
        if (!prefetch.isObject()) {
            throw BadParameter.of("prefetch", "must be an object, with what is asked for as '" + RECORD + "'.");
        }
        prefetch.fieldNames().forEachRemaining(name -> {
            if (!name.equals(RECORD)) {
                throw BadParameter.of(
                        "prefetch." + shown(name),
                        "is not asked for, and would not be looked at. Send '" + RECORD + "', or no prefetch.");
            }
        });
        JsonNode record = prefetch.path(RECORD);
        if (record.isMissingNode() || record.isNull()) {
            return Optional.empty();
        }
        Resource resource = resource(record, strict);
        if (resource instanceof OperationOutcome) {
            // What a client sends that could not get it.
            return Optional.empty();
        }
        if (!(resource instanceof Bundle bundle)) {
            throw BadParameter.of("prefetch." + RECORD, "must be a Bundle, not a " + resource.fhirType() + ".");
        }
        PrefetchedRecord.check(bundle, patient);
        return Optional.of(bundle);
    }

    private static Resource resource(JsonNode record, FhirContext strict) {
        try {
            return (Resource) strict.newJsonParser().parseResource(JSON.writeValueAsString(record));
        } catch (DataFormatException e) {
            throw BadParameter.of("prefetch." + RECORD, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read cannot be written", e);
        }
    }
}
