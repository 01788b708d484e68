package health.kedja.access.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a request, or an entry of a Bundle, asks for, read from its method and URL alone: so it can be said of a request
 * that was refused before anyone looked at it.
 *
 * @param interaction as FHIR names it, such as {@code history-instance}
 * @param resource {@code Type/id}, with version where the URL has one; null where it names none
 * @param query the path and the parameters where it is a search, a page, a history or an operation; else null
 * @param patients those that the URL names, as logical ids
 */
record Asked(String interaction, String resource, String query, Set<String> patients) {

    private static final Set<String> OF_PATIENT = Set.of("patient", "subject", "individual", "for", "entity", "member");
    private static final String PATIENT = "Patient";

    /**
     * Reads it.
     *
     * @param path below the base of the API, such as {@code Patient/1}
     * @param query the part after the question mark, or null
     */
    static Asked of(String method, String path, String query) {
        List<String> parts =
                Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
        Map<String, List<String>> parameters = parameters(query);
        String whole = query == null || query.isEmpty() ? path : path + "?" + query;
        String interaction = interaction(method, parts, parameters);
        String resource = resource(parts);
        Set<String> patients = new TreeSet<>();
        if (resource != null && parts.get(0).equals(PATIENT)) {
            patients.add(parts.get(1));
        }
        parameters.forEach((name, values) -> patients.addAll(patients(parts, name, values)));
        boolean byId = resource != null
                && Set.of("read", "vread", "create", "update", "patch", "delete")
                        .contains(interaction);
        return new Asked(interaction, resource, byId || whole.isEmpty() ? null : whole, patients);
    }

    /** The same of an entry of a Bundle, whose URL is relative. */
    static Asked ofEntry(String method, String url) {
        String relative = url == null ? "" : url;
        int mark = relative.indexOf('?');
        return mark < 0
                ? of(method, relative, null)
                : of(method, relative.substring(0, mark), relative.substring(mark + 1));
    }

    /**
     * What a call of a CDS Hooks service asks for.
     *
     * @param path as seen from the base of the API
     * @param parameters what it says of itself; empty where it was not understood
     * @param stored whether it is answered from what is stored
     */
    static Asked ofService(String path, Map<String, String[]> parameters, boolean stored) {
        Set<String> patients = new TreeSet<>();
        for (String patient : parameters.getOrDefault("patientId", new String[0])) {
            patients.add(patient);
        }
        String query = SentParameters.query(new TreeMap<>(parameters), null);
        String resource = stored && !patients.isEmpty()
                ? PATIENT + "/" + patients.iterator().next()
                : null;
        return new Asked("operation", resource, query.isEmpty() ? path : path + "?" + query, patients);
    }

    private static String interaction(String method, List<String> parts, Map<String, List<String>> parameters) {
        if (parts.stream().anyMatch(part -> part.startsWith("$"))) {
            return "operation";
        }
        if (parameters.containsKey("_getpages")) {
            return "search";
        }
        boolean search = !parts.isEmpty() && parts.get(parts.size() - 1).equals("_search");
        return switch (method) {
            case "GET", "HEAD" -> reading(parts);
            case "POST" ->
                search
                        ? parts.size() == 1 ? "search-system" : "search-type"
                        : parts.isEmpty() ? "transaction" : "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> "operation";
        };
    }

    private static String reading(List<String> parts) {
        int history = parts.indexOf("_history");
        return switch (history) {
            case -1 ->
                parts.isEmpty()
                        ? "search-system"
                        : parts.size() == 1 || parts.get(1).equals("_search") ? "search-type" : "read";
            case 0 -> "history-system";
            case 1 -> "history-type";
            default -> parts.size() > history + 1 ? "vread" : "history-instance";
        };
    }

    private static String resource(List<String> parts) {
        if (parts.size() < 2
                || parts.get(1).startsWith("_")
                || parts.get(0).startsWith("$")
                || parts.get(1).startsWith("$")) {
            return null;
        }
        String resource = parts.get(0) + "/" + parts.get(1);
        boolean versioned = parts.size() > 3 && parts.get(2).equals("_history");
        return versioned ? resource + "/_history/" + parts.get(3) : resource;
    }

    /** Every parameter with its values, decoded. What cannot be decoded is left as it is. */
    static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(parameter.substring(0, equals)), name -> new java.util.ArrayList<>())
                        .add(decoded(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The patients that a parameter names, as logical ids. */
    static Set<String> patients(List<String> path, String parameter, Collection<String> values) {
        String name = parameter.contains(":") ? parameter.substring(0, parameter.indexOf(':')) : parameter;
        boolean id = parameter.endsWith(":Patient") || parameter.equals("patient");
        boolean own = parameter.equals("_id") && !path.isEmpty() && path.get(0).equals(PATIENT);
        Set<String> found = new TreeSet<>();
        if (!OF_PATIENT.contains(name) && !own) {
            return found;
        }
        for (String value : values) {
            for (String one : value.split(",")) {
                String patient = id || own ? Subjects.localId(one, true) : Subjects.localId(one, false);
                if (patient != null) {
                    found.add(patient);
                }
            }
        }
        return found;
    }
}
