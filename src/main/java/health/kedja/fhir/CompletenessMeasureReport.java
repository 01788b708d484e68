package health.kedja.fhir;

import health.kedja.indicator.Coverage;
import health.kedja.indicator.Question;
import health.kedja.indicator.comparison.ComparedReport;
import health.kedja.indicator.completeness.Completeness;
import health.kedja.indicator.completeness.CompletenessReport.Verdict;
import health.kedja.indicator.completeness.FieldRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;

/**
 * The completeness of fields as a MeasureReport: a group for each field and for the fields together that an indicator
 * needs, as in the Measure, and whether the rule of the definition is kept.
 */
public final class CompletenessMeasureReport {

    private static final Comparator<Coverage> ORDER =
            Comparator.comparing(Coverage::region).thenComparing(Coverage::year).thenComparing(Coverage::source);

    private CompletenessMeasureReport() {}

    /**
     * The shares of all fields.
     *
     * @param fields by code of the field
     * @param indicators by id of the indicator
     * @param verdicts for the whole and each stratum; empty where there is no rule
     */
    public static MeasureReport of(
            Completeness definition,
            Question question,
            Map<String, ComparedReport> fields,
            Map<String, ComparedReport> indicators,
            List<Verdict> verdicts,
            ReportBasis basis) {
        MeasureReport out = IndicatorReport.about(definition, question, basis, MeasureReportType.SUMMARY);
        MeasureCodes.improvement(definition.together()).ifPresent(out::setImprovementNotation);
        coverage(Stream.concat(fields.values().stream(), indicators.values().stream())
                        .toList())
                .forEach(each -> out.addExtension(IndicatorReport.extension(each)));
        definition.rule().ifPresent(rule -> verdicts.forEach(verdict -> out.addExtension(extension(verdict, rule))));
        fields.forEach((code, share) -> {
            String id = CompletenessMeasure.groupOfField(code);
            ReportGroup.add(out, share, id, id + "-").setCode(CompletenessMeasure.field(definition, code));
        });
        indicators.forEach((indicator, share) -> {
            String id = CompletenessMeasure.groupOfIndicator(indicator);
            ReportGroup.add(out, share, id, id + "-").setCode(CompletenessMeasure.indicator(indicator));
        });
        return out;
    }

    /** What was reported of any kind of data that a field is filled by, each kind once. */
    public static List<Coverage> coverage(Collection<ComparedReport> shares) {
        return shares.stream()
                .flatMap(share -> share.report().coverage().stream())
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static Extension extension(Verdict verdict, FieldRule rule) {
        Extension extension = new Extension(Systems.PROFILE + "kedja-completeness-verdict");
        ComparisonElements.within(extension, verdict.stratum());
        extension.addExtension("poor", new IntegerType(verdict.poor()));
        extension.addExtension("untold", new IntegerType(verdict.untold()));
        extension.addExtension("outOf", new IntegerType(rule.outOf()));
        extension.addExtension("fewerThan", new IntegerType(rule.fewerThan()));
        verdict.kept().ifPresent(kept -> extension.addExtension("kept", new BooleanType(kept)));
        return extension;
    }
}
