package health.kedja.operation.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardSourceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCodingJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import health.kedja.fhir.NextActionText;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.NextAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;

/**
 * Cards: one for each sort of thing to do next (steps, missing data, advice) of a fracture, what is overdue by itself. A card
 * for each thing would be twenty for a fracture that is new.
 */
final class CdsCards {

    /** Longest summary, in characters: CDS Hooks asks for less than 140. */
    private static final int SUMMARY = 139;

    private final NextActionText text;
    private final Guideline guideline;
    private final String guidelineUrl;

    /**
     * @param reader language of the reader
     * @param fhirBase of this server, which publishes the guideline
     */
    CdsCards(Locale reader, Guideline guideline, String fhirBase) {
        this.text = new NextActionText(reader);
        this.guideline = guideline;
        this.guidelineUrl = fhirBase + "/PlanDefinition/" + guideline.id();
    }

    /** @param actions in the order of the worklist, which the cards and what is in them keep */
    CdsServiceResponseJson of(List<NextAction> actions) {
        Map<Sort, List<NextAction>> sorts = new LinkedHashMap<>();
        actions.forEach(action -> sorts.computeIfAbsent(
                        new Sort(action.fracture(), action.type(), action.overdue()), sort -> new ArrayList<>())
                .add(action));
        CdsServiceResponseJson response = new CdsServiceResponseJson();
        sorts.values().forEach(some -> response.addCard(card(some)));
        return response;
    }

    private record Sort(String fracture, NextAction.Type type, boolean overdue) {}

    private CdsServiceResponseCardJson card(List<NextAction> actions) {
        NextAction first = actions.get(0);
        return new CdsServiceResponseCardJson()
                .setUuid(UUID.randomUUID().toString())
                .setSummary(shortened(text.line(actions)))
                .setDetail(text.markdown(actions))
                .setIndicator(first.overdue() ? CdsServiceIndicatorEnum.WARNING : CdsServiceIndicatorEnum.INFO)
                .setSource(new CdsServiceResponseCardSourceJson()
                        .setLabel(guideline.title())
                        .setUrl(guidelineUrl)
                        .setTopic(coding(text.sort(first))))
                .setOverrideReasons(
                        text.reasonsAgainst().stream().map(CdsCards::coding).toList());
    }

    private static CdsServiceResponseCodingJson coding(Coding coding) {
        return new CdsServiceResponseCodingJson()
                .setSystem(coding.getSystem())
                .setCode(coding.getCode())
                .setDisplay(coding.getDisplay());
    }

    /** The detail has the whole of it. */
    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= SUMMARY) {
            return text;
        }
        int most = text.offsetByCodePoints(0, SUMMARY - 1);
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > 0 ? space : most).strip() + "…";
    }
}
