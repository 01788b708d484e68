package health.kedja.operation.evaluatemeasure;

import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;

/** What kind of report is asked for. */
enum ReportType {
    SUBJECT("subject", MeasureReportType.INDIVIDUAL),
    SUBJECT_LIST("subject-list", MeasureReportType.SUBJECTLIST),
    POPULATION("population", MeasureReportType.SUMMARY);

    final String token;
    final MeasureReportType fhir;

    ReportType(String token, MeasureReportType fhir) {
        this.token = token;
        this.fhir = fhir;
    }
}
