package health.kedja.synthetic;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/**
 * Transaction Bundles as files: {@code units.json} first, which the others refer to, then a thousand people to a
 * directory. Sent again, they change nothing.
 */
final class BundleWriter implements PeopleWriter {

    private static final int PEOPLE_A_DIRECTORY = 1000;

    private final Path directory;
    private final FhirResources resources;
    private final IParser json = FhirContext.forR4Cached().newJsonParser();

    BundleWriter(Path directory, Country country) throws IOException {
        this.directory = directory;
        this.resources = new FhirResources(country);
        json.setStripVersionsFromReferences(false);
        Files.writeString(directory.resolve("units.json"), json.encodeResourceToString(bundle(resources.shared())));
    }

    @Override
    public void write(List<SyntheticPerson> people) throws IOException {
        for (SyntheticPerson person : people) {
            Path thousand = directory.resolve(String.format(Locale.ROOT, "%05d", person.index() / PEOPLE_A_DIRECTORY));
            Files.createDirectories(thousand);
            Files.writeString(
                    thousand.resolve(person.id() + ".json"), json.encodeResourceToString(bundle(resources.of(person))));
        }
    }

    static Bundle bundle(List<Resource> resources) {
        Bundle bundle = new Bundle();
        bundle.setType(Bundle.BundleType.TRANSACTION);
        for (Resource resource : resources) {
            String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(url);
        }
        return bundle;
    }

    @Override
    public void close() {
        // Every file is closed when it is written.
    }
}
