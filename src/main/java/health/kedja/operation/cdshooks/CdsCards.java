package health.kedja.operation.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardSourceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCodingJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import health.kedja.fhir.NextActionText;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.NextAction;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;

/** Cards: one for each thing to do next, in their order. */
final class CdsCards {

    /** Longest summary that CDS Hooks allows, in characters. */
    private static final int SUMMARY = 140;

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

    CdsServiceResponseJson of(List<NextAction> actions) {
        CdsServiceResponseJson response = new CdsServiceResponseJson();
        actions.forEach(action -> response.addCard(card(action)));
        return response;
    }

    private CdsServiceResponseCardJson card(NextAction action) {
        return new CdsServiceResponseCardJson()
                .setUuid(UUID.randomUUID().toString())
                .setSummary(shortened(text.of(action)))
                .setDetail(text.markdown(action))
                .setIndicator(action.overdue() ? CdsServiceIndicatorEnum.WARNING : CdsServiceIndicatorEnum.INFO)
                .setSource(new CdsServiceResponseCardSourceJson()
                        .setLabel(guideline.title())
                        .setUrl(guidelineUrl)
                        .setTopic(coding(text.topic(action))))
                .setOverrideReasons(
                        text.reasonsAgainst().stream().map(CdsCards::coding).toList());
    }

    private static CdsServiceResponseCodingJson coding(Coding coding) {
        return new CdsServiceResponseCodingJson()
                .setSystem(coding.getSystem())
                .setCode(coding.getCode())
                .setDisplay(coding.getDisplay());
    }

    /** The detail begins with the whole of it. */
    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= SUMMARY) {
            return text;
        }
        int most = text.offsetByCodePoints(0, SUMMARY - 1);
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > 0 ? space : most).strip() + "…";
    }
}
