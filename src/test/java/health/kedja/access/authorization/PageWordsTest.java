package health.kedja.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageWordsTest {

    private static PageWords in(String accepted) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (accepted != null) {
            request.addHeader("Accept-Language", accepted);
        }
        return PageWords.of(request);
    }

    @ParameterizedTest
    @CsvSource({
        "sv-SE, sv",
        "'da-DK,da;q=0.9,en;q=0.8', da",
        "'nb,sv;q=0.5', sv",
        "'fr,de', en",
        "'sv;q=x', en",
        "'', en",
        ", en"
    })
    void the_language_is_the_best_that_the_browser_accepts(String accepted, String language) {
        assertThat(in(accepted).language().getLanguage()).isEqualTo(language);
    }

    @Test
    void every_language_has_every_text_with_the_same_places() {
        Properties english = in("en").texts();
        Pattern places = Pattern.compile("\\{\\d}");
        for (String language : List.of("sv", "da")) {
            Properties other = in(language).texts();
            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (Map.Entry<Object, Object> text : english.entrySet()) {
                assertThat(places.matcher(other.getProperty((String) text.getKey()))
                                .results()
                                .map(place -> place.group())
                                .sorted())
                        .as("%s: %s", language, text.getKey())
                        .containsExactlyElementsOf(places.matcher((String) text.getValue())
                                .results()
                                .map(place -> place.group())
                                .sorted()
                                .toList());
            }
        }
    }

    @Test
    void a_scope_is_said_in_words() {
        assertThat(in("sv").meaning("patient/Condition.rs")).isEqualTo("Diagnoser för den valda patienten: läsa, söka");
        assertThat(in("da").meaning("user/*.u")).isEqualTo("Alle oplysninger, som du må se: ændre");
        assertThat(in("en").meaning("launch/patient")).isEqualTo("Know which patient you choose");
        assertThat(in("en").meaning("something/else")).isEqualTo("something/else");
    }

    @Test
    void what_is_put_into_a_text_stays_text() {
        assertThat(in("en").html("consent.title", "<script>alert(1)</script>"))
                .isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt; asks for access");
        assertThat(in("en").html("consent.title", "{0}")).isEqualTo("{0} asks for access");
    }
}
