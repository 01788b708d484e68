package health.kedja.fhir;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Coverage;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * A report of an indicator as a MeasureReport. What the resource has no element for is in extensions that are published
 * with it: interval, standardised result, person-time, quartiles, coverage, suppression, target and basis.
 */
public final class IndicatorReport {

    private IndicatorReport() {}

    /**
     * The counts and scores.
     *
     * @param type individual, subject-list or summary
     */
    public static MeasureReport of(Report report, ReportBasis basis, MeasureReportType type) {
        Indicator indicator = report.indicator();
        MeasureReport out = about(indicator, report.question(), basis, type);
        MeasureCodes.improvement(indicator).ifPresent(out::setImprovementNotation);
        report.coverage().forEach(coverage -> out.addExtension(extension(coverage)));
        CellElements cells = new CellElements(report);
        MeasureReportGroupComponent group = out.addGroup();
        group.setId(IndicatorGroup.ID);
        cells.fill(group, report.whole());
        if (!report.question().by().isEmpty()) {
            stratify(group.addStratifier(), report, cells);
        }
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

    private static MeasureReport about(
            Indicator indicator, Question question, ReportBasis basis, MeasureReportType type) {
        MeasureReport out = new MeasureReport();
        out.setId(basis.id());
        out.setStatus(MeasureReportStatus.COMPLETE);
        out.setType(type);
        out.setMeasure(IndicatorMeasure.canonicalWithVersion(indicator));
        basis.subject().ifPresent(subject -> out.setSubject(new Reference(subject)));
        out.setDate(Date.from(basis.dataTimestamp()));
        out.setPeriod(new Period()
                .setStartElement(new DateTimeType(question.periodStart().toString()))
                .setEndElement(new DateTimeType(question.periodEnd().toString())));
        Extension of = out.addExtension();
        of.setUrl(Systems.PROFILE + "kedja-report-basis");
        of.addExtension("definitionVersion", new StringType(indicator.version()));
        of.addExtension("definitionHash", new StringType(indicator.hash()));
        of.addExtension("asOf", new DateType(question.asOf().toString()));
        of.addExtension("dataTimestamp", new InstantType(Date.from(basis.dataTimestamp())));
        basis.guideline().ifPresent(guideline -> of.addExtension("guideline", new CanonicalType(guideline)));
        of.addExtension("suppressBelow", new IntegerType(question.suppressBelow()));
        return out;
    }

    private static void stratify(MeasureReportGroupStratifierComponent out, Report report, CellElements cells) {
        List<Stratifier> by = report.question().by();
        by.forEach(stratifier -> out.addCode(code(stratifier)));
        out.setId(by.size() == 1 ? by.get(0).token() : null);
        for (Cell cell : report.cells()) {
            StratifierGroupComponent stratum = out.addStratum();
            if (by.size() == 1) {
                stratum.setValue(value(cell, by.get(0)));
            } else {
                by.forEach(stratifier ->
                        stratum.addComponent().setCode(code(stratifier)).setValue(value(cell, stratifier)));
            }
            cells.fill(stratum, cell);
        }
    }

    private static CodeableConcept code(Stratifier stratifier) {
        CodeableConcept code = new CodeableConcept();
        code.addCoding().setSystem(MeasureCodes.STRATIFIER).setCode(stratifier.token());
        return code;
    }

    private static CodeableConcept value(Cell cell, Stratifier stratifier) {
        return new CodeableConcept().setText(cell.stratum().getOrDefault(stratifier, Stratifier.UNKNOWN));
    }

    private static Extension extension(Coverage coverage) {
        Extension out = new Extension(Systems.PROFILE + "kedja-coverage");
        out.addExtension("region", new StringType(coverage.region()));
        out.addExtension("year", new IntegerType(coverage.year()));
        out.addExtension("source", new StringType(coverage.source()));
        out.addExtension("months", new IntegerType(coverage.months()));
        out.addExtension("outOf", new IntegerType(coverage.outOf()));
        out.addExtension("reported", new BooleanType(coverage.reported()));
        return out;
    }
}
