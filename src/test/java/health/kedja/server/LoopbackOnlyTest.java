package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class LoopbackOnlyTest {

    private static void start(String... settings) {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", "127.0.0.1");
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new LoopbackOnly().initialize(context);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "", " ", "::", "192.0.2.7", "no such host.invalid"})
    void an_address_that_others_can_reach_is_refused_and_the_reason_given(String address) {
        for (String setting : new String[] {"server.address", "management.server.address"}) {
            assertThatThrownBy(() -> start(setting, address))
                    .hasMessageContaining(setting)
                    .hasMessageContaining("no access control");
        }
    }

    @Test
    void without_an_address_the_server_does_not_start() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(new MockEnvironment());
        assertThatThrownBy(() -> new LoopbackOnly().initialize(context)).hasMessageContaining("no access control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void a_loopback_address_is_accepted(String address) {
        assertThatCode(() -> start("server.address", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kedja.access.issuers[0].issuer", "kedja.access.authorization-server.enabled"})
    void with_tokens_others_may_reach_the_server_if_nothing_crosses_the_net_in_clear_text(String tokens) {
        assertThatThrownBy(() -> start("server.address", "0.0.0.0", tokens, "true"))
                .hasMessageContaining("plain HTTP");
        assertThatThrownBy(() -> start(
                        "server.address",
                        "0.0.0.0",
                        tokens,
                        "true",
                        "server.ssl.bundle",
                        "web",
                        "server.ssl.enabled",
                        "false"))
                .hasMessageContaining("plain HTTP");
        assertThatCode(() -> start("server.address", "0.0.0.0", tokens, "true", "server.ssl.bundle", "web"))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        start("server.address", "0.0.0.0", tokens, "true", "kedja.access.behind-tls-proxy", "true"))
                .doesNotThrowAnyException();
    }

    @Test
    void an_authorization_server_that_is_off_lets_nobody_else_in() {
        assertThatThrownBy(
                        () -> start("server.address", "0.0.0.0", "kedja.access.authorization-server.enabled", "false"))
                .hasMessageContaining("no access control");
    }
}
