package health.kedja.access.authorization;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Error;
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

    private final transient StoredAuthorizations authorizations;
    private final transient RegisteredClientRepository clients;
    private final transient Registrations registrations;
    private final transient LaunchContexts launches;

    public ConsentPage(
            StoredAuthorizations authorizations,
            RegisteredClientRepository clients,
            Registrations registrations,
            LaunchContexts launches) {
        this.authorizations = authorizations;
        this.clients = clients;
        this.registrations = registrations;
        this.launches = launches;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = request.getParameter("state");
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        OAuth2Authorization authorization =
                state == null || state.isBlank() ? null : authorizations.findByToken(state, STATE);
        if (authorization == null || !authorization.getPrincipalName().equals(user)) {
            AuthorizationErrors.show(
                    request,
                    response,
                    new OAuth2Error("invalid_request", "There is nothing to consent to (state)", null));
            return;
        }
        OAuth2AuthorizationRequest asked = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        boolean launched = asked.getScopes().contains(Launch.FROM_RECORD_SYSTEM);
        Optional<LaunchContext> context =
                launched ? Launch.value(asked.getAdditionalParameters()).flatMap(launches::find) : Optional.empty();
        if (launched && context.isEmpty()) {
            AuthorizationErrors.show(request, response, Launch.gone());
            return;
        }
        PageWords words = PageWords.of(request);
        RegisteredClient client = clients.findById(authorization.getRegisteredClientId());
        Page.write(
                response,
                words,
                words.html("consent.title", client.getClientName()),
                form(words, client, user, state, asked.getScopes(), patient(words, user, asked.getScopes(), context)));
    }

    /** For which patient: to be read, or to be filled in. */
    private String patient(PageWords words, String user, Set<String> scopes, Optional<LaunchContext> context) {
        if (context.isPresent()) {
            return "<p>" + words.html("consent.launch", context.get().patient()) + "</p>";
        }
        if (!scopes.contains(Launch.CHOSEN_BY_USER)) {
            return "";
        }
        Optional<String> own = registrations.user(user).flatMap(User::patient);
        return own.map(id -> "<p>" + words.html("consent.bound", id) + "</p>").orElseGet(() ->
                """
                <fieldset><legend>%s</legend><label for="patient">%s</label>
                <input type="text" id="patient" name="patient" required pattern="[A-Za-z0-9.\\-]{1,64}" aria-describedby="hint" autocomplete="off" autocapitalize="none" spellcheck="false">
                <p class="hint" id="hint">%s</p></fieldset>""".formatted(words.html("consent.patient"), words.html("consent.id"), words.html("consent.hint")));
    }

    private static String form(
            PageWords words, RegisteredClient client, String user, String state, Set<String> scopes, String patient) {
        String hidden = "<input type=\"hidden\" name=\"client_id\" value=\"" + escaped(client.getClientId()) + "\">"
                + "<input type=\"hidden\" name=\"state\" value=\"" + escaped(state) + "\">";
        return """
                <p>%1$s <a href="../logout">%2$s</a></p><p>%3$s</p>
                <form method="post" action="authorize">%4$s
                <fieldset><legend>%5$s</legend>%6$s</fieldset>%7$s
                <div class="doing"><button type="submit">%8$s</button>
                <button type="submit" class="other" form="deny">%9$s</button></div></form>
                <form method="post" action="authorize" id="deny">%4$s</form>""".formatted(
                        words.html("consent.as", user),
                        words.html("consent.other"),
                        words.html("consent.less"),
                        hidden,
                        words.html("consent.wants", client.getClientName()),
                        new TreeSet<>(scopes)
                                .stream().map(scope -> checkbox(words, scope)).collect(Collectors.joining("\n")),
                        patient,
                        words.html("consent.allow"),
                        words.html("consent.deny"));
    }

    private static String checkbox(PageWords words, String scope) {
        return ("<label class=\"choice\"><input type=\"checkbox\" name=\"scope\" checked value=\"%1$s\">"
                        + "<span>%2$s <span lang=\"en\">%1$s</span></span></label>")
                .formatted(escaped(scope), words.meaning(scope));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
