package health.kedja.fhir;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.comparison.ComparedReport;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/** A group of a MeasureReport: the whole of a report, its strata, and what they say beside each other. */
final class ReportGroup {

    private final Report report;
    private final ComparisonElements comparison;
    private final CellElements cells;
    private final String prefix;

    private ReportGroup(ComparedReport compared, String prefix) {
        this.report = compared.report();
        this.comparison = new ComparisonElements(compared.comparison());
        this.cells = new CellElements(report, prefix);
        this.prefix = prefix;
    }

    /**
     * Adds the group.
     *
     * @param id of the group, as in the Measure
     * @param prefix of the ids of its elements, so that those of several groups differ
     */
    static MeasureReportGroupComponent add(MeasureReport out, ComparedReport compared, String id, String prefix) {
        MeasureReportGroupComponent group = out.addGroup();
        group.setId(id);
        new ReportGroup(compared, prefix).fill(group);
        return group;
    }

    private void fill(MeasureReportGroupComponent group) {
        cells.fill(group, report.whole());
        if (!report.question().by().isEmpty()) {
            stratify(group.addStratifier());
        }
    }

    private void stratify(MeasureReportGroupStratifierComponent out) {
        List<Stratifier> by = report.question().by();
        by.forEach(stratifier -> out.addCode(code(stratifier)));
        out.setId(by.size() == 1 ? prefix + by.get(0).token() : null);
        comparison.describe(out);
        for (Cell cell : report.cells()) {
            StratifierGroupComponent stratum = out.addStratum();
            if (by.size() == 1) {
                stratum.setValue(value(cell, by.get(0)));
            } else {
                by.forEach(stratifier ->
                        stratum.addComponent().setCode(code(stratifier)).setValue(value(cell, stratifier)));
            }
            cells.fill(stratum, cell);
            comparison.place(stratum, cell);
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
}
