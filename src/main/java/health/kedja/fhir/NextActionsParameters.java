package health.kedja.fhir;

import health.kedja.pathway.NextAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** The answer of {@code $next-actions} as a Parameters resource; its part names are a contract with clients. */
public final class NextActionsParameters {

    private final NextActionText text;
    private final Reasons reasons;
    private final AdviceParameters advice;

    /**
     * @param reader language of the reader: Swedish, Danish, else English
     */
    public NextActionsParameters(Locale reader) {
        this.text = new NextActionText(reader);
        this.reasons = new Reasons(reader);
        this.advice = new AdviceParameters(reader);
    }

    /**
     * The answer.
     *
     * @param actions what to do, in order
     * @param patient the patient as a reference
     * @param asOf the day of the evaluation
     * @param guideline canonical URL with version
     */
    public Parameters of(List<NextAction> actions, String patient, LocalDate asOf, String guideline) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference(patient));
        answer.addParameter().setName("asOf").setValue(new DateType(asOf.toString()));
        answer.addParameter().setName("guideline").setValue(new CanonicalType(guideline));
        answer.addParameter().setName("note").setValue(new StringType(text.note()));
        actions.forEach(action -> action(answer.addParameter().setName("action"), action));
        return answer;
    }

    private void action(ParametersParameterComponent out, NextAction action) {
        AdviceParameters.part(out, "type", new CodeType(action.type().token()));
        AdviceParameters.part(out, "what", new CodeType(action.what()));
        AdviceParameters.part(out, "fracture", new Reference(action.fracture()));
        AdviceParameters.part(
                out,
                "due",
                action.due() == null ? null : new DateType(action.due().toString()));
        AdviceParameters.part(out, "overdue", new BooleanType(action.overdue()));
        ParametersParameterComponent why = out.addPart().setName("why");
        AdviceParameters.rule(why, action.rule());
        AdviceParameters.evidence(why, action.evidence());
        if (action.step() != null && action.step().reason() != null) {
            AdviceParameters.part(why, "reason", reasons.of(action.step().reason()));
        }
        AdviceParameters.part(out, "text", new StringType(text.of(action)));
        if (action.line() != null) {
            advice.line(out.addPart().setName("advice"), action.line());
        }
    }
}
