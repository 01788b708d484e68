package health.kedja.exchange;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.operation.BadParameter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * The parameters of a kick-off request, read from its address or, of a POST, from Parameters too.
 *
 * @param types those named; empty when none is
 * @param since only what changed after it
 * @param filters searches by type, of which a resource of the type must match one
 * @param patients ids of the patients named; empty when none is
 * @param lenient whether what is not offered is to be left aside ({@code Prefer: handling=lenient})
 */
record ExportInput(
        Set<String> types,
        Optional<Instant> since,
        Map<String, List<String>> filters,
        Set<String> patients,
        boolean lenient) {

    private static final Set<String> FORMATS = Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");
    private static final Set<String> OF_THE_SERVER = Set.of("_format", "_pretty");
    /** A comma that separates two searches, not two values of one. */
    private static final Pattern BETWEEN_SEARCHES = Pattern.compile(",(?=[A-Z][A-Za-z]+\\?)");

    /** What says how an answer looks, and not what is in it. */
    private static final Pattern OF_RESULTS =
            Pattern.compile("[?&](_sort|_count|_include|_revinclude|_summary|_elements|_total|_contained)[:=]");

    private static final Pattern PATIENT = Pattern.compile("Patient/([A-Za-z0-9.\\-]{1,64})");

    /**
     * Reads them.
     *
     * @param body the Parameters of a POST, or null
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException (400) that names parameter, rule and value
     */
    static ExportInput read(RequestDetails request, Parameters body) {
        List<String> preferences =
                Optional.ofNullable(request.getHeaders("Prefer")).orElse(List.of());
        if (preferences.stream().noneMatch(preference -> preference.contains("respond-async"))) {
            throw BadParameter.of(
                    "Prefer",
                    "an export is made while the client does other things, and this header must say that it will come"
                            + " back for it. Send Prefer: respond-async.");
        }
        boolean lenient = preferences.stream().anyMatch(preference -> preference.contains("handling=lenient"));
        Map<String, List<String>> given = new LinkedHashMap<>();
        request.getParameters().forEach((name, values) -> {
            if (!OF_THE_SERVER.contains(name)) {
                given.computeIfAbsent(name, any -> new ArrayList<>()).addAll(List.of(values));
            }
        });
        if (given.containsKey("patient")) {
            throw BadParameter.of("patient", "is taken in the Parameters of a POST only.");
        }
        if (body != null) {
            body.getParameter()
                    .forEach(parameter -> given.computeIfAbsent(
                                    String.valueOf(parameter.getName()), any -> new ArrayList<>())
                            .add(text(parameter)));
        }
        checkFormat(one(given, "_outputFormat"));
        ExportInput input = new ExportInput(
                types(texts(given, "_type")),
                one(given, "_since").map(ExportInput::instant),
                filters(texts(given, "_typeFilter")),
                patients(texts(given, "patient")),
                lenient);
        if (!given.isEmpty() && !lenient) {
            throw BadParameter.notSupported(
                    given.keySet().iterator().next(),
                    "is not one of $export, which has _type, _since, _typeFilter, _outputFormat and, in a POST, patient."
                            + " Leave it out, or send Prefer: handling=lenient.");
        }
        return input;
    }

    private static String text(ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof Reference reference && reference.hasReference()) {
            return reference.getReference();
        }
        if (parameter.hasValue() && parameter.getValue().isPrimitive()) {
            return parameter.getValue().primitiveValue();
        }
        throw BadParameter.of(parameter.getName(), "has no value that can be used here.");
    }

    private static List<String> texts(Map<String, List<String>> given, String name) {
        return Optional.ofNullable(given.remove(name)).orElse(List.of());
    }

    private static Optional<String> one(Map<String, List<String>> given, String name) {
        List<String> values = texts(given, name);
        if (values.size() > 1) {
            throw BadParameter.of(name, "is given more than once. Give it once.");
        }
        return values.stream().findFirst();
    }

    private static void checkFormat(Optional<String> format) {
        format.filter(text -> !FORMATS.contains(text.replace(' ', '+'))).ifPresent(text -> {
            throw BadParameter.notSupported(
                    "_outputFormat", "'" + text + "' is not offered. Leave it out, or give application/fhir+ndjson.");
        });
    }

    private static Set<String> types(List<String> texts) {
        Set<String> types = new LinkedHashSet<>();
        for (String text : texts) {
            Stream.of(text.split(",", -1)).map(String::strip).forEach(types::add);
        }
        return types;
    }

    private static Instant instant(String text) {
        try {
            // In an address a plus sign that is not encoded means a blank, which no instant has.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw BadParameter.of(
                    "_since", "'" + text + "' is no instant. Give date, time and zone, such as 2026-01-31T12:00:00Z.");
        }
    }

    private static Map<String, List<String>> filters(List<String> texts) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String text : texts) {
            for (String search : BETWEEN_SEARCHES.split(text)) {
                int mark = search.indexOf('?');
                if (mark < 1 || mark == search.length() - 1) {
                    throw BadParameter.of(
                            "_typeFilter", "'" + search + "' is no search. Give it as Type?parameter=value.");
                }
                if (OF_RESULTS.matcher(search).find()) {
                    throw BadParameter.of(
                            "_typeFilter",
                            "'" + search
                                    + "' says how results are shown, which an export does not ask. Give criteria only.");
                }
                filters.computeIfAbsent(search.substring(0, mark), type -> new ArrayList<>())
                        .add(search);
            }
        }
        return filters;
    }

    private static Set<String> patients(List<String> texts) {
        Set<String> patients = new LinkedHashSet<>();
        for (String text : texts) {
            var reference = PATIENT.matcher(text);
            if (!reference.matches()) {
                throw BadParameter.of(
                        "patient", "'" + text + "' is no reference to a patient. Give it as Patient/[id].");
            }
            patients.add(reference.group(1));
        }
        return patients;
    }
}
