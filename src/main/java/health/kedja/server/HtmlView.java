package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.interceptor.ResponseHighlighterInterceptor;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a browser may do with HAPI's HTML view of a resource: use the style sheet in the page, and run the one script
 * that HAPI puts there, known by its hash. A script that came with a resource does not run.
 */
@Interceptor
public final class HtmlView {

    private static final String SCRIPT = "ResponseHighlighter.js";
    private final String script;

    HtmlView() {
        try (InputStream stream = ResponseHighlighterInterceptor.class.getResourceAsStream(SCRIPT)) {
            script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void allow(ServletRequestDetails details, HttpServletRequest request, HttpServletResponse response) {
        if (isForBrowser(request)) {
            response.setHeader(
                    "Content-Security-Policy",
                    EveryAnswer.NOTHING + "; style-src 'unsafe-inline'; script-src '"
                            + hash(details.getServerBaseForRequest()) + "'");
        }
    }

    static boolean isForBrowser(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String query = request.getQueryString();
        return accept != null && accept.contains("text/html") || query != null && query.contains("html");
    }

    private String hash(String base) {
        String text = script.replace("FHIR_BASE", UrlUtil.sanitizeBaseUrl(base));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
