package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Basis;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;

/** The whole definition as text of its Measure: populations, target, what is not confirmed, caveats and code lists. */
final class IndicatorNarrative {

    private final StringBuilder html = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");

    private IndicatorNarrative() {}

    static Narrative of(Indicator indicator, MeasureGroupComponent group) {
        IndicatorNarrative text = new IndicatorNarrative();
        text.paragraph(indicator.id() + " " + indicator.version() + ": " + indicator.title());
        text.html.append("<table>");
        for (MeasureGroupPopulationComponent population : group.getPopulation()) {
            text.row(population.getId(), population.getDescription());
        }
        indicator
                .target()
                .ifPresent(target -> text.row(
                        "target",
                        GuidelineValues.text(target.value()) + " ("
                                + target.basis().source() + ")"));
        for (Map.Entry<String, Basis> part :
                IndicatorRequirements.unconfirmed(indicator).entrySet()) {
            text.row("not confirmed: " + part.getKey(), part.getValue().note());
        }
        new TreeMap<>(indicator.codeLists())
                .forEach((name, codes) -> text.row("[" + name + "]", String.join(", ", codes)));
        text.html.append("</table>");
        indicator.caveats().forEach(caveat -> text.paragraph(caveat.en()));
        Narrative narrative = new Narrative();
        narrative.setStatus(NarrativeStatus.GENERATED);
        narrative.setDivAsString(text.html.append("</div>").toString());
        return narrative;
    }

    private void paragraph(String words) {
        html.append("<p>").append(escaped(words)).append("</p>");
    }

    private void row(String name, String words) {
        html.append("<tr><td>").append(escaped(name)).append("</td><td>");
        html.append(escaped(words)).append("</td></tr>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
