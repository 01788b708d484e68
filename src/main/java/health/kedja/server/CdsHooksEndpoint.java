package health.kedja.server;

import ca.uhn.fhir.interceptor.api.HookParams;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.kedja.access.Rules;
import health.kedja.operation.ReadersLanguage;
import health.kedja.operation.cdshooks.CdsRequest;
import health.kedja.operation.cdshooks.CdsService;
import health.kedja.operation.cdshooks.CdsServices;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * {@code /cds-services}: CDS Hooks 2.0. A call goes by the hooks of the FHIR endpoint, as an operation on the patient, so that
 * access, audit, limits and errors are those of any operation there.
 */
final class CdsHooksEndpoint extends HttpServlet {

    /** Where it is. */
    static final String PATH = "/" + Rules.SERVICES;

    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient RestfulServer fhir;
    private final transient CdsServices services;
    private final transient BodyShape bodies;
    private final transient Optional<BaseUrl> base;

    /** @param base empty for the address that each request names */
    CdsHooksEndpoint(RestfulServer fhir, CdsServices services, BodyShape bodies, Optional<BaseUrl> base) {
        this.fhir = fhir;
        this.services = services;
        this.bodies = bodies;
        this.base = base;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            RequestDetails details = details(request, response, RequestTypeEnum.GET);
            write(response, CdsServices.discovery(ReadersLanguage.of(details)));
        } else if (service(request).isPresent()) {
            response.setHeader("Allow", "POST");
            OutcomeResponse.write(
                    response,
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    IssueType.NOTSUPPORTED,
                    "A service is called with POST, with the request of the hook as its body.");
        } else {
            noService(response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CdsService> service = service(request);
        if (service.isEmpty()) {
            noService(response);
            return;
        }
        ServletRequestDetails details = details(request, response, RequestTypeEnum.POST);
        Object cards;
        try {
            cards = cards(service.get(), details);
        } catch (RuntimeException e) {
            refuse(details, response, e);
            return;
        }
        write(response, cards);
    }

    private static Optional<CdsService> service(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).flatMap(path -> CdsService.of(path.substring(1)));
    }

    private static void noService(HttpServletResponse response) throws IOException {
        OutcomeResponse.write(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                IssueType.NOTFOUND,
                "There is no service at this address. GET " + PATH + " tells which there are.");
    }

    private ServletRequestDetails details(
            HttpServletRequest request, HttpServletResponse response, RequestTypeEnum type) {
        ServletRequestDetails details = new ServletRequestDetails(fhir.getInterceptorService());
        details.setServer(fhir);
        details.setRequestType(type);
        details.setServletRequest(request);
        details.setServletResponse(response);
        details.setRequestPath(request.getRequestURI().substring(1));
        details.setCompleteUrl(request.getRequestURL().toString());
        details.setFhirServerBase(fhirBase(request));
        return details;
    }

    private String fhirBase(HttpServletRequest request) {
        String whole = request.getRequestURL().toString();
        return base.map(BaseUrl::fhir)
                .orElseGet(() -> whole.substring(
                                0, whole.length() - request.getRequestURI().length()) + "/fhir");
    }

    private Object cards(CdsService service, ServletRequestDetails details) {
        byte[] body = details.loadRequestContents();
        bodies.check(body);
        CdsRequest asked = CdsRequest.parse(service, body, fhir.getFhirContext());
        name(details, service, asked);
        try {
            fhir.getInterceptorService()
                    .callHooks(
                            Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED,
                            of(details).add(RestOperationTypeEnum.class, details.getRestOperationType()));
            return services.cards(asked, ReadersLanguage.of(details), details.getFhirServerBase(), details);
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            throw CdsServices.unknownPatient();
        }
    }

    /** As the table of who may do what names it, and with what the trail is to tell of it. */
    private static void name(ServletRequestDetails details, CdsService service, CdsRequest asked) {
        boolean stored = asked.record().isEmpty();
        details.setOperation(Rules.SERVICES + "/" + service.id() + (stored ? "" : " prefetched"));
        details.setRestOperationType(
                stored
                        ? RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE
                        : RestOperationTypeEnum.EXTENDED_OPERATION_SERVER);
        if (stored) {
            details.setResourceName("Patient");
            details.setId(new IdType("Patient", asked.patientId()));
        }
        asked.record().ifPresent(details::setResource);
        details.setParameters(Map.of(
                "patientId", new String[] {asked.patientId()},
                "userId", new String[] {asked.userId()},
                "hookInstance", new String[] {asked.hookInstance()}));
    }

    private static HookParams of(ServletRequestDetails details) {
        return new HookParams().add(RequestDetails.class, details).add(ServletRequestDetails.class, details);
    }

    private void refuse(ServletRequestDetails details, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        HttpServletRequest request = details.getServletRequest();
        Object translated = fhir.getInterceptorService()
                .callHooksAndReturnObject(
                        Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION,
                        of(details)
                                .add(Throwable.class, failure)
                                .add(HttpServletRequest.class, request)
                                .add(HttpServletResponse.class, response));
        BaseServerResponseException answer = translated instanceof BaseServerResponseException other
                ? other
                : failure instanceof BaseServerResponseException own ? own : ServerFaults.of(failure);
        fhir.getInterceptorService()
                .callHooks(
                        Pointcut.SERVER_HANDLE_EXCEPTION,
                        of(details)
                                .add(HttpServletRequest.class, request)
                                .add(HttpServletResponse.class, response)
                                .add(BaseServerResponseException.class, answer));
        if (answer.getResponseHeaders() != null) {
            answer.getResponseHeaders()
                    .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (answer.getOperationOutcome() instanceof OperationOutcome outcome) {
            OutcomeResponse.write(response, answer.getStatusCode(), outcome);
        } else {
            OutcomeResponse.write(response, answer.getStatusCode(), IssueType.PROCESSING, answer.getMessage());
        }
    }

    private static void write(HttpServletResponse response, Object answer) throws IOException {
        byte[] json = JSON.writeValueAsBytes(answer);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
