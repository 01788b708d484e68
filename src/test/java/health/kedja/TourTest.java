package health.kedja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the test of the README's tour lets pass, and what not. */
class TourTest {

    private static final Pattern OUTPUT =
            new Tour.Stop("", "{\n  \"status\": \"due\"\n...\n  \"id\": \"...\"\n}").output();

    @Test
    void three_dots_on_a_line_stand_for_any_lines() {
        assertThat("{\n  \"status\": \"due\"\n  \"a\": 1\n  \"b\": 2\n  \"id\": \"7\"\n}")
                .matches(OUTPUT);
        assertThat("{\n  \"status\": \"due\"\n  \"id\": \"7\"\n}").matches(OUTPUT);
    }

    @Test
    void everything_else_must_be_printed_exactly() {
        assertThat("{\n  \"status\": \"done\"\n  \"id\": \"7\"\n}").doesNotMatch(OUTPUT);
        assertThat("{\n  \"status\": \"due\"\n  \"id\": \"7\"\n}\n}").doesNotMatch(OUTPUT);
        assertThat("{\n  \"status\": \"due\"\n}").doesNotMatch(OUTPUT);
    }

    @Test
    void three_dots_in_a_line_do_not_reach_the_next_line() {
        assertThat("{\n  \"status\": \"due\"\n  \"id\": \"7\n8\"\n}").doesNotMatch(OUTPUT);
    }

    @Test
    void a_command_without_output_is_refused() {
        String tour = "## A tour\n\n```sh\ntrue\n```\n\n```sh\necho 1\n```\n\nprints\n\n```text\n1\n```\n\n## Next\n";
        assertThatThrownBy(() -> Tour.of(tour)).hasMessageContaining("2 commands, 1 of them");
    }
}
