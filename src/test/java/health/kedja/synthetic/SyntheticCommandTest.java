package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheticCommandTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void bundles_can_be_read_and_the_truth_lies_beside_them() throws IOException {
        assertThat(run(
                        "--people",
                        "5",
                        "--seed=3",
                        "--out",
                        directory.resolve("a").toString()))
                .isZero();

        Map<String, String> written = files(directory.resolve("a"));
        assertThat(written.keySet())
                .contains("units.json", "truth.csv", "truth.json", "00000/s3-0.json", "00000/s3-4.json")
                .hasSize(8);
        Bundle bundle =
                FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, written.get("00000/s3-4.json"));
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.TRANSACTION);
        assertThat(bundle.getEntryFirstRep().getRequest().getUrl()).isEqualTo("Patient/s3-4");
        assertThat(written.get("truth.csv").lines()).anyMatch(line -> line.startsWith("Os01,2022,"));
        assertThat(written.get("truth.json")).contains("\"SOS-07\": {\"initialPopulation\": ");
    }

    @Test
    void the_same_command_writes_the_same_files() throws IOException {
        for (String name : List.of("a", "b")) {
            run(
                    "--people",
                    "40",
                    "--format",
                    "ndjson",
                    "--out",
                    directory.resolve(name).toString());
        }

        Map<String, String> written = files(directory.resolve("a"));
        assertThat(files(directory.resolve("b"))).isEqualTo(written);
        assertThat(written.keySet()).contains("Patient.ndjson", "Encounter.ndjson", "Organization.ndjson");
        assertThat(written.get("Patient.ndjson").lines())
                .hasSize(40)
                .allSatisfy(line -> assertThat(FhirContext.forR4Cached()
                                .newJsonParser()
                                .parseResource(line)
                                .fhirType())
                        .isEqualTo("Patient"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--people 0 --out x|--people is a whole number from 1 to 100000000, not '0'",
                "--people many --out x|--people is a whole number from 1 to 100000000, not 'many'",
                "--seed -1 --out x|--seed is a whole number of 0 or more, not '-1'",
                "--country NO --out x|--country is one of SE, DK, not 'NO'",
                "--format xml --out x|--format is one of bundles, ndjson, database, not 'xml'",
                "--format database --out x|--format database needs --jdbc-url",
                "--first-year 2022 --last-year 2010 --out x|--last-year 2010 is before --first-year 2022",
                "--rate treated-men=2 --out x|The rate treated-men is between 0 and 1, not 2.0",
                "--rate nothing=0.1 --out x|There is no rate called 'nothing'",
                "--rate treated-men --out x|--rate is written name=value, not 'treated-men'",
                "--rate treated-men=x --out x|The rate 'treated-men=x' has no number",
                "--colour red|There is no option --colour",
                "people|'people' is no option",
                "--people|--people needs a value",
                "--people 5|--out is needed"
            })
    void what_cannot_be_understood_is_named(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(text(err)).contains(message).contains("--help");
        assertThat(Path.of("x")).doesNotExist();
    }

    @Test
    void a_directory_with_files_is_not_written_to() throws IOException {
        Files.writeString(directory.resolve("mine"), "kept");

        assertThat(run("--people", "1", "--out", directory.toString())).isEqualTo(2);
        assertThat(text(err)).contains("is not empty; nothing was written");
        assertThat(directory.resolve("units.json")).doesNotExist();
    }

    @Test
    void a_database_that_does_not_answer_is_told() {
        assertThat(run(
                        "--people",
                        "1",
                        "--format",
                        "database",
                        "--jdbc-url",
                        "jdbc:postgresql://127.0.0.1:1/none",
                        "--out",
                        directory.resolve("a").toString()))
                .isEqualTo(1);
        assertThat(text(err)).contains("kedja synthetic: ");
    }

    @Test
    void help_names_every_rate_and_where_it_comes_from() {
        assertThat(run("--help")).isZero();
        for (Figure figure : Figure.values()) {
            assertThat(text(out)).contains(figure.token(), figure.source());
        }
    }

    @Test
    void progress_tells_the_rate_and_the_time_left() {
        AtomicLong nanos = new AtomicLong();
        Progress progress = new Progress(new PrintStream(out, true), true, 1000, nanos::get);
        nanos.set(10_000_000_000L);
        progress.at(250);

        assertThat(text(out))
                .isEqualTo("\r[#######.......................]  25 %  250 of 1,000 people  25/s  0:30 left");
    }

    @Test
    void without_a_terminal_progress_is_a_line_for_every_tenth() {
        AtomicLong nanos = new AtomicLong();
        Progress progress = new Progress(new PrintStream(out, true), false, 100, nanos::get);
        for (int done = 1; done <= 100; done++) {
            nanos.addAndGet(1_000_000_000);
            progress.at(done);
        }

        assertThat(text(out).lines()).hasSize(10);
    }

    private int run(String... arguments) {
        return new SyntheticCommand(new PrintStream(out, true), new PrintStream(err, true), false).execute(arguments);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
