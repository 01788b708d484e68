package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Looks through a body before it is read, and refuses what would cost much more to read than to send, or would be read
 * otherwise than it looks: deep nesting, long texts and numbers, names given twice, document type declarations. What is
 * merely malformed is left to the parser, which says where.
 */
@Interceptor
public final class BodyShape {

    private final JsonShape json;
    private final XmlShape xml;

    BodyShape(KedjaSettings.Requests limits) {
        json = new JsonShape(limits);
        xml = new XmlShape(limits);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void check(RequestDetails request) {
        switch (request.getRequestType()) {
            case POST, PUT, PATCH, DELETE -> check(request.loadRequestContents());
            default -> {
                // A body of a GET is not read.
            }
        }
    }

    /** By its first character, as whoever reads it may not look at the Content-Type either. */
    void check(byte[] body) {
        int start = 0;
        while (start < body.length && isBlank(body[start])) {
            start++;
        }
        if (start == body.length) {
            return;
        }
        if (body[start] == '{' || body[start] == '[') {
            json.check(body, start);
        } else if (body[start] == '<') {
            xml.check(body, start);
        }
    }

    /** White space, or an octet of the byte order mark. */
    private static boolean isBlank(byte octet) {
        return octet >= 0 && Character.isWhitespace(octet)
                || octet == (byte) 0xEF
                || octet == (byte) 0xBB
                || octet == (byte) 0xBF;
    }

    static InvalidRequestException tooMuch(String what, long most, String setting) {
        return RefusedRequest.of(
                IssueType.TOOCOSTLY,
                "The body has " + what + "; this server takes " + most + " (kedja.requests." + setting + ").");
    }
}
