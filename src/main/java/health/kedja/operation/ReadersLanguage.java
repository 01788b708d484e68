package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Locale;

/** The language of texts for clinicians: the best of Swedish, Danish and English that the client accepts. */
public final class ReadersLanguage {

    private static final List<Locale> OFFERED =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("sv"), Locale.forLanguageTag("da"));

    private ReadersLanguage() {}

    /** The language of the answer to a request; English where the client names none of them. */
    public static Locale of(RequestDetails request) {
        String accepted = request.getHeader("Accept-Language");
        if (accepted == null || accepted.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            // A header that cannot be read is no reason to refuse the question.
            return Locale.ENGLISH;
        }
    }
}
