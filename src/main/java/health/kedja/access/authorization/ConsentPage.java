package health.kedja.access.authorization;

import health.kedja.access.Scope;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.web.util.HtmlUtils;

/** Asks the user what an app may do, and for which patient. It shows what was asked for, not what its own address says. */
public final class ConsentPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final OAuth2TokenType STATE = new OAuth2TokenType("state");
    private static final Map<String, String> MEANINGS = Map.of(
            "openid", "know that you logged in here",
            "fhirUser", "know who you are",
            "launch/patient", "know which patient you chose",
            "offline_access", "go on when you are not there, for at most 30 days without use");

    private final transient StoredAuthorizations authorizations;
    private final transient RegisteredClientRepository clients;
    private final transient Registrations registrations;

    public ConsentPage(
            StoredAuthorizations authorizations, RegisteredClientRepository clients, Registrations registrations) {
        this.authorizations = authorizations;
        this.clients = clients;
        this.registrations = registrations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = request.getParameter("state");
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        OAuth2Authorization authorization =
                state == null || state.isBlank() ? null : authorizations.findByToken(state, STATE);
        if (authorization == null || !authorization.getPrincipalName().equals(user)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        RegisteredClient client = clients.findById(authorization.getRegisteredClientId());
        OAuth2AuthorizationRequest asked = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
        response.getWriter().write(page(client, user, state, new TreeSet<>(asked.getScopes())));
    }

    private String page(RegisteredClient client, String user, String state, Set<String> scopes) {
        boolean choose = scopes.contains("launch/patient")
                && registrations.user(user).flatMap(User::patient).isEmpty();
        String hidden = "<input type=\"hidden\" name=\"client_id\" value=\"" + escaped(client.getClientId()) + "\">"
                + "<input type=\"hidden\" name=\"state\" value=\"" + escaped(state) + "\">";
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Kedja: allow %1$s?</title>
                <meta name="viewport" content="width=device-width">
                <style>body{font:1rem/1.5 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}
                label{display:block;margin:.4rem 0}button{font:inherit;padding:.4rem 1.2rem;margin:.8rem .5rem 0 0}</style>
                </head><body><h1>%1$s asks for access</h1>
                <p>You are logged in as %2$s. You may allow less than is asked for.</p>
                <form method="post" action="authorize">%3$s
                <fieldset><legend>%1$s wants to</legend>%4$s</fieldset>%5$s
                <button type="submit">Allow</button></form>
                <form method="post" action="authorize">%3$s<button type="submit">Deny</button></form>
                </body></html>
                """.formatted(
                        escaped(client.getClientName()),
                        escaped(user),
                        hidden,
                        scopes.stream().map(ConsentPage::checkbox).collect(Collectors.joining("\n")),
                        choose
                                ? "<label>Patient (logical id) <input name=\"patient\" required pattern=\"[A-Za-z0-9.-]{1,64}\"></label>"
                                : "");
    }

    private static String checkbox(String scope) {
        return "<label><input type=\"checkbox\" name=\"scope\" checked value=\"%s\"> %s <small>(%s)</small></label>"
                .formatted(escaped(scope), escaped(meaning(scope)), escaped(scope));
    }

    private static String meaning(String scope) {
        return Scope.parse(scope)
                .map(resources -> resources.interactions().stream()
                                .sorted()
                                .map(interaction -> interaction.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + " "
                        + (resources.type().equals("*") ? "every kind of record" : resources.type())
                        + (resources.context() == Scope.Context.PATIENT
                                ? " of the chosen patient"
                                : " that you may see"))
                .orElseGet(() -> MEANINGS.getOrDefault(scope, scope));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
