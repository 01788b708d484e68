package health.kedja.access.authorization;

import health.kedja.access.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The texts of the pages for people, in Swedish, Danish or English, ready to be put into HTML. */
record PageWords(Locale language, Properties texts) {

    private static final Map<String, Properties> FILES = Map.of(
            "en", read("pages.properties"), "sv", read("pages_sv.properties"), "da", read("pages_da.properties"));
    private static final List<Locale> OFFERED =
            Stream.of("en", "sv", "da").map(Locale::forLanguageTag).toList();

    /** Those in the best language that the browser accepts; English where it names none of the three. */
    static PageWords of(HttpServletRequest request) {
        Locale language = language(request.getHeader("Accept-Language"));
        return new PageWords(language, FILES.get(language.getLanguage()));
    }

    private static Locale language(String accepted) {
        try {
            Locale best = accepted == null ? null : Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            // A header that cannot be read is no reason to show nothing.
            return Locale.ENGLISH;
        }
    }

    private static Properties read(String file) {
        try (InputStream in = PageWords.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of that key; what is put into it may hold anything. */
    String html(String key, String... values) {
        return escaped(text(key, values));
    }

    /** What a scope lets an app do. One that has no words in the file stands for itself. */
    String meaning(String scope) {
        return escaped(
                Scope.parse(scope).map(this::resources).orElseGet(() -> texts.getProperty("other." + scope, scope)));
    }

    /** Of letters only those that HTML has a use for; the page is UTF-8. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private String resources(Scope scope) {
        String type = texts.getProperty("type." + scope.type(), scope.type());
        String what = text("of." + scope.context().name().toLowerCase(Locale.ROOT), type);
        String done = scope.interactions().stream()
                .sorted()
                .map(interaction -> text("do." + interaction.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return text("scope", what, done);
    }

    private String text(String key, String... values) {
        String text = texts.getProperty(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }
}
