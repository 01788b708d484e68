package health.kedja.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an indicator file must keep to, beside what its schema says: names of code lists that exist. */
final class IndicatorForm {

    /** Fields whose values are code lists of the file, or codes. */
    private static final Set<String> NAMING = Set.of("codes", "at-visit-with");

    /** ICD-10, ATC: a capital letter first, then letters, digits and {@code ?}. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9?]*");

    /** Kinds whose codes are words of Kedja and no ICD-10 or ATC. */
    private static final Set<String> WORDED =
            Set.of("risk-assessment", "frax-major", "frax-hip", "referral", "encounter", "not-done", "disease", "sex");

    private IndicatorForm() {}

    /** Everything that is wrong, one line of text each. */
    static List<String> problems(String name, JsonNode file, YamlLines lines) {
        List<String> problems = new ArrayList<>();
        walk(
                file,
                "",
                file.path("code-lists"),
                (field, text) -> problems.add(name + ", line " + lines.of(field) + ", field " + field + ": " + text));
        return problems;
    }

    private interface Found {
        void at(String field, String text);
    }

    private static void walk(JsonNode node, String path, JsonNode codeLists, Found found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "[" + i + "]", codeLists, found);
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String own = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (NAMING.contains(field.getKey()) && !isWorded(node.path("kinds"))) {
                names(field.getValue(), own, codeLists, found);
            } else {
                walk(field.getValue(), own, codeLists, found);
            }
        }
    }

    private static boolean isWorded(JsonNode kinds) {
        for (JsonNode kind : kinds) {
            if (WORDED.contains(kind.asText())) {
                return true;
            }
        }
        return false;
    }

    private static void names(JsonNode list, String path, JsonNode codeLists, Found found) {
        for (int i = 0; i < list.size(); i++) {
            String name = list.get(i).asText();
            if (!codeLists.has(name) && !CODE.matcher(name).matches()) {
                found.at(path + "[" + i + "]", "'" + name + "' is neither a code nor one of the code lists");
            }
        }
    }
}
