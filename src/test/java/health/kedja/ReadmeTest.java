package health.kedja;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README and the other pages agree with the repository. */
class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void continuous_integration_runs_the_test_command_of_the_readme_and_nothing_else() throws IOException {
        Matcher command =
                Pattern.compile("(?m)^## Test$\\s+```sh\\n([^\\n]+)\\n```").matcher(read("README.md"));
        assertThat(command.find()).isTrue();
        List<String> run = read(".ci/run")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(run).containsExactly("set -eu", "cd \"$(dirname \"$0\")/..\"", "exec " + command.group(1));
    }

    @Test
    void every_link_to_a_file_leads_to_one() throws IOException {
        List<Path> pages;
        try (var files = Files.walk(Path.of("docs"))) {
            pages = files.filter(file -> file.toString().endsWith(".md")).toList();
        }
        assertThat(pages).hasSizeGreaterThan(5);
        for (Path page : pages) {
            linksOf(page);
        }
        for (String page : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
            linksOf(Path.of(page));
        }
    }

    @Test
    void every_test_that_the_architecture_names_is_there() throws IOException {
        List<String> tests;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString()).toList();
        }
        Matcher name = Pattern.compile("`([A-Z]\\w+(?:Test|Properties))`").matcher(read("ARCHITECTURE.md"));
        int named = 0;
        while (name.find()) {
            named++;
            assertThat(tests).contains(name.group(1) + ".java");
        }
        assertThat(named).isGreaterThan(10);
    }

    private static void linksOf(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            assertThat(page.resolveSibling(link.group(1))).as("link of " + page).exists();
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
