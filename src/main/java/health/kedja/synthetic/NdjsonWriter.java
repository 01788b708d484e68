package health.kedja.synthetic;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Resource;

/** A file for each resource type, such as {@code Patient.ndjson}. */
final class NdjsonWriter implements PeopleWriter {

    private final Path directory;
    private final FhirResources resources;
    private final IParser json = FhirContext.forR4Cached().newJsonParser();
    private final Map<String, Writer> files = new TreeMap<>();

    NdjsonWriter(Path directory, Country country) throws IOException {
        this.directory = directory;
        this.resources = new FhirResources(country);
        writeAll(resources.shared());
    }

    @Override
    public void write(List<SyntheticPerson> people) throws IOException {
        for (SyntheticPerson person : people) {
            writeAll(resources.of(person));
        }
    }

    private void writeAll(List<Resource> all) throws IOException {
        for (Resource resource : all) {
            Writer file = files.get(resource.fhirType());
            if (file == null) {
                file = Files.newBufferedWriter(directory.resolve(resource.fhirType() + ".ndjson"));
                files.put(resource.fhirType(), file);
            }
            file.write(json.encodeResourceToString(resource));
            file.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        for (Writer file : files.values()) {
            file.close();
        }
    }
}
