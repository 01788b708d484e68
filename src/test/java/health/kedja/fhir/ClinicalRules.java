package health.kedja.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.kedja.fhir.GuidelineRule.Statement;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/clinical-rules.md}: the rules of all shipped guidelines, for a clinician to check. */
final class ClinicalRules {

    private static final String HEAD = """
            # Clinical rules

            What each guideline that ships with Kedja asks for, made from the files in `profiles/guidelines/` by
            `docs/clinical-rules.sh`; do not edit it by hand. Each rule states its id (the one that answers name), what it
            says, where it comes from and how sure that is:

            - **confirmed**: read in the source that is named
            - **derived**: follows from what was read, or from an official code list
            - **unconfirmed**: general knowledge, taken from another programme, or Kedja's own default; to be confirmed by a
              clinician before anyone relies on it

            Codes are ICD-10 or ATC without dots; a code covers every longer code that begins with it.
            """;

    private final JsonNode groups;
    private final StringBuilder text = new StringBuilder(HEAD);

    private ClinicalRules() throws IOException {
        groups = new JsonMapper()
                .readTree(Path.of("profiles/guidelines/guideline.schema.json").toFile())
                .path("$defs");
    }

    static String of(Guidelines guidelines) throws IOException {
        ClinicalRules rules = new ClinicalRules();
        guidelines.all().forEach(rules::add);
        return rules.text.toString();
    }

    private void add(Guideline guideline) {
        text.append("\n## ").append(guideline.title()).append("\n\n");
        text.append("`").append(guideline.id()).append("` version ").append(guideline.version());
        text.append(", valid from ").append(guideline.validFrom());
        guideline.validTo().ifPresent(day -> text.append(" to ").append(day));
        text.append(". Certainty of the whole: ")
                .append(word(guideline.certainty()))
                .append(".\n\n")
                .append(guideline.description())
                .append("\n\nSources:\n\n");
        guideline.sources().forEach(source -> text.append("- ").append(source).append('\n'));
        String section = "";
        for (GuidelineRule rule : GuidelineRules.of(guideline)) {
            String here = section(rule);
            if (!here.equals(section)) {
                section = here;
                text.append("\n### ").append(title(here)).append("\n\n");
                text.append("| Rule | Concerns | Says | Source | Certainty |\n|---|---|---|---|---|\n");
            }
            row(rule);
        }
    }

    /** Each step has a section of its own. */
    private static String section(GuidelineRule rule) {
        return rule.place().get(0).equals("steps")
                ? "step: " + rule.place().get(1)
                : rule.place().get(0);
    }

    private void row(GuidelineRule rule) {
        String concerns = rule.place().stream()
                .skip(rule.place().get(0).equals("steps") ? 2 : 1)
                .collect(Collectors.joining(", "));
        text.append("| ").append(rule.rule().map(one -> one.id()).orElse("")).append(" | ");
        text.append(cell(concerns)).append(" | ");
        text.append(rule.statements().stream().map(this::says).collect(Collectors.joining("<br>")));
        text.append(" | ").append(cell(rule.rule().map(one -> one.source()).orElse("")));
        text.append(" | ")
                .append(rule.rule().map(one -> mark(word(one.certainty()))).orElse(""))
                .append(" |\n");
    }

    private String says(Statement statement) {
        String described = groups.path(kebab(statement.record()))
                .path("properties")
                .path(kebab(statement.field()))
                .path("description")
                .asText(GuidelineValues.words(statement.field()));
        return cell(described) + ": **" + cell(statement.value()) + "**";
    }

    private static String mark(String certainty) {
        return certainty.equals("unconfirmed") ? "**unconfirmed**" : certainty;
    }

    private static String title(String section) {
        return Character.toUpperCase(section.charAt(0)) + section.substring(1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;").replace("*", "\\*");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
