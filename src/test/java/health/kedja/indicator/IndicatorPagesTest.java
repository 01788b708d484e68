package health.kedja.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.completeness.Completeness;
import health.kedja.server.IndicatorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With {@code -Dindicators.write=true} the document is written anew; {@code docs/indicators.sh} does that. */
class IndicatorPagesTest {

    private static final Path DOCUMENT = Path.of("docs/indicators.md");
    private static final List<Completeness> COMPLETENESS = IndicatorFiles.loadCompleteness();

    @Test
    void the_document_says_what_the_indicator_files_say() throws IOException {
        String expected = IndicatorPages.of(Shipped.ALL, COMPLETENESS);
        if (Boolean.getBoolean("indicators.write")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/indicators.md is stale: run docs/indicators.sh")
                .isEqualTo(expected);
    }

    /** What a file says and the document does not would never be checked by anybody. */
    @Test
    void every_source_note_and_code_of_every_file_is_in_the_document() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (String folder : List.of("profiles/indicators", "profiles/completeness")) {
            try (var files = Files.list(Path.of(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    String text = Files.readString(file);
                    Matcher quoted =
                            Pattern.compile("(?m)(?:source|note|en): \"(.+)\"$").matcher(text);
                    while (quoted.find()) {
                        assertThat(document)
                                .as(file.toString())
                                .contains(quoted.group(1).strip());
                    }
                    Matcher codes = Pattern.compile("\"([A-Z][0-9?][A-Z0-9?]+)\"")
                            .matcher(text.substring(text.indexOf("\ncode-lists:")));
                    while (codes.find()) {
                        assertThat(document).as(file.toString()).contains(codes.group(1));
                    }
                }
            }
        }
    }
}
