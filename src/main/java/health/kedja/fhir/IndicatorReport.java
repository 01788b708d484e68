package health.kedja.fhir;

import health.kedja.indicator.Coverage;
import health.kedja.indicator.Definition;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.comparison.ComparedReport;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * A report of an indicator as a MeasureReport. What the resource has no element for is in extensions that are published
 * with it: interval, standardised result, person-time, quartiles, coverage, suppression, level, target, comparison and
 * basis.
 */
public final class IndicatorReport {

    private IndicatorReport() {}

    /**
     * The counts and scores.
     *
     * @param type individual, subject-list or summary
     */
    public static MeasureReport of(Report report, ReportBasis basis, MeasureReportType type) {
        return of(ComparedReport.of(report, Optional.empty()), basis, type);
    }

    /**
     * The counts and scores, and what the strata say beside each other.
     *
     * @param type individual, subject-list or summary
     */
    public static MeasureReport of(ComparedReport compared, ReportBasis basis, MeasureReportType type) {
        Report report = compared.report();
        Indicator indicator = report.indicator();
        MeasureReport out = about(indicator, report.question(), basis, type);
        MeasureCodes.improvement(indicator).ifPresent(out::setImprovementNotation);
        report.coverage().forEach(coverage -> out.addExtension(extension(coverage)));
        ReportGroup.add(out, compared, IndicatorGroup.ID, "");
        return out;
    }

    /**
     * A report that only says which resources of a patient an indicator looks at.
     *
     * @param resources such as {@code Condition/7}
     */
    public static MeasureReport dataCollection(
            Indicator indicator, Question question, ReportBasis basis, Collection<String> resources) {
        MeasureReport out = about(indicator, question, basis, MeasureReportType.DATACOLLECTION);
        evaluated(out, resources);
        return out;
    }

    /** Names the resources that were looked at. */
    public static void evaluated(MeasureReport report, Collection<String> resources) {
        resources.forEach(resource -> report.addEvaluatedResource(new Reference(resource)));
    }

    /** A report without numbers: what it is about and was calculated from. */
    static MeasureReport about(Definition definition, Question question, ReportBasis basis, MeasureReportType type) {
        MeasureReport out = new MeasureReport();
        out.setId(basis.id());
        out.setStatus(MeasureReportStatus.COMPLETE);
        out.setType(type);
        out.setMeasure(IndicatorMeasure.canonicalWithVersion(definition));
        basis.subject().ifPresent(subject -> out.setSubject(new Reference(subject)));
        out.setDate(Date.from(basis.dataTimestamp()));
        out.setPeriod(new Period()
                .setStartElement(new DateTimeType(question.periodStart().toString()))
                .setEndElement(new DateTimeType(question.periodEnd().toString())));
        Extension of = out.addExtension();
        of.setUrl(Systems.PROFILE + "kedja-report-basis");
        of.addExtension("definitionVersion", new StringType(definition.version()));
        of.addExtension("definitionHash", new StringType(definition.hash()));
        of.addExtension("asOf", new DateType(question.asOf().toString()));
        of.addExtension("dataTimestamp", new InstantType(Date.from(basis.dataTimestamp())));
        basis.guideline().ifPresent(guideline -> of.addExtension("guideline", new CanonicalType(guideline)));
        of.addExtension("suppressBelow", new IntegerType(question.suppressBelow()));
        return out;
    }

    static Extension extension(Coverage coverage) {
        Extension out = new Extension(Systems.PROFILE + "kedja-coverage");
        out.addExtension("region", new StringType(coverage.region()));
        out.addExtension("year", new IntegerType(coverage.year()));
        out.addExtension("source", new StringType(coverage.source()));
        out.addExtension("months", new IntegerType(coverage.months()));
        out.addExtension("outOf", new IntegerType(coverage.outOf()));
        out.addExtension("reported", new BooleanType(coverage.reported()));
        out.addExtension("standing", new CodeType(IndicatorWords.token(coverage.standing())));
        return out;
    }
}
