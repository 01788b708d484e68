package health.kedja.fhir;

import health.kedja.pathway.Guideline;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;

/** Every rule of a guideline as a table in the text of its PlanDefinition, readable without Kedja. */
final class GuidelineNarrative {

    private GuidelineNarrative() {}

    static Narrative of(Guideline guideline) {
        StringBuilder table = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>")
                .append(escaped(guideline.title()))
                .append("</p><table>");
        row(table, "th", "Rule", "Concerns", "States", "Source", "Certainty");
        for (GuidelineRule rule : GuidelineRules.of(guideline)) {
            String states = rule.statements().stream()
                    .map(one -> GuidelineValues.words(one.field()) + ": " + one.value())
                    .collect(Collectors.joining("; "));
            row(
                    table,
                    "td",
                    rule.rule().map(one -> one.id()).orElse(""),
                    String.join(", ", rule.place()),
                    states,
                    rule.rule().map(one -> one.source()).orElse(""),
                    rule.rule()
                            .map(one -> one.certainty().name().toLowerCase(Locale.ROOT))
                            .orElse(""));
        }
        Narrative narrative = new Narrative();
        narrative.setStatus(NarrativeStatus.GENERATED);
        narrative.setDivAsString(table.append("</table></div>").toString());
        return narrative;
    }

    private static void row(StringBuilder table, String cell, String... texts) {
        table.append("<tr>");
        for (String text : texts) {
            table.append('<').append(cell).append('>').append(escaped(text));
            table.append("</").append(cell).append('>');
        }
        table.append("</tr>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
