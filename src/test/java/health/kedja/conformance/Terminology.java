package health.kedja.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/** The published terminology as the tests of this package read it: the JSON files of {@code terminology/}. */
final class Terminology {

    static final String BASE = "https://kedja.health/fhir/";

    private static final Path FOLDER = Path.of("terminology");

    private Terminology() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Resource read(Path file) {
        try {
            IBaseResource resource = FhirContext.forR4Cached().newJsonParser().parseResource(Files.readString(file));
            return (Resource) resource;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConceptMap map(String id) {
        return (ConceptMap) read(FOLDER.resolve("ConceptMap-" + id + ".json"));
    }

    static CodeSystem codeSystem(String id) {
        return (CodeSystem) read(FOLDER.resolve("CodeSystem-" + id + ".json"));
    }

    static ValueSet valueSet(String id) {
        return (ValueSet) read(FOLDER.resolve("ValueSet-" + id + ".json"));
    }

    static List<ValueSet> valueSets() {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("ValueSet-"))
                .map(file -> (ValueSet) read(file))
                .toList();
    }

    static List<NamingSystem> namingSystems() {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("NamingSystem-"))
                .map(file -> (NamingSystem) read(file))
                .toList();
    }

    /** The codes of one of Kedja's own code systems, in the order of the file. */
    static List<String> codes(String codeSystemId) {
        return codeSystem(codeSystemId).getConcept().stream()
                .map(ConceptDefinitionComponent::getCode)
                .toList();
    }

    /** The rows of a map as source system, source code and target. */
    static Stream<Row> rows(ConceptMap map) {
        return map.getGroup().stream().flatMap(Terminology::rows);
    }

    private static Stream<Row> rows(ConceptMapGroupComponent group) {
        return group.getElement().stream()
                .flatMap(element -> element.getTarget().stream()
                        .map(target -> new Row(
                                group.getSource(),
                                group.getTarget(),
                                element.getCode(),
                                target.getCode(),
                                target.getComment())));
    }

    record Row(String sourceSystem, String targetSystem, String source, String target, String comment) {}
}
