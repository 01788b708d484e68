package health.kedja.access.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** An access in a sentence, in English, Swedish or Danish. */
final class AccessWords {

    private static final Map<String, Properties> FILES = Map.of(
            "en", read("access.properties"), "sv", read("access_sv.properties"), "da", read("access_da.properties"));

    private final Properties words;

    /** @param language of the reader; English for one that there are no words in */
    AccessWords(Locale language) {
        words = FILES.getOrDefault(language.getLanguage(), FILES.get("en"));
    }

    private static Properties read(String file) {
        try (InputStream in = AccessWords.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Narrative narrative(Instant recorded, Access access) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        div.addText(sentence(recorded, access));
        Narrative narrative = new Narrative();
        narrative.setStatus(NarrativeStatus.GENERATED);
        narrative.setDiv(div);
        return narrative;
    }

    /** When, who, did what, why, with which outcome. */
    String sentence(Instant recorded, Access access) {
        Who who = access.who();
        String name = Stream.of(who.fhirUser(), who.subject(), who.client())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> word(who.address() == null ? "server" : "nobody"));
        String roles = who.roles() == null
                ? null
                : Stream.of(who.roles().split(" "))
                        .map(role -> word("role." + role))
                        .collect(Collectors.joining(", "));
        String what = access.resource() == null ? access.query() : access.resource();
        String why = access.emergency() != null
                ? word("emergency") + ": " + access.emergency()
                : who.purpose() == null ? null : word("purpose") + " " + who.purpose();
        return Stream.of(
                        recorded.truncatedTo(ChronoUnit.SECONDS).toString(),
                        roles == null ? name : name + " (" + roles + ")",
                        word(access.interaction()) + (what == null ? "" : " " + what),
                        why,
                        word("outcome." + access.outcome().code())
                                + (access.reason() == null ? "" : ": " + access.reason()))
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
    }

    private String word(String key) {
        return words.getProperty(key, key);
    }
}
