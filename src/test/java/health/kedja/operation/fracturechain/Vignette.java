package health.kedja.operation.fracturechain;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;

/**
 * A clinical story: the transaction Bundle that a record system sends, and the answers that were derived by hand from
 * the sources named beside them.
 *
 * @param name directory under {@code src/test/resources/vignettes}
 * @param title the story in one sentence
 * @param sources where the expected answers come from
 * @param bundle the Bundle as JSON
 * @param patient {@code fullUrl} of the patient
 * @param keys short names of resources, by {@code fullUrl}
 * @param questions the days asked for, each with its expected answer
 */
record Vignette(
        String name,
        String title,
        List<String> sources,
        String bundle,
        String patient,
        Map<String, String> keys,
        List<Question> questions) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String DEFAULT_GUIDELINE = "se-psvf-2021";

    /**
     * A question put to the server.
     *
     * @param expected all chains with their steps, and all fractures that opened none; null where only parts are stated
     * @param parts what else the answer says; see {@link ExpectedParts}
     */
    record Question(LocalDate asOf, String guideline, Answer expected, JsonNode parts) {

        /** What an answer says otherwise than expected; empty when it says the same. */
        String difference(Parameters answer, Map<String, String> names) {
            String steps =
                    expected == null ? "" : ServerAnswer.of(answer, names).differenceFrom(expected);
            return steps + ExpectedParts.difference(parts, answer, names);
        }
    }

    static Stream<Vignette> all() {
        try (Stream<Path> directories = Files.list(root())) {
            return directories.sorted().map(Vignette::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Bundle bundle(FhirContext context) {
        return context.newJsonParser().parseResource(Bundle.class, bundle);
    }

    /** The short names by the references that a stateless answer can use: {@code fullUrl} or {@code Type/id}. */
    Map<String, String> namesInBundle(FhirContext context) {
        Map<String, String> names = new LinkedHashMap<>(keys);
        for (Bundle.BundleEntryComponent entry : bundle(context).getEntry()) {
            String name = keys.get(entry.getFullUrl());
            if (name != null) {
                names.put(reference(entry), name);
            }
        }
        return names;
    }

    /** The reference to the patient inside the Bundle. */
    String patientInBundle(FhirContext context) {
        return bundle(context).getEntry().stream()
                .filter(entry -> entry.getFullUrl().equals(patient))
                .map(Vignette::reference)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name + ": " + title;
    }

    private static String reference(Bundle.BundleEntryComponent entry) {
        String url = entry.getFullUrl();
        String id = entry.getResource().getIdElement().getIdPart();
        return url.startsWith("urn:") ? url : entry.getResource().fhirType() + "/" + id;
    }

    private static Path root() {
        try {
            return Path.of(Vignette.class.getResource("/vignettes").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Vignette read(Path directory) {
        try {
            JsonNode expected = YAML.readTree(directory.resolve("expected.yaml").toFile());
            Map<String, String> urls = YAML.convertValue(expected.required("resources"), new TypeReference<>() {});
            Map<String, String> keys = new LinkedHashMap<>();
            urls.forEach((key, url) -> keys.put(url, key));
            List<Question> questions = new ArrayList<>();
            for (JsonNode question : expected.required("expect")) {
                questions.add(new Question(
                        LocalDate.parse(question.required("asOf").asText()),
                        question.path("guideline").asText(DEFAULT_GUIDELINE),
                        question.has("chains") ? ExpectedAnswer.of(question) : null,
                        question.has("chains") ? question.path("parts") : question.required("parts")));
            }
            return new Vignette(
                    directory.getFileName().toString(),
                    expected.required("title").asText(),
                    YAML.convertValue(expected.required("source"), new TypeReference<>() {}),
                    Files.readString(directory.resolve("bundle.json")),
                    expected.required("patient").asText(),
                    keys,
                    questions);
        } catch (IOException e) {
            throw new UncheckedIOException(directory.toString(), e);
        }
    }
}
