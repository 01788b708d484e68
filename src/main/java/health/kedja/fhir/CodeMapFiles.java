package health.kedja.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/** Reads {@link CodeMaps} from the ConceptMaps on the class path. */
final class CodeMapFiles {

    private static final String EVENTS = "terminology/ConceptMap-kedja-code-to-event.json";
    private static final String ALIASES = "terminology/ConceptMap-kedja-system-alias.json";
    private static final String BODY_SITES = "terminology/ConceptMap-kedja-body-site.json";

    private static final String SCANNER_MAKERS = "terminology/ConceptMap-kedja-scanner-maker-name.json";

    private CodeMapFiles() {}

    static CodeMaps load() {
        Map<String, String> aliases = new HashMap<>();
        forEach(read(ALIASES), (group, source, target) -> aliases.put(source.getCode(), target.getCode()));

        Map<String, Map<String, List<Target>>> events = new HashMap<>();
        Map<String, List<Target>> diagnoses = new HashMap<>();
        forEach(read(EVENTS), (group, source, target) -> {
            String system = aliases.getOrDefault(group.getSource(), group.getSource());
            Target parsed = parse(target.getCode());
            events.computeIfAbsent(system, any -> new HashMap<>())
                    .computeIfAbsent(source.getCode(), any -> new ArrayList<>())
                    .add(parsed);
            if (CodeMaps.isIcd(system)) {
                // One set of diagnoses, whichever of its systems it is published under.
                String code = IcdCode.canonical(source.getCode(), system.startsWith(Systems.SKS));
                List<Target> known = diagnoses.computeIfAbsent(code, any -> new ArrayList<>());
                if (!known.contains(parsed)) {
                    known.add(parsed);
                }
            }
        });

        Map<String, Map<String, String>> sites = new HashMap<>();
        Map<String, Map<String, String>> regions = new HashMap<>();
        forEach(read(BODY_SITES), (group, source, target) -> {
            String system = aliases.getOrDefault(group.getSource(), group.getSource());
            boolean region = Systems.BONE_REGION.equals(group.getTarget());
            (region ? regions : sites)
                    .computeIfAbsent(system, any -> new HashMap<>())
                    .put(source.getCode(), target.getCode());
        });
        Map<String, String> scannerMakers = new HashMap<>();
        forEach(read(SCANNER_MAKERS), (group, source, target) -> scannerMakers.put(source.getCode(), target.getCode()));
        return new CodeMaps(aliases, events, diagnoses, sites, regions, scannerMakers);
    }

    private static Target parse(String text) {
        try {
            return Target.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(EVENTS + ": " + e.getMessage(), e);
        }
    }

    private static ConceptMap read(String file) {
        try (InputStream in = CodeMapFiles.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return FhirContext.forR4Cached().newJsonParser().parseResource(ConceptMap.class, in);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private interface Mapping {
        void accept(ConceptMapGroupComponent group, SourceElementComponent source, TargetElementComponent target);
    }

    private static void forEach(ConceptMap map, Mapping mapping) {
        for (ConceptMapGroupComponent group : map.getGroup()) {
            for (SourceElementComponent source : group.getElement()) {
                for (TargetElementComponent target : source.getTarget()) {
                    if (target.hasCode() && target.getEquivalence() != ConceptMapEquivalence.UNMATCHED) {
                        mapping.accept(group, source, target);
                    }
                }
            }
        }
    }
}
