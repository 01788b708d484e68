package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Rule;
import health.kedja.pathway.density.BoneDensity;
import health.kedja.pathway.density.Change;
import health.kedja.pathway.density.Formula;
import health.kedja.pathway.density.Formulas;
import health.kedja.pathway.density.LumbarVertebrae;
import health.kedja.pathway.density.Maker;
import health.kedja.pathway.density.NotComparable;
import health.kedja.pathway.density.Vertebra;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** Bone densities as parts of an answer: {@code boneDensity} and {@code lumbarVertebrae}. */
public final class DensityParameters {

    static final String NOT_COMPARABLE = Systems.CODE_SYSTEM + "kedja-not-comparable";

    private final Guideline guideline;
    private final DensityWords words;

    /**
     * @param guideline names the formulas and the references
     * @param reader language of the reader
     */
    public DensityParameters(Guideline guideline, Locale reader) {
        this.guideline = guideline;
        this.words = new DensityWords(reader);
    }

    /** Adds the measurements and the vertebrae of each scan, in their order. */
    public void addTo(Parameters answer, List<BoneDensity> densities, List<LumbarVertebrae> scans) {
        for (BoneDensity density : densities) {
            add(answer.addParameter().setName("boneDensity"), density, null);
        }
        for (LumbarVertebrae scan : scans) {
            add(answer.addParameter().setName("lumbarVertebrae"), scan);
        }
    }

    /**
     * Fills one part {@code boneDensity}.
     *
     * @param scale a maker on whose scale the BMD is wanted as well, or null
     */
    public void add(ParametersParameterComponent out, BoneDensity density, Maker scale) {
        PartValues.add(out, "resource", new Reference(density.resource()));
        PartValues.add(out, "date", PartValues.date(density.day()));
        PartValues.add(out, "region", density.region() == null ? null : new CodeType(density.region()));
        PartValues.add(out, "laterality", density.laterality() == null ? null : new CodeType(density.laterality()));
        PartValues.add(out, "device", density.device() == null ? null : new Reference(density.device()));
        PartValues.add(out, "manufacturer", PartValues.text(density.manufacturer()));
        PartValues.add(
                out,
                "maker",
                density.maker() == null ? null : new CodeType(density.maker().token()));
        PartValues.add(out, "bmd", PartValues.quantity(density.bmd(), 3, "g/cm2"));
        PartValues.add(out, "comparable", new BooleanType(density.notComparable() == null));
        PartValues.add(out, "notComparable", reason(density.notComparable()));
        PartValues.add(out, "standardisedBmd", PartValues.quantity(density.standardised(), 1, "mg/cm2"));
        formula(out, density.formula());
        if (scale != null && density.formula() != null) {
            onScale(out, density, scale);
        }
        PartValues.add(out, "tScoreSent", PartValues.decimal(density.tScoreSent(), 1));
        PartValues.add(
                out,
                "tScoreResource",
                density.tScoreResource() == null ? null : new Reference(density.tScoreResource()));
        int decimals = guideline.density().tScores().decimals();
        PartValues.add(out, "tScoreRecomputed", PartValues.decimal(density.tScoreRecomputed(), decimals));
        if (density.reference() != null) {
            PartValues.add(
                    out, "reference", PartValues.text(density.reference().rule().id()));
            PartValues.add(
                    out,
                    "referenceSource",
                    PartValues.text(density.reference().rule().source()));
            PartValues.add(
                    out, "referenceCertainty", certainty(density.reference().rule()));
        }
        boolean scored = !Double.isNaN(density.tScore(guideline.density().tScores()));
        PartValues.add(
                out,
                "deciding",
                scored
                        ? new CodeType(density.isRecomputed(guideline.density().tScores()) ? "recomputed" : "as-sent")
                        : null);
        if (density.change() != null) {
            change(out.addPart().setName("change"), density.change());
        }
    }

    /** Fills one part {@code lumbarVertebrae}. */
    public void add(ParametersParameterComponent out, LumbarVertebrae scan) {
        PartValues.add(out, "date", PartValues.date(scan.day()));
        scan.used().forEach(one -> vertebra(out, one, "used"));
        scan.abnormal().forEach(one -> vertebra(out, one, "clearly-abnormal"));
        scan.differing().forEach(one -> vertebra(out, one, "differs-from-neighbour"));
        PartValues.add(out, "usable", new BooleanType(scan.usable()));
        PartValues.add(out, "meanTScore", PartValues.decimal(scan.tScore(), 1));
        PartValues.add(
                out,
                "rule",
                PartValues.text(guideline.density().vertebrae().rule().id()));
        PartValues.add(
                out,
                "ruleSource",
                PartValues.text(guideline.density().vertebrae().rule().source()));
    }

    /** Fills one part {@code lowestTScore}. */
    public void add(ParametersParameterComponent out, Event lowest) {
        PartValues.add(out, "resource", new Reference(lowest.source()));
        PartValues.add(out, "date", PartValues.date(lowest.day()));
        PartValues.add(out, "region", new CodeType(lowest.qualifier()));
        PartValues.add(out, "value", PartValues.decimal(lowest.value(), 1));
        PartValues.add(
                out,
                "rule",
                PartValues.text(guideline.density().tScores().lowestRule().id()));
        PartValues.add(
                out,
                "ruleSource",
                PartValues.text(guideline.density().tScores().lowestRule().source()));
    }

    private void vertebra(ParametersParameterComponent out, Vertebra vertebra, String outcome) {
        ParametersParameterComponent part = out.addPart().setName("vertebra");
        PartValues.add(part, "region", new CodeType(vertebra.region()));
        PartValues.add(part, "tScore", PartValues.decimal(vertebra.tScore(), 1));
        PartValues.add(part, "outcome", new CodeType(outcome));
        PartValues.add(part, "resource", new Reference(vertebra.resource()));
    }

    private void onScale(ParametersParameterComponent out, BoneDensity density, Maker scale) {
        Formulas.find(density.region(), scale, guideline.density().spineFormulas())
                .ifPresent(formula -> {
                    ParametersParameterComponent part = out.addPart().setName("onScale");
                    PartValues.add(part, "maker", new CodeType(scale.token()));
                    PartValues.add(
                            part,
                            "bmd",
                            PartValues.quantity(formula.onScannersScale(density.standardised()), 3, "g/cm2"));
                    formula(part, formula);
                });
    }

    private static void formula(ParametersParameterComponent out, Formula formula) {
        if (formula != null) {
            PartValues.add(out, "formula", PartValues.text(formula.rule().id()));
            PartValues.add(out, "citation", PartValues.text(formula.rule().source()));
            PartValues.add(out, "certainty", certainty(formula.rule()));
        }
    }

    private static CodeType certainty(Rule rule) {
        return new CodeType(rule.certainty().name().toLowerCase(Locale.ROOT));
    }

    private CodeableConcept reason(NotComparable reason) {
        if (reason == null) {
            return null;
        }
        String key = "not-comparable." + reason.token();
        CodeableConcept concept = new CodeableConcept().setText(words.of(key));
        concept.addCoding().setSystem(NOT_COMPARABLE).setCode(reason.token()).setDisplay(DensityWords.english(key));
        return concept;
    }

    private void change(ParametersParameterComponent out, Change change) {
        PartValues.add(out, "since", PartValues.date(change.since()));
        PartValues.add(out, "resource", new Reference(change.resource()));
        PartValues.add(out, "percent", PartValues.decimal(change.percent(), 1));
        PartValues.add(out, "sameScanner", new BooleanType(change.sameScanner()));
        PartValues.add(out, "basis", new CodeType(change.sameScanner() ? "bmd" : "standardised-bmd"));
        if (change.leastSignificant() != null) {
            PartValues.add(
                    out,
                    "leastSignificantPercent",
                    PartValues.decimal(change.leastSignificant().percent().value(), 1));
        }
        PartValues.add(out, "real", change.real() == null ? null : new BooleanType(change.real()));
        String judgement = change.real() == null ? "not-judged" : change.real() ? "real" : "not-real";
        PartValues.add(out, "judgement", PartValues.text(words.of("change." + judgement)));
        PartValues.add(
                out, "rule", PartValues.text(guideline.density().change().rule().id()));
        PartValues.add(
                out,
                "ruleSource",
                PartValues.text(guideline.density().change().rule().source()));
        PartValues.add(
                out, "ruleCertainty", certainty(guideline.density().change().rule()));
    }
}
