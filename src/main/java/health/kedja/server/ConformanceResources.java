package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Kedja's own profiles, operations and terminology as shipped.
 *
 * @param resources in order of file name
 * @param hash of all files, to tell whether they changed
 */
record ConformanceResources(List<Resource> resources, String hash) {

    static ConformanceResources load(FhirContext context) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            IParser parser = context.newJsonParser();
            List<Resource> resources = new ArrayList<>();
            for (org.springframework.core.io.Resource file : files()) {
                try (InputStream stream = file.getInputStream()) {
                    byte[] content = stream.readAllBytes();
                    digest.update(content);
                    resources.add((Resource) parser.parseResource(new String(content, StandardCharsets.UTF_8)));
                }
            }
            return new ConformanceResources(
                    List.copyOf(resources), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<org.springframework.core.io.Resource> files() throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<org.springframework.core.io.Resource> files = new ArrayList<>();
        for (String folder : List.of("terminology", "profiles")) {
            files.addAll(Arrays.asList(resolver.getResources("classpath*:" + folder + "/*-*.json")));
        }
        files.sort(Comparator.comparing(org.springframework.core.io.Resource::getFilename));
        return files;
    }
}
