package health.kedja.indicator.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void a_code_keeps_its_number_and_no_code_is_none() {
        Dictionary dictionary = new Dictionary();
        char hip = dictionary.number("S7200");

        assertThat(hip).isNotEqualTo(Dictionary.NONE);
        assertThat(dictionary.number("S525")).isNotEqualTo(hip);
        assertThat(dictionary.number("S7200")).isEqualTo(hip);
        assertThat(dictionary.word(hip)).isEqualTo("S7200");
        assertThat(dictionary.number(null)).isEqualTo(Dictionary.NONE);
        assertThat(dictionary.word(Dictionary.NONE)).isNull();
        assertThat(dictionary.size()).isEqualTo(3);
    }

    @Test
    void as_many_codes_as_there_are_numbers_fit_and_one_more_is_refused() {
        Dictionary dictionary = new Dictionary();
        for (int code = 1; code <= 65_535; code++) {
            assertThat((int) dictionary.number("c" + code)).isEqualTo(code);
        }

        assertThatThrownBy(() -> dictionary.number("one more")).hasMessage("There are more than 65535 different codes");
        assertThat((int) dictionary.number("c65535")).isEqualTo(65_535);
    }
}
