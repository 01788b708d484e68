package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Finds, without Node, sources that were changed and not compiled, and generated files that were edited by hand:
 * {@code profiles/build.sh} writes the hash of everything it read and wrote to {@code profiles/generated.sha256}.
 */
class FreshnessTest {

    private static final Path MANIFEST = Path.of("profiles/generated.sha256");

    @Test
    void sources_and_generated_files_are_those_of_the_last_build() throws IOException {
        Map<String, String> built = new TreeMap<>();
        for (String line : Files.readAllLines(MANIFEST)) {
            String[] columns = line.split("\\s+", 2);
            built.put(columns[1], columns[0]);
        }
        assertThat(onDisk())
                .as("run profiles/build.sh and commit what it writes; edit *.fsh, never the JSON")
                .containsExactlyInAnyOrderEntriesOf(built);
        assertThat(built).hasSizeGreaterThan(60);
    }

    private static Map<String, String> onDisk() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        List<Path> roots = List.of(Path.of("profiles"), Path.of("terminology"));
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .filter(FreshnessTest::isPartOfTheBuild)
                        .forEach(file -> hashes.put(file.toString().replace('\\', '/'), sha256(file)));
            }
        }
        return hashes;
    }

    private static boolean isPartOfTheBuild(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.startsWith("profiles/fsh/")
                || name.startsWith("terminology/fsh/")
                || name.startsWith("profiles/examples/")
                || name.equals("profiles/sushi-config.yaml")
                || name.matches("(profiles|terminology)/[^/]+\\.json");
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
