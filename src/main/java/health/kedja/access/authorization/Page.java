package health.kedja.access.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * What the pages for people have in common: language, style, and headers by which a browser loads and runs nothing, and
 * lets nobody frame them.
 */
final class Page {

    private static final String STYLE = style();
    /** Nothing of form-action: browsers hold every redirect after a form against it, and the last one is to the app. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";

    private Page() {}

    /**
     * Answers with a page.
     *
     * @param title as HTML
     * @param content as HTML, below the title
     */
    static void write(HttpServletResponse response, PageWords words, String title, String content) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", words.language().getLanguage());
        response.addHeader("Vary", "Accept-Language");
        response.setHeader("Content-Security-Policy", POLICY);
        response.getWriter().write("""
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s · Kedja</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>%s</style></head>
                <body><main><p class="brand">Kedja</p><h1>%s</h1>
                %s
                </main></body></html>
                """.formatted(words.language().getLanguage(), title, STYLE, title, content));
    }

    /** Whether it is a browser that asks: who does not say what they accept is none. */
    static boolean isForPeople(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("text/html");
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("pages.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
