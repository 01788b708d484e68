package health.kedja.fhir;

import health.kedja.pathway.ChainReport;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Framo;
import health.kedja.pathway.FramoAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** FRAMO as the part {@code framo} of a chain, always labelled as what it is. */
public final class FramoParameters {

    static final String RISK = Systems.CODE_SYSTEM + "kedja-framo-risk";

    private final DensityWords words;

    /** @param reader language of the reader */
    public FramoParameters(Locale reader) {
        this.words = new DensityWords(reader);
    }

    /**
     * Adds FRAMO to every chain that has no FRAX.
     *
     * @param answer its parameters {@code chain} are the chains of the report, in the same order
     * @param framo that of a chain, if it has one
     */
    public void addTo(Parameters answer, ChainReport report, Function<FractureChain, Optional<Framo>> framo) {
        List<ParametersParameterComponent> chains = answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("chain"))
                .toList();
        for (int i = 0; i < chains.size(); i++) {
            ParametersParameterComponent chain = chains.get(i);
            framo.apply(report.chains().get(i))
                    .ifPresent(one -> add(chain.addPart().setName("framo"), one));
        }
    }

    void add(ParametersParameterComponent out, Framo framo) {
        PartValues.add(out, "label", PartValues.text(words.of("framo.label")));
        PartValues.add(out, "risk", risk(framo));
        PartValues.add(out, "score", framo.score() == null ? null : new IntegerType(framo.score()));
        for (FramoAnswer answer : framo.answers()) {
            ParametersParameterComponent part = out.addPart().setName("answer");
            String question = answer.question().token();
            PartValues.add(part, "question", new CodeType(question));
            PartValues.add(part, "text", PartValues.text(words.of("framo.question." + question)));
            String said = answer.isMissing() ? "missing" : answer.yes() ? "yes" : "no";
            PartValues.add(part, "answer", new CodeType(said));
            answer.evidence().forEach(resource -> PartValues.add(part, "evidence", new Reference(resource)));
        }
        framo.missing().forEach(question -> PartValues.add(out, "missing", new CodeType(question.token())));
        PartValues.add(out, "rule", PartValues.text(framo.rule().id()));
        PartValues.add(out, "source", PartValues.text(framo.rule().source()));
        PartValues.add(
                out,
                "certainty",
                new CodeType(GuidelineValues.token(framo.rule().certainty())));
    }

    private CodeableConcept risk(Framo framo) {
        String key = "framo." + framo.risk().token();
        CodeableConcept concept = new CodeableConcept().setText(words.of(key));
        concept.addCoding().setSystem(RISK).setCode(framo.risk().token()).setDisplay(DensityWords.english(key));
        return concept;
    }
}
