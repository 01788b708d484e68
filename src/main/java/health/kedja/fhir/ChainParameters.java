package health.kedja.fhir;

import health.kedja.pathway.ChainReport;
import health.kedja.pathway.Event;
import health.kedja.pathway.ExcludedFracture;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Step;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** The answer of {@code $fracture-chain} as a Parameters resource; its part names are a contract with clients. */
public final class ChainParameters {

    private final Reasons reasons;

    /**
     * @param reader language of the reader, for the words of reasons: Swedish, Danish, else English
     */
    public ChainParameters(Locale reader) {
        this.reasons = new Reasons(reader);
    }

    /**
     * The answer.
     *
     * @param report what was found
     * @param patient the patient as a reference: {@code Patient/id}, or as the posted Bundle names them
     * @param asOf the day of the evaluation
     * @param guideline canonical URL with version
     */
    public Parameters of(ChainReport report, String patient, LocalDate asOf, String guideline) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference(patient));
        answer.addParameter().setName("asOf").setValue(date(asOf));
        answer.addParameter().setName("guideline").setValue(new CanonicalType(guideline));
        for (FractureChain chain : report.chains()) {
            chain(answer.addParameter().setName("chain"), chain);
        }
        for (ExcludedFracture excluded : report.excluded()) {
            ParametersParameterComponent out = answer.addParameter().setName("excludedFracture");
            part(out, "fracture", new Reference(excluded.fracture()));
            part(out, "reason", new CodeType(excluded.reason().token()));
            excluded.rule().ifPresent(rule -> AdviceParameters.rule(out, rule));
        }
        for (Event event : report.notUnderstood()) {
            ParametersParameterComponent out = answer.addParameter().setName("notUnderstood");
            part(out, "resource", new Reference(event.source()));
            part(out, "code", event.code() == null ? null : new StringType(event.code()));
        }
        return answer;
    }

    private void chain(ParametersParameterComponent out, FractureChain chain) {
        part(out, "indexFracture", new Reference(chain.indexFracture()));
        part(out, "fractureDate", date(chain.fractureDate()));
        part(out, "site", new CodeType(chain.site()));
        part(out, "risk", new CodeType(chain.risk().token()));
        part(out, "status", new CodeType(chain.status().token()));
        part(
                out,
                "endReason",
                chain.endReason() == null
                        ? null
                        : new CodeType(chain.endReason().token()));
        part(out, "completion", new DecimalType(chain.completion().setScale(2, RoundingMode.HALF_UP)));
        part(out, "chainType", new CodeType(chain.type().name()));
        for (Step step : chain.steps()) {
            step(out.addPart().setName("step"), step);
        }
    }

    private void step(ParametersParameterComponent out, Step step) {
        part(out, "code", new CodeType(step.code().token()));
        part(out, "status", new CodeType(step.status().token()));
        part(out, "due", date(step.due()));
        part(out, "done", date(step.done()));
        part(out, "onTime", step.onTime() == null ? null : new BooleanType(step.onTime()));
        for (String evidence : step.evidence()) {
            part(out, "evidence", new Reference(evidence));
        }
        part(out, "reason", step.reason() == null ? null : reasons.of(step.reason()));
        part(out, "rule", step.rule() == null ? null : new StringType(step.rule()));
        part(out, "certainty", new CodeType(GuidelineValues.token(step.certainty())));
    }

    private static void part(ParametersParameterComponent out, String name, Type value) {
        if (value != null) {
            out.addPart().setName(name).setValue(value);
        }
    }

    private static DateType date(LocalDate day) {
        return day == null ? null : new DateType(day.toString());
    }
}
