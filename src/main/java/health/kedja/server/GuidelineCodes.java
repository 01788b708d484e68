package health.kedja.server;

import com.fasterxml.jackson.databind.JsonNode;
import health.kedja.fhir.KnownCodes;
import health.kedja.pathway.EvidenceToken;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whether the codes that a guideline file names are those of events: one that no record can carry would load silently
 * and never be shown.
 */
final class GuidelineCodes {

    private static final KnownCodes KNOWN = KnownCodes.published();
    private static final String EVIDENCE = "#/$defs/evidence-token";

    /** Fields whose texts are tokens of evidence, by the published schema. */
    private static final Set<String> EVIDENCE_FIELDS = evidenceFields();

    /** Further fields that name codes of events. */
    private static final Map<String, Collection<String>> CODE_FIELDS = Map.of(
            "analyte", KNOWN.of(Kind.LABORATORY_RESULT),
            "diseases", KNOWN.of(Kind.DISEASE),
            "region", KNOWN.regions(),
            "t-score-regions", KNOWN.regions(),
            "otherwise", KNOWN.regions(),
            "body-sites", KNOWN.sites());

    private final String name;
    private final YamlLines lines;
    private final List<String> problems = new ArrayList<>();

    private GuidelineCodes(String name, YamlLines lines) {
        this.name = name;
        this.lines = lines;
    }

    /** Every code that is not known, one line of text each; empty when all are. The form of the file is right. */
    static List<String> problems(String name, JsonNode guideline, YamlLines lines) {
        GuidelineCodes codes = new GuidelineCodes(name, lines);
        codes.inside("", null, guideline);
        return List.copyOf(codes.problems);
    }

    private void inside(String path, String field, JsonNode node) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(entry -> inside(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getKey(),
                            entry.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                inside(path + "[" + i + "]", field, node.get(i));
            }
        } else if (node.isTextual() && EVIDENCE_FIELDS.contains(field)) {
            evidence(path, node.asText());
        } else if (node.isTextual() && CODE_FIELDS.containsKey(field)) {
            Collection<String> known = CODE_FIELDS.get(field);
            if (!known.contains(node.asText())) {
                unknown(path, node.asText(), known, Function.identity());
            }
        }
    }

    private void evidence(String path, String text) {
        EvidenceToken token = EvidenceToken.parse(text);
        if (token.code() == null || KNOWN.isKnown(token.kind(), token.code())) {
            return;
        }
        String kind = token.kind().token();
        Collection<String> known = KNOWN.of(token.kind());
        if (known.isEmpty()) {
            add(path, "'" + text + "' is not known; '" + kind + "' carries no such code");
        } else {
            unknown(path, text, known, code -> kind + ":" + code);
        }
    }

    private void unknown(String path, String text, Collection<String> known, Function<String, String> written) {
        String nearest = known.stream()
                .map(written)
                .min((one, other) -> Integer.compare(distance(text, one), distance(text, other)))
                .orElseThrow();
        List<String> all = known.stream().map(written).sorted().toList();
        add(path, "'" + text + "' is not known; the nearest is '" + nearest + "'; known are " + all);
    }

    private void add(String path, String problem) {
        problems.add(name + ", line " + lines.of(path) + ", field " + path + ": " + problem);
    }

    /** Fewest letters to put in, take out or change, or neighbours to swap, to get from one word to the other. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static Set<String> evidenceFields() {
        Set<String> fields = new TreeSet<>();
        evidenceFields(FileSchema.GUIDELINE.text(), fields);
        return fields;
    }

    private static void evidenceFields(JsonNode node, Set<String> fields) {
        node.fields().forEachRemaining(entry -> {
            JsonNode schema = entry.getValue();
            if (EVIDENCE.equals(schema.path("$ref").asText())
                    || EVIDENCE.equals(schema.path("items").path("$ref").asText())) {
                fields.add(entry.getKey());
            }
        });
        node.forEach(child -> evidenceFields(child, fields));
    }
}
