package health.kedja.fhir;

import health.kedja.indicator.completeness.Completeness;
import health.kedja.indicator.completeness.Field;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.StringType;

/**
 * The completeness of fields as a Measure after the same profiles as those of quality indicators: a proportion in each
 * group, which is a field, or the fields together that an indicator needs.
 */
public final class CompletenessMeasure {

    private static final String FIELD = "field-";
    private static final String INDICATOR = "indicator-";

    private CompletenessMeasure() {}

    /** The Measure; its id is that of the definition. */
    public static Measure of(Completeness definition) {
        Measure measure = IndicatorMeasure.withoutGroups(definition.together(), definition.hash());
        definition.rule().ifPresent(rule -> {
            Extension extension = measure.addExtension();
            extension.setUrl(Systems.PROFILE + "kedja-completeness-rule");
            extension.addExtension("missingAbove", new DecimalType(GuidelineValues.text(rule.missingAbove())));
            extension.addExtension("fewerThan", new IntegerType(rule.fewerThan()));
            extension.addExtension("outOf", new IntegerType(rule.outOf()));
            extension.addExtension("source", new StringType(rule.basis().source()));
            extension.addExtension(
                    "certainty", new CodeType(IndicatorWords.token(rule.basis().certainty())));
        });
        definition.shareOfFields().forEach((code, share) -> {
            CodeableConcept words = field(definition, code);
            IndicatorGroup.add(measure, share, groupOfField(code), words.getText(), groupOfField(code) + "-")
                    .setCode(words);
        });
        definition.shareOfIndicators().forEach((id, share) -> {
            CodeableConcept words = indicator(id);
            IndicatorGroup.add(measure, share, groupOfIndicator(id), words.getText(), groupOfIndicator(id) + "-")
                    .setCode(words);
        });
        measure.setText(IndicatorNarrative.of(definition.together(), measure.getGroup()));
        return measure;
    }

    /** Id of the group of a field. */
    public static String groupOfField(String code) {
        return FIELD + code;
    }

    /** Id of the group of the fields that an indicator needs. */
    public static String groupOfIndicator(String id) {
        return INDICATOR + id;
    }

    static CodeableConcept field(Completeness definition, String code) {
        Field field = definition.fields().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        CodeableConcept concept = new CodeableConcept().setText(field.words().en());
        concept.addCoding()
                .setSystem(Systems.CODE_SYSTEM + "kedja-record-field")
                .setCode(code)
                .setDisplay(field.words().en());
        return concept;
    }

    static CodeableConcept indicator(String id) {
        return new CodeableConcept().setText("All fields that " + id + " needs");
    }
}
