package health.kedja.indicator.scan;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.cohort.Dictionary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes of a dictionary by how they begin. */
class WordsTest {

    private final Dictionary dictionary = new Dictionary();

    @Test
    void a_listed_code_covers_what_begins_with_it_and_no_neighbour() {
        Words words = words("S525", "S52", "S5250", "S526", "S524", "S6");

        assertThat(named(words, words.beginningWith(List.of("S525")))).containsExactly("S525", "S5250");
        assertThat(named(words, words.beginningWith(List.of("S7", "S6")))).containsExactly("S6");
        assertThat(named(words, words.exactly(List.of("S525", "S5")))).containsExactly("S525");
    }

    @Test
    void a_question_mark_is_any_one_character() {
        Words words = words("M80", "M800", "M800F", "M800FX", "M805F", "M80F", "M800A");

        assertThat(named(words, words.beginningWith(List.of("M80?F")))).containsExactly("M800F", "M800FX", "M805F");
        assertThat(named(words, words.beginningWith(List.of("M80?"))))
                .hasSize(6)
                .doesNotContain("M80");
    }

    @Test
    void a_word_has_its_number_and_an_unknown_one_has_none() {
        Words words = words("abroad", "12", "01");
        dictionary.number("later");

        assertThat(words.numberOf("12")).isEqualTo(dictionary.number("12"));
        assertThat(words.numberOf("abroad")).isEqualTo(dictionary.number("abroad"));
        assertThat(words.numberOf("zzz")).isZero();
        assertThat(words.numberOf("1")).isZero();
        assertThat(words.word(words.numberOf("01"))).isEqualTo("01");
        assertThat(words.word(0)).isNull();
        assertThat(words.word(dictionary.number("later"))).as("came later").isNull();
        assertThat(words.size()).isEqualTo(4);
    }

    private Words words(String... codes) {
        for (String code : codes) {
            dictionary.number(code);
        }
        return new Words(dictionary);
    }

    private List<String> named(Words words, CodeSet set) {
        List<String> named = new ArrayList<>();
        for (int number = 0; number < words.size(); number++) {
            if (set.has((char) number)) {
                named.add(words.word(number));
            }
        }
        named.sort(null);
        return named;
    }
}
