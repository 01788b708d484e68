package health.kedja.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final Kept<String, String> kept = new Kept<>();

    @Test
    void an_answer_is_read_once_until_it_is_outdated() {
        assertThat(kept.get("who", question -> "anna")).isEqualTo("anna");
        assertThat(kept.get("who", question -> "berit")).isEqualTo("anna");
        kept.forget();
        assertThat(kept.get("who", question -> "berit")).isEqualTo("berit");
    }

    @Test
    void an_answer_that_became_outdated_while_it_was_read_is_not_kept() {
        String before = kept.get("who", question -> {
            kept.forget();
            return "anna";
        });
        assertThat(before).isEqualTo("anna");
        assertThat(kept.get("who", question -> "berit")).isEqualTo("berit");
        Map<String, String> several = kept.get(List.of("where"), questions -> {
            kept.forget();
            return Map.of("where", "ward");
        });
        assertThat(several).containsEntry("where", "ward");
        assertThat(kept.get("where", question -> "clinic")).isEqualTo("clinic");
    }

    @Test
    void of_several_only_those_that_are_not_kept_are_read() {
        kept.get("who", question -> "anna");
        List<Set<String>> read = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            Map<String, String> answers = kept.get(List.of("who", "where", "when"), questions -> {
                read.add(questions);
                Map<String, String> found = new HashMap<>();
                questions.forEach(question -> found.put(question, question + "?"));
                return found;
            });
            assertThat(answers)
                    .containsExactlyInAnyOrderEntriesOf(Map.of("who", "anna", "where", "where?", "when", "when?"));
        }
        assertThat(read).containsExactly(Set.of("where", "when"));
    }
}
