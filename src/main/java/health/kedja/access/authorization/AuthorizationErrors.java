package health.kedja.access.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Says that an app does not get what it asks for: to the app, if it is known where that is (RFC 6749, 4.1.2.1); else to
 * the person in front of the browser.
 */
public final class AuthorizationErrors implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        OAuth2Error error = ((OAuth2AuthenticationException) exception).getError();
        var asked = exception instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
                ? refused.getAuthorizationCodeRequestAuthentication()
                : null;
        if (asked != null
                && asked.getRedirectUri() != null
                && !asked.getRedirectUri().isBlank()) {
            UriComponentsBuilder back = UriComponentsBuilder.fromUriString(asked.getRedirectUri())
                    .queryParam("error", encoded(error.getErrorCode()));
            if (error.getDescription() != null) {
                back.queryParam("error_description", encoded(error.getDescription()));
            }
            if (asked.getState() != null) {
                back.queryParam("state", encoded(asked.getState()));
            }
            response.sendRedirect(back.build(true).toUriString());
        } else if (Page.isForPeople(request)) {
            show(request, response, error);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    /** A page that says what went wrong, and what can be done. */
    static void show(HttpServletRequest request, HttpServletResponse response, OAuth2Error error) throws IOException {
        PageWords words = PageWords.of(request);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        Page.write(
                response,
                words,
                words.html("error.title"),
                error.getErrorCode().equals(Launch.NO_PATIENT) ? noPatient(request, words) : ofTheApp(words, error));
    }

    private static String noPatient(HttpServletRequest request, PageWords words) {
        String state = String.valueOf(request.getParameter("state"));
        return "<p class=\"bad\" role=\"alert\">%s</p><p><a href=\"consent?state=%s\">%s</a></p>"
                .formatted(words.html("error.patient"), HtmlUtils.htmlEscape(encoded(state)), words.html("error.back"));
    }

    private static String ofTheApp(PageWords words, OAuth2Error error) {
        String detail = error.getDescription() == null ? error.getErrorCode() : error.getDescription();
        return "<p class=\"bad\" role=\"alert\">%s</p><p class=\"hint\">%s <code lang=\"en\">%s</code></p>"
                .formatted(words.html("error.app"), words.html("error.detail"), HtmlUtils.htmlEscape(detail));
    }
}
