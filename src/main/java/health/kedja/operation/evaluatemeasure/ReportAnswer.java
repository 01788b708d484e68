package health.kedja.operation.evaluatemeasure;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** Reports in the form that the client asked for. */
final class ReportAnswer {

    private static final String CSV = "text/csv";

    private ReportAnswer() {}

    /** The report, a Bundle of the reports, or a table of them. */
    static Resource of(EvaluateMeasureRequest asked, List<Made> reports, RequestDetails request) {
        if (asksForTable(request)) {
            Binary table = new Binary();
            table.setContentType(CSV + ";charset=UTF-8");
            table.setData(ReportTable.of(asked.by(), reports).getBytes(StandardCharsets.UTF_8));
            return table;
        }
        return asked.single() ? reports.get(0).resource() : bundle(reports);
    }

    private static Bundle bundle(List<Made> reports) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.COLLECTION);
        reports.forEach(made -> bundle.addEntry()
                .setFullUrl("urn:uuid:" + made.resource().getIdElement().getIdPart())
                .setResource(made.resource()));
        return bundle;
    }

    /** What the asynchronous pattern of FHIR wraps the answer in; a table is given as it is. */
    static Resource late(EvaluateMeasureRequest asked, List<Made> reports, RequestDetails request) {
        Resource answer = of(asked, reports, request);
        if (answer instanceof Binary) {
            return answer;
        }
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.BATCHRESPONSE);
        bundle.addEntry().setResource(answer).getResponse().setStatus("200 OK");
        return bundle;
    }

    private static boolean asksForTable(RequestDetails request) {
        String[] format = request.getParameters().get(Constants.PARAM_FORMAT);
        if (format != null && format.length > 0) {
            return format[0].equals("csv") || format[0].startsWith(CSV);
        }
        return request.getHeaders(Constants.HEADER_ACCEPT).stream().anyMatch(accepted -> accepted.contains(CSV));
    }
}
