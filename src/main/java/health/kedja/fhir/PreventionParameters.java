package health.kedja.fhir;

import health.kedja.pathway.PreventionMeasure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Preventive measures as {@code preventionMeasure} parts of a chain; the part names are a contract with clients. */
public final class PreventionParameters {

    private static final Map<String, Words> MEASURES = Words.inAllLanguages("prevention", "kedja-measure");

    private final Words measures;
    private final Reasons reasons;

    /**
     * @param reader language of the reader, for the words of measures and reasons: Swedish, Danish, else English
     */
    public PreventionParameters(Locale reader) {
        this.measures = Words.forReader(MEASURES, reader);
        this.reasons = new Reasons(reader);
    }

    /** Adds a {@code preventionMeasure} for each measure, in their order. */
    public void add(ParametersParameterComponent chain, List<PreventionMeasure> list) {
        for (PreventionMeasure measure : list) {
            new Parts(chain.addPart().setName("preventionMeasure"))
                    .value("measure", measures.of(measure.id(), measure.title()))
                    .code("status", measure.status().token())
                    .day("offered", measure.offered())
                    .day("done", measure.done())
                    .day("declined", measure.declined())
                    .value("reason", measure.reason() == null ? null : reasons.of(measure.reason()))
                    .evidence(measure.evidence())
                    .text("rule", measure.rule())
                    .code("certainty", GuidelineValues.token(measure.certainty()));
        }
    }
}
