package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Basis;
import java.util.List;
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
        text.begin(indicator);
        for (MeasureGroupPopulationComponent population : group.getPopulation()) {
            text.row(population.getId(), population.getDescription());
        }
        return text.end(indicator);
    }

    /** Of a Measure whose groups have everything but the numerator in common, which is the last of their populations. */
    static Narrative of(Indicator together, List<MeasureGroupComponent> groups) {
        IndicatorNarrative text = new IndicatorNarrative();
        text.begin(together);
        List<MeasureGroupPopulationComponent> common = groups.get(0).getPopulation();
        common.subList(0, common.size() - 1)
                .forEach(population ->
                        text.row(population.getCode().getCodingFirstRep().getCode(), population.getDescription()));
        groups.forEach(group -> text.row(
                group.getDescription(),
                group.getPopulation().get(common.size() - 1).getDescription()));
        return text.end(together);
    }

    private void begin(Indicator indicator) {
        paragraph(indicator.id() + " " + indicator.version() + ": " + indicator.title());
        html.append("<table>");
    }

    private Narrative end(Indicator indicator) {
        indicator
                .levels()
                .ifPresent(levels -> row(
                        "levels",
                        "below " + GuidelineValues.text(levels.middleFrom()) + ", to "
                                + GuidelineValues.text(levels.highAbove()) + ", above ("
                                + levels.basis().source() + ")"));
        indicator
                .target()
                .ifPresent(target -> row(
                        "target",
                        GuidelineValues.text(target.value()) + " ("
                                + target.basis().source() + ")"));
        for (Map.Entry<String, Basis> part :
                IndicatorRequirements.unconfirmed(indicator).entrySet()) {
            row("not confirmed: " + part.getKey(), part.getValue().note());
        }
        new TreeMap<>(indicator.codeLists()).forEach((name, codes) -> row("[" + name + "]", String.join(", ", codes)));
        html.append("</table>");
        indicator.caveats().forEach(caveat -> paragraph(caveat.en()));
        Narrative narrative = new Narrative();
        narrative.setStatus(NarrativeStatus.GENERATED);
        narrative.setDivAsString(html.append("</div>").toString());
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
