package health.kedja.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** What is a token in a header is what Spring Security's own expression takes for one. */
class BearerTokenProperties {

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> scheme = Arbitraries.of("Bearer ", "bearer ", "BEARER ", "Bearer", "Basic ", "Bearer  ", "");
        Arbitrary<String> token =
                Arbitraries.strings().alpha().numeric().withChars("-._~+/= ,é").ofMaxLength(12);
        Arbitrary<String> end = Arbitraries.of("", "=", "==", "= ", " ");
        return Combinators.combine(scheme, token, end).as((a, b, c) -> a + b + c);
    }

    @Property(tries = 5_000)
    void a_header_is_read_as_by_the_expression(@ForAll("headers") String header) {
        assertThat(read(new BearerToken(), header)).isEqualTo(read(new DefaultBearerTokenResolver(), header));
    }

    private static String read(BearerTokenResolver resolver, String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        try {
            return Optional.ofNullable(resolver.resolve(request)).orElse("none");
        } catch (OAuth2AuthenticationException e) {
            return "malformed";
        }
    }
}
