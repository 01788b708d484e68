package health.kedja.operation.submitdata;

import health.kedja.indicator.Indicators;
import health.kedja.operation.BadParameter;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.OperationInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;

/** What was submitted, as one transaction. */
final class Submission {

    static final Set<String> ONCE = Set.of("measureReport");
    static final Set<String> OFTEN = Set.of("resource", "bundle");

    private static final int DAY = "2021-01-31".length();

    private final Bundle transaction = new Bundle();
    private final List<MeasureReport> reports = new ArrayList<>();

    private Submission() {
        transaction.setType(BundleType.TRANSACTION);
    }

    /**
     * Reads it.
     *
     * @param measure the one in the address; empty where there is none
     */
    static Bundle parse(OperationInput input, Optional<String> measure, Indicators indicators) {
        Submission submission = new Submission();
        input.resource("measureReport").ifPresent(report -> {
            if (!(report instanceof MeasureReport)) {
                throw BadParameter.of("measureReport", "is a " + report.fhirType() + ", but must be a MeasureReport.");
            }
            submission.add(report, null);
        });
        input.resources("resource").forEach(resource -> submission.add(resource, null));
        for (Resource resource : input.resources("bundle")) {
            if (!(resource instanceof Bundle bundle)) {
                throw BadParameter.of("bundle", "is a " + resource.fhirType() + ", but must be a Bundle.");
            }
            bundle.getEntry().forEach(submission::add);
        }
        submission.check(measure, indicators);
        return submission.transaction;
    }

    private void add(BundleEntryComponent entry) {
        if (!entry.hasResource()) {
            throw BadParameter.of(
                    "bundle",
                    "an entry has no resource. Only resources can be submitted; delete with an ordinary request.");
        }
        add(entry.getResource(), entry.getFullUrl());
    }

    private void add(Resource resource, String fullUrl) {
        String id = resource.getIdElement().getIdPart();
        boolean placeholder = id == null || id.startsWith("urn:");
        BundleEntryComponent entry = transaction.addEntry().setResource(resource);
        entry.setFullUrl(fullUrl);
        entry.getRequest()
                .setMethod(placeholder ? HTTPVerb.POST : HTTPVerb.PUT)
                .setUrl(resource.fhirType() + (placeholder ? "" : "/" + id));
        if (resource instanceof MeasureReport report) {
            reports.add(report);
        }
    }

    private void check(Optional<String> measure, Indicators indicators) {
        if (reports.isEmpty()) {
            throw BadParameter.of(
                    "measureReport",
                    "is missing. Give the MeasureReport of type data-collection, or a bundle with it.");
        }
        for (MeasureReport report : reports) {
            if (report.getType() != MeasureReportType.DATACOLLECTION) {
                String type =
                        report.getType() == null ? "missing" : report.getType().toCode();
                throw BadParameter.of(
                        "measureReport", "its type is " + type + ", but only data-collection can be submitted.");
            }
            checkPeriod(report.getPeriod());
            String named = report.getMeasure() == null ? "" : report.getMeasure();
            // An older or newer version of the definition reads the same resources.
            String id = MeasureParameters.measure("measureReport", named.replaceFirst("\\|.*$", ""), indicators)
                    .id();
            if (measure.isPresent() && !measure.get().equals(id)) {
                throw BadParameter.of(
                        "measureReport", "is about " + id + ", but the address names Measure/" + measure.get() + ".");
            }
        }
    }

    /** A year or month holds all of its days: only what both state can be out of order. */
    private static void checkPeriod(Period period) {
        if (period.hasStart() && period.hasEnd()) {
            String start = period.getStartElement().getValueAsString();
            String end = period.getEndElement().getValueAsString();
            int both = Math.min(DAY, Math.min(start.length(), end.length()));
            if (end.substring(0, both).compareTo(start.substring(0, both)) < 0) {
                throw BadParameter.of(
                        "measureReport",
                        "its period ends (" + end + ") before it starts (" + start + "). Swap the two days.");
            }
        }
    }
}
