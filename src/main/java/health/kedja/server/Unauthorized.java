package health.kedja.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * The answers to those who are not let in: what to send, and nothing of why a token was refused. That would tell who
 * forges them how far they have come.
 */
final class Unauthorized
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler, RequestRejectedHandler {

    private static final String CHALLENGE = "Bearer realm=\"kedja\"";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean tokenGiven = failure instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, tokenGiven ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
        OutcomeResponse.write(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                IssueType.LOGIN,
                tokenGiven
                        ? "The access token is not valid here, or no longer. Get a new one for this server; where, "
                                + "is said at /fhir/.well-known/smart-configuration."
                        : "An access token is needed, in the header Authorization: Bearer. Where to get one is said at "
                                + "/fhir/.well-known/smart-configuration.");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            OutcomeResponse.write(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    IssueType.TRANSIENT,
                    "The keys of the issuer of the access token cannot be had just now. Try again later.");
        } else {
            commence(request, response, failure);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        OutcomeResponse.write(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                IssueType.FORBIDDEN,
                "This needs the role administrator, or a request from the machine itself.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        OutcomeResponse.write(
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                IssueType.STRUCTURE,
                "The address or a header of the request holds something that is not accepted, such as an encoded slash,"
                        + " a semicolon or a control character in the path.");
    }
}
