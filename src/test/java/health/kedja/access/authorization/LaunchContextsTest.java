package health.kedja.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.GuardedServerExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a record system said is kept for five minutes and one use. */
class LaunchContextsTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static final Instant NOW = Instant.now();
    private static final LaunchContext CONTEXT =
            new LaunchContext("maj", Optional.of("visit"), Optional.of("Practitioner/anna"), Optional.of("app"));

    private static LaunchContexts after(Duration time) {
        return new LaunchContexts(new JdbcTemplate(SERVER.dataSource()), Clock.fixed(NOW.plus(time), ZoneOffset.UTC));
    }

    @Test
    void it_is_found_until_it_is_taken() {
        LaunchContexts contexts = after(Duration.ZERO);
        String launch = contexts.keep(CONTEXT);
        assertThat(contexts.find(launch)).contains(CONTEXT);
        assertThat(contexts.take(launch)).contains(CONTEXT);
        assertThat(contexts.take(launch)).isEmpty();
        assertThat(contexts.find(launch)).isEmpty();
    }

    @Test
    void it_is_gone_after_five_minutes() {
        String launch = after(Duration.ZERO).keep(CONTEXT);
        assertThat(after(Duration.ofSeconds(299)).find(launch)).contains(CONTEXT);
        assertThat(after(Duration.ofSeconds(300)).find(launch)).isEmpty();
        assertThat(after(Duration.ofSeconds(300)).take(launch)).isEmpty();
    }

    @Test
    void each_value_is_another() {
        LaunchContexts contexts = after(Duration.ZERO);
        assertThat(contexts.keep(CONTEXT)).hasSizeGreaterThan(40).isNotEqualTo(contexts.keep(CONTEXT));
    }
}
