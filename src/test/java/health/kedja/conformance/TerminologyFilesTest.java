package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemUniqueIdComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminologyFilesTest {

    /** Their codes are ids of what each server stores. */
    private static final Set<String> NOT_LISTED = Set.of("kedja-owner", "kedja-custodian");

    static List<Path> files() {
        return Terminology.files();
    }

    @Test
    void code_systems_value_sets_maps_and_naming_systems_are_published() {
        assertThat(files())
                .extracting(file -> file.getFileName().toString().split("-", 2)[0])
                .contains("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_named_after_its_resource(Path file) {
        Resource resource = Terminology.read(file);

        assertThat(file.getFileName())
                .hasToString(resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_resource_says_what_it_is_and_in_which_version(Path file) {
        MetadataResource resource = (MetadataResource) Terminology.read(file);

        assertThat(resource.getName()).matches("[A-Z]([A-Za-z0-9_]){0,254}");
        assertThat(resource.getDescription()).isNotBlank();
        assertThat(resource.getStatus()).isNotNull();
        assertThat(resource.getPublisher()).isEqualTo("Kedja");
        if (!(resource instanceof NamingSystem)) { // R4 gives it neither
            assertThat(resource.getUrl())
                    .isEqualTo(Terminology.BASE + resource.fhirType() + "/"
                            + resource.getIdElement().getIdPart());
            assertThat(resource.getVersion()).isEqualTo("0.1.0");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_code_system_is_complete_and_every_code_has_words_in_three_languages(Path file) {
        if (!(Terminology.read(file) instanceof CodeSystem system)) {
            return;
        }
        if (NOT_LISTED.contains(system.getIdElement().getIdPart())) {
            assertThat(system.getContent()).isEqualTo(CodeSystem.CodeSystemContentMode.NOTPRESENT);
            assertThat(system.getConcept()).isEmpty();
            return;
        }
        assertThat(system.getContent()).isEqualTo(CodeSystem.CodeSystemContentMode.COMPLETE);
        assertThat(system.getConcept()).extracting(c -> c.getCode()).doesNotHaveDuplicates();
        assertThat(system.getConcept()).allSatisfy(concept -> {
            assertThat(concept.getDisplay()).isNotBlank();
            if (!system.getIdElement().getIdPart().equals("kedja-event")) { // for programs, not for people
                assertThat(concept.getDesignation())
                        .extracting(designation -> designation.getLanguage())
                        .containsExactly("sv", "da");
            }
        });
    }

    @Test
    void a_naming_system_writes_one_identifier() {
        assertThat(Terminology.namingSystems())
                .isNotEmpty()
                .allSatisfy(system -> assertThat(system.getUniqueId())
                        .filteredOn(NamingSystemUniqueIdComponent::getPreferred)
                        .hasSize(1));
    }
}
