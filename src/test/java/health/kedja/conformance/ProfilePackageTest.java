package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package that the documented command writes is one that FHIR tools can read, and lacks nothing. */
class ProfilePackageTest {

    @TempDir
    Path directory;

    private Path packed(String name) throws IOException, InterruptedException {
        Path file = directory.resolve(name);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "profiles/ProfilePackage.java",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("output")))
                .isZero();
        return file;
    }

    private static Set<String> committed() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : new String[] {"profiles", "terminology"}) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.contains("-") && name.endsWith(".json"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void it_says_what_it_is_and_holds_every_profile_and_all_terminology() throws Exception {
        NpmPackage npm;
        try (InputStream stream = Files.newInputStream(packed("a.tgz"))) {
            npm = NpmPackage.fromPackage(stream);
        }
        assertThat(npm.name()).isEqualTo("health.kedja.r4");
        assertThat(npm.version()).isEqualTo("0.1.0");
        assertThat(npm.fhirVersion()).isEqualTo("4.0.1");
        assertThat(npm.canonical()).isEqualTo("https://kedja.health/fhir");
        assertThat(npm.dependencies()).containsExactly("hl7.fhir.r4.core#4.0.1");
        Set<String> expected = committed();
        assertThat(expected).hasSizeGreaterThan(100).contains("StructureDefinition-kedja-patient.json");
        assertThat(npm.list("package")).containsAll(expected);
        assertThat(npm.listIndexedResources(
                        "StructureDefinition",
                        "OperationDefinition",
                        "Questionnaire",
                        "CodeSystem",
                        "ValueSet",
                        "ConceptMap",
                        "NamingSystem"))
                .extracting(NpmPackage.PackageResourceInformation::getFilename)
                .map(name -> Path.of(name).getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_resource_is_found_by_its_canonical_and_is_the_committed_one() throws Exception {
        NpmPackage npm;
        try (InputStream stream = Files.newInputStream(packed("a.tgz"))) {
            npm = NpmPackage.fromPackage(stream);
        }
        try (InputStream resource =
                npm.loadByCanonical("https://kedja.health/fhir/StructureDefinition/kedja-bone-density")) {
            String json = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(json)
                    .isEqualTo(Files.readString(Path.of("profiles/StructureDefinition-kedja-bone-density.json")));
            assertThat(((MetadataResource)
                                    FhirContext.forR4Cached().newJsonParser().parseResource(json))
                            .getVersion())
                    .isEqualTo("0.1.0");
        }
    }

    @Test
    void the_same_files_give_the_same_package() throws Exception {
        assertThat(packed("a.tgz")).hasSameBinaryContentAs(packed("b.tgz"));
    }
}
