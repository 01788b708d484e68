package health.kedja.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What codes mean to Kedja, read from the published ConceptMaps on the class path, so that what is published and what
 * is done cannot drift apart:
 *
 * <ul>
 *   <li>{@code terminology/ConceptMap-kedja-code-to-event.json}: code to event; ICD-10 and ATC by longest prefix
 *   <li>{@code terminology/ConceptMap-kedja-system-alias.json}: the URIs under which one code system arrives
 *   <li>{@code terminology/ConceptMap-kedja-body-site.json}: body site to fracture site and bone region
 *   <li>{@code terminology/ConceptMap-kedja-scanner-maker-name.json}: manufacturer as written to maker of scanners
 * </ul>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CodeMaps {

    private static final Set<String> ICD_SYSTEMS =
            Set.of(Systems.ICD10_SE, Systems.ICD10, Systems.SKS, Systems.SKS_DIAGNOSES);

    /** SKS chapter K: {@code KNFJ59}, at times with a further letter. */
    private static final Pattern DANISH_OPERATION = Pattern.compile("K[A-Z]{3}[0-9]{2}[A-Z]?");

    private final Map<String, String> aliases;
    private final Map<String, Map<String, List<Target>>> events;
    private final Map<String, List<Target>> diagnoses;
    private final Map<String, Map<String, String>> sites;
    private final Map<String, Map<String, String>> regions;
    private final Map<String, String> scannerMakers;

    CodeMaps(
            Map<String, String> aliases,
            Map<String, Map<String, List<Target>>> events,
            Map<String, List<Target>> diagnoses,
            Map<String, Map<String, String>> sites,
            Map<String, Map<String, String>> regions,
            Map<String, String> scannerMakers) {
        this.aliases = aliases;
        this.events = events;
        this.diagnoses = diagnoses;
        this.sites = sites;
        this.regions = regions;
        this.scannerMakers = scannerMakers;
    }

    /**
     * Reads the maps from the class path.
     *
     * @throws IllegalStateException if one is missing or names a kind of event that does not exist
     */
    public static CodeMaps load() {
        return CodeMapFiles.load();
    }

    /** The URI that Kedja uses for this code system: itself, unless it is an alias. */
    public String canonical(String system) {
        return aliases.getOrDefault(system, system);
    }

    /** Whether codes of this system, under any of its URIs, mean something to Kedja. */
    public boolean knows(String system) {
        if (system == null) {
            return false;
        }
        String canonical = canonical(system);
        return events.containsKey(canonical)
                || ICD_SYSTEMS.contains(canonical)
                || system.startsWith(Systems.CODE_SYSTEM);
    }

    static boolean isIcd(String canonicalSystem) {
        return ICD_SYSTEMS.contains(canonicalSystem);
    }

    /**
     * The code as events carry it: an ICD-10 code without dot and Danish D, a Danish operation without its K, any other
     * as it is.
     */
    String canonicalCode(String canonicalSystem, String code) {
        if (!isIcd(canonicalSystem)) {
            return code;
        }
        boolean danish = canonicalSystem.startsWith(Systems.SKS);
        if (danish && DANISH_OPERATION.matcher(code).matches()) {
            return code.substring(1, 6);
        }
        return IcdCode.canonical(code, danish);
    }

    /**
     * What a code means.
     *
     * @param canonicalSystem from {@link #canonical(String)}
     * @param canonicalCode from {@link #canonicalCode(String, String)}
     * @return nothing where the code means nothing to Kedja
     */
    List<Target> targets(String canonicalSystem, String canonicalCode) {
        if (isIcd(canonicalSystem)) {
            List<Target> found = longestPrefix(diagnoses, canonicalCode);
            if (!found.isEmpty()) {
                return found;
            }
        }
        // Danish and Swedish operation codes are editions of one Nordic classification.
        boolean danish = canonicalSystem.startsWith(Systems.SKS) && !events.containsKey(canonicalSystem);
        Map<String, List<Target>> group = events.get(danish ? Systems.KVA : canonicalSystem);
        if (group == null) {
            return List.of();
        }
        return canonicalSystem.equals(Systems.ATC)
                ? longestPrefix(group, canonicalCode)
                : group.getOrDefault(canonicalCode, List.of());
    }

    /** The fracture site of a body site, or null. */
    String site(String canonicalSystem, String code) {
        return lookUp(sites, Systems.FRACTURE_SITE, canonicalSystem, code);
    }

    /** The bone region of a body site, or null. */
    String region(String canonicalSystem, String code) {
        return lookUp(regions, Systems.BONE_REGION, canonicalSystem, code);
    }

    /** The maker of a scanner by the name that a record gives, or null when it is not one of the published names. */
    String scannerMaker(String manufacturer) {
        String name = manufacturer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return scannerMakers.get(name.replaceAll("^-|-$", ""));
    }

    private static String lookUp(
            Map<String, Map<String, String>> map, String ownSystem, String canonicalSystem, String code) {
        if (ownSystem.equals(canonicalSystem)) {
            return code;
        }
        return map.getOrDefault(canonicalSystem, Map.of()).get(code);
    }

    private static List<Target> longestPrefix(Map<String, List<Target>> group, String code) {
        for (int length = code.length(); length > 0; length--) {
            List<Target> targets = group.get(code.substring(0, length));
            if (targets != null) {
                return targets;
            }
        }
        return List.of();
    }
}
