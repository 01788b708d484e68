package health.kedja.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;

/** The generated files of {@code profiles/} and {@code terminology/}, as they lie in the repository. */
final class Published {

    static final FhirContext R4 = FhirContext.forR4Cached();

    private Published() {}

    /** Everything that defines something: profiles, operations, code systems, value sets, maps. */
    static List<MetadataResource> definitions() {
        return Stream.of("profiles", "terminology")
                .flatMap(folder -> json(folder).stream())
                .map(file -> (MetadataResource) R4.newJsonParser().parseResource(read(file)))
                .toList();
    }

    static List<Path> examples() {
        return json("profiles/examples");
    }

    static List<Path> json(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(".+-.+\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
