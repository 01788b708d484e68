package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Looks through a body before it is read, and refuses what would cost much more to read than to send, or would be read
 * otherwise than it looks: deep nesting, long texts and numbers, names given twice, document type declarations. What is
 * merely malformed is left to the parser, which says where.
 */
@Interceptor
public final class BodyShape {

    /** A number as it may be written as text, with an exponent of four digits or more. */
    private static final Pattern HUGE = Pattern.compile("[0-9.][eE][+-]?[0-9]{4,}");

    /** The same that is no part of a word, such as an id: one in five UUIDs has what could be taken for a number. */
    private static final Pattern HUGE_ALONE =
            Pattern.compile("(?<![A-Za-z0-9-])-?[0-9.]+[eE][+-]?[0-9]{4,}(?![A-Za-z0-9-])");

    private static final int MOST_DIGITS = 1_000;

    private final JsonShape json;
    private final XmlShape xml;

    BodyShape(KedjaSettings.Requests limits) {
        json = new JsonShape(limits);
        xml = new XmlShape(limits);
    }

    /**
     * A decimal that XML, Turtle or a patch brings cannot be told from other text before the element is known.
     * Written out, {@code 1e999999999} is a gigabyte.
     */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void checkDecimals(RequestDetails request) {
        byte[] body = request.getRequestContentsIfLoaded();
        boolean patch = request.getRequestType() == RequestTypeEnum.PATCH;
        if (body == null || !has(patch ? HUGE_ALONE : HUGE, body)) {
            return;
        }
        if (patch) {
            throw RefusedRequest.of("A number in the patch", "must have an exponent between -999 and 999", "more");
        }
        if (request.getResource() != null) {
            for (IPrimitiveType<?> decimal : request.getFhirContext()
                    .newTerser()
                    .getAllPopulatedChildElementsOfType(request.getResource(), DecimalType.class)) {
                BigDecimal number = (BigDecimal) decimal.getValue();
                if (number != null && isHuge(number)) {
                    throw RefusedRequest.of("A number", "must have an exponent between -999 and 999", number);
                }
            }
        }
    }

    /** Whether it has more than a thousand digits when it is written out. */
    static boolean isHuge(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS;
    }

    private static boolean has(Pattern number, byte[] body) {
        return number.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
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
