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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * FHIR resources shipped with Kedja as JSON files on the class path.
 *
 * @param resources in order of file name
 * @param hash of all files, to tell whether they changed
 */
record ShippedFiles(List<org.hl7.fhir.r4.model.Resource> resources, String hash) {

    /** @param patterns such as {@code profiles/*-*.json} */
    static ShippedFiles load(FhirContext context, String... patterns) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            IParser parser = context.newJsonParser();
            List<org.hl7.fhir.r4.model.Resource> resources = new ArrayList<>();
            for (Resource file : files(patterns)) {
                try (InputStream stream = file.getInputStream()) {
                    byte[] content = stream.readAllBytes();
                    digest.update(content);
                    resources.add((org.hl7.fhir.r4.model.Resource)
                            parser.parseResource(new String(content, StandardCharsets.UTF_8)));
                }
            }
            return new ShippedFiles(List.copyOf(resources), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Resource> files(String... patterns) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        // By name: a class path that names a folder twice would otherwise give each file twice.
        Map<String, Resource> files = new TreeMap<>();
        for (String pattern : patterns) {
            for (Resource file : resolver.getResources("classpath*:" + pattern)) {
                files.put(file.getFilename(), file);
            }
        }
        return List.copyOf(files.values());
    }
}
