package health.kedja.fhir;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** References within one Bundle: by {@code fullUrl}, {@code Type/id}, or condition ({@code Patient?identifier=}). */
final class BundleReferences implements References {

    private static final String IDENTIFIER = "identifier=";

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, String> conditional = new HashMap<>();

    BundleReferences(Bundle bundle) {
        int index = 0;
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.hasResource()) {
                add(entry, entry.getResource(), index);
            }
            index++;
        }
    }

    private void add(BundleEntryComponent entry, Resource resource, int index) {
        String id = resource.getIdElement().getIdPart();
        // The parser gives a resource without id the fullUrl of its entry.
        boolean named = id != null && !id.startsWith("urn:");
        String full = entry.hasFullUrl() ? References.relative(entry.getFullUrl()) : null;
        String name = named ? resource.fhirType() + "/" + id : full == null ? "Bundle.entry[" + index + "]" : full;
        resources.put(name, resource);
        names.put(name, name);
        if (full != null) {
            names.put(full, name);
        }
        String ifNoneExist = entry.getRequest().getIfNoneExist();
        if (ifNoneExist != null) {
            String query = ifNoneExist.substring(ifNoneExist.indexOf('?') + 1);
            conditional.put(resource.fhirType() + "?" + decoded(query), name);
        }
        String url = entry.getRequest().getUrl();
        if (url != null && url.indexOf('?') > 0) {
            conditional.put(decoded(url), name);
        }
    }

    /** The resources of the Bundle under the names that events give them. */
    Map<String, Resource> resources() {
        return resources;
    }

    @Override
    public String of(Reference element) {
        if (element != null && !element.hasReference() && element.hasIdentifier() && element.hasType()) {
            Identifier identifier = element.getIdentifier();
            return normal(element.getType() + "?" + IDENTIFIER + identifier.getSystem() + "|" + identifier.getValue());
        }
        return References.super.of(element);
    }

    @Override
    public String normal(String reference) {
        String relative = References.relative(reference);
        String name = names.get(relative);
        if (name != null) {
            return name;
        }
        if (relative.indexOf('?') > 0) {
            return conditional(decoded(relative));
        }
        if (relative.startsWith("urn:")) {
            throw new UnreadableBundleException(
                    "The reference '" + reference + "' leads to no entry of the Bundle: no entry has it as fullUrl.");
        }
        return relative;
    }

    @Override
    public Resource find(String reference) {
        return resources.get(normal(reference));
    }

    private String conditional(String query) {
        String name = conditional.get(query);
        if (name != null) {
            return name;
        }
        String type = query.substring(0, query.indexOf('?'));
        String parameters = query.substring(query.indexOf('?') + 1);
        if (parameters.startsWith(IDENTIFIER) && parameters.indexOf('&') < 0) {
            String token = parameters.substring(IDENTIFIER.length());
            List<String> found = resources.entrySet().stream()
                    .filter(entry -> entry.getValue().fhirType().equals(type) && has(entry.getValue(), token))
                    .map(Map.Entry::getKey)
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
        }
        throw new UnreadableBundleException("A conditional reference to " + type
                + " leads to no single entry of the Bundle: none has this ifNoneExist, and not exactly one this"
                + " identifier.");
    }

    private static boolean has(Resource resource, String token) {
        int bar = token.indexOf('|');
        String system = bar < 0 ? null : token.substring(0, bar);
        String value = token.substring(bar + 1);
        for (Base base : resource.getNamedProperty("identifier") == null
                ? List.<Base>of()
                : resource.getNamedProperty("identifier").getValues()) {
            if (base instanceof Identifier identifier
                    && value.equals(identifier.getValue())
                    && (system == null || system.equals(identifier.hasSystem() ? identifier.getSystem() : ""))) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String query) {
        return URLDecoder.decode(query.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
