package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSourcesTest {

    private static boolean allowed(String source, String address) {
        return new ImportSources(List.of("https://other.example.org/", source))
                .allowed(address)
                .isPresent();
    }

    @Test
    void a_source_stands_for_itself_and_all_below_it() {
        assertThat(allowed("https://files.example.org/kedja", "https://files.example.org/kedja"))
                .isTrue();
        assertThat(allowed("https://files.example.org/kedja", "https://files.example.org/kedja/a/b?c=d&e=%2e"))
                .isTrue();
        assertThat(allowed("https://files.example.org/kedja", "https://files.example.org/kedja2"))
                .isFalse();
        assertThat(allowed("https://files.example.org/kedja/", "https://files.example.org/kedja"))
                .isFalse();
        assertThat(allowed("https://files.example.org", "https://files.example.org"))
                .isTrue();
        assertThat(allowed("https://files.example.org", "https://files.example.org?a"))
                .isTrue();
        assertThat(allowed("https://files.example.org", "https://files.example.org/a"))
                .isTrue();
    }

    @Test
    void the_port_counts_where_it_is_left_out_too() {
        assertThat(allowed("https://files.example.org/", "https://files.example.org:443/a"))
                .isTrue();
        assertThat(allowed("http://files.example.org:80/", "http://files.example.org/a"))
                .isTrue();
        assertThat(allowed("https://files.example.org/", "https://files.example.org:8443/a"))
                .isFalse();
        assertThat(allowed("https://files.example.org/", "http://files.example.org:443/a"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example.org.evil.example/a",
                "https://evilfiles.example.org/a",
                "https://files.example.org./a",
                "https://files.example.org@evil.example/a",
                "https://files.example.org:pass@evil.example/a",
                "https://evil.example/https://files.example.org/a",
                "https://evil.example?https://files.example.org/",
                "https://evil.example#@files.example.org/",
                "https://evil.example\\@files.example.org/a",
                "https://files.example.org\\.evil.example/a",
                "https://files.example.org/a#b",
                "https://fiIes.example.org/a",
                "https://f\u0456les.example.org/a",
                "https://files\u3002example.org/a",
                "https://files.example.org:0/a",
                "https://files.example.org:99999999999/a",
                "https:files.example.org/a",
                "https:///files.example.org/a",
                "//files.example.org/a",
                " https://files.example.org/a",
                "https://files.example.org/a b",
                "https://files.example.org/a\r\nHost: evil.example",
                "https://files.example.org/../a",
                "https://files.example.org/a/..",
                "https://files.example.org/a/%2E%2e/b",
                "https://files.example.org/a/.%2e/b",
                "https://files.example.org/a%5c..%5cb",
                "https://files.example.org/a/%252e%252e/b",
                "https://files.example.org/a/..;x=y/b",
                "jar:https://files.example.org/a!/b",
                "file://files.example.org/a",
                ""
            })
    void an_address_that_only_looks_like_a_source_is_none(String address) {
        assertThat(allowed("https://files.example.org/", address)).isFalse();
    }

    @Test
    void an_address_of_six_numbers_is_the_one_that_is_written() {
        assertThat(allowed("http://[fd00::7]:8080/", "http://[FD00::7]:8080/a")).isTrue();
        assertThat(allowed("http://[fd00::7]:8080/", "http://[fd00:0:0:0:0:0:0:7]:8080/a"))
                .isFalse();
        assertThat(allowed("http://[fd00::7]:8080/", "http://[fd00::7%25eth0]:8080/a"))
                .isFalse();
    }

    @Test
    void no_address_is_none() {
        assertThat(new ImportSources(List.of("https://files.example.org/")).allowed(null))
                .isEmpty();
        assertThat(new ImportSources(List.of()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files.example.org",
                "https://",
                "https://*.example.org/",
                "ftp://files.example.org/",
                "https://user@files.example.org/",
                "https://files.example.org/a/../",
                "https://files.example.org/?a",
                "*"
            })
    void a_setting_that_is_no_beginning_of_an_address_stops_the_start_and_is_named(String source) {
        assertThatThrownBy(() -> new ImportSources(List.of(source)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("kedja.import.sources")
                .hasMessageContaining(source);
    }
}
