package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Coverage;
import health.kedja.indicator.Definition;
import health.kedja.indicator.Question;
import health.kedja.indicator.comparison.ComparedReport;
import health.kedja.indicator.completeness.CompletenessReport.Verdict;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * A report, as it was calculated and as a resource.
 *
 * @param groups by the id of the group of the Measure, which is empty where it has only one
 * @param coverage of all groups, each kind of data once
 * @param verdicts on the completeness of fields; empty where there is no rule
 */
record Made(
        Definition definition,
        Question question,
        Map<String, ComparedReport> groups,
        List<Coverage> coverage,
        List<Verdict> verdicts,
        MeasureReport resource) {}
