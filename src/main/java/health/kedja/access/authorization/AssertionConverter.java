package health.kedja.access.authorization;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Finds the client of an assertion by what it says itself: SMART clients do not send {@code client_id} beside it. Whether
 * it says the truth is for {@link ClientAssertions} to judge.
 */
public final class AssertionConverter implements AuthenticationConverter {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Override
    public Authentication convert(HttpServletRequest request) {
        String[] assertions = request.getParameterValues("client_assertion");
        if (assertions == null || !TYPE.equals(request.getParameter("client_assertion_type"))) {
            return null;
        }
        String client = client(assertions);
        String named = request.getParameter("client_id");
        if (client == null || (named != null && !named.equals(client))) {
            throw new OAuth2AuthenticationException("invalid_client");
        }
        return new OAuth2ClientAuthenticationToken(
                client, new ClientAuthenticationMethod(TYPE), assertions[0], codeParameters(request));
    }

    private static String client(String[] assertions) {
        try {
            return assertions.length == 1
                    ? JWTParser.parse(assertions[0]).getJWTClaimsSet().getSubject()
                    : null;
        } catch (ParseException e) {
            return null;
        }
    }

    /** What proves that the one who redeems a code is the one who asked for it. */
    private static Map<String, Object> codeParameters(HttpServletRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        if ("authorization_code".equals(request.getParameter("grant_type"))) {
            for (String name : new String[] {"grant_type", "code", "code_verifier"}) {
                if (request.getParameter(name) != null) {
                    parameters.put(name, request.getParameter(name));
                }
            }
        }
        return parameters;
    }
}
