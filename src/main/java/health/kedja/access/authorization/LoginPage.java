package health.kedja.access.authorization;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** Where a user logs in; and out, once they are in. */
public final class LoginPage extends HttpServlet {

    /** Parameter of the address after a wrong name or password. */
    public static final String WRONG = "wrong";

    /** Parameter of the address after a logout. */
    public static final String OUT = "out";

    /** Parameter of the address when the form came after its session had ended. */
    public static final String LATE = "late";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageWords words = PageWords.of(request);
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || user instanceof AnonymousAuthenticationToken) {
            Page.write(response, words, words.html("login.title"), form(request, words));
        } else {
            Page.write(response, words, words.html("inside.title"), inside(request, words, user.getName()));
        }
    }

    private static String form(HttpServletRequest request, PageWords words) {
        return """
                %1$s
                <form method="post" action="login">%2$s
                <label for="username">%3$s</label>
                <input type="text" id="username" name="username" required autofocus autocomplete="username" autocapitalize="none" spellcheck="false">
                <label for="password">%4$s</label>
                <input type="password" id="password" name="password" required autocomplete="current-password">
                <div class="doing"><button type="submit">%5$s</button></div></form>""".formatted(
                        message(request, words),
                        hidden(request),
                        words.html("login.name"),
                        words.html("login.password"),
                        words.html("login.submit"));
    }

    private static String message(HttpServletRequest request, PageWords words) {
        if (request.getParameter(WRONG) != null) {
            return "<p class=\"bad\" role=\"alert\">" + words.html("login.wrong") + "</p>";
        }
        if (request.getParameter(LATE) != null) {
            return "<p class=\"bad\" role=\"alert\">" + words.html("login.late") + "</p>";
        }
        return request.getParameter(OUT) == null
                ? ""
                : "<p class=\"good\" role=\"status\">" + words.html("login.out") + "</p>";
    }

    private static String inside(HttpServletRequest request, PageWords words, String user) {
        return """
                <p>%s</p><p>%s</p>
                <form method="post" action="logout">%s
                <div class="doing"><button type="submit">%s</button></div></form>""".formatted(
                words.html("inside.as", user), words.html("inside.next"), hidden(request), words.html("inside.leave"));
    }

    private static String hidden(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(HtmlUtils.htmlEscape(token.getParameterName()), HtmlUtils.htmlEscape(token.getToken()));
    }
}
