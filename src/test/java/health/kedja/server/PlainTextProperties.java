package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What is let through is what Spring Security's own expressions let through. */
class PlainTextProperties {

    @Property(tries = 5_000)
    void header_values_of_any_characters_are_judged_as_by_the_expressions(@ForAll String text) {
        assertThat(PlainText.isHeaderValue(text)).isEqualTo(StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(text));
    }

    @Property(tries = 5_000)
    void header_values_near_the_edges_too(@ForAll @CharRange(from = 0, to = 0xBF) String text) {
        assertThat(PlainText.isHeaderValue(text)).isEqualTo(StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(text));
    }

    @Property(tries = 5_000)
    void names_near_the_edges_too(@ForAll @CharRange(from = 0, to = 0xBF) String text) {
        assertThat(PlainText.isText(text)).isEqualTo(StrictHttpFirewall.ALLOWED_HEADER_NAMES.test(text));
        assertThat(PlainText.isText(text)).isEqualTo(StrictHttpFirewall.ALLOWED_PARAMETER_NAMES.test(text));
    }
}
