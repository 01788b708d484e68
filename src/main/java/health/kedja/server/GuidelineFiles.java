package health.kedja.server;

import com.fasterxml.jackson.databind.JsonNode;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Loads the guidelines: those that ship with Kedja, and those of a directory that the region keeps.
 *
 * <p>Any doubt about a file stops the start: an unknown or missing field, a wrong type, an unknown kind of event or
 * step, a threshold out of range, or two files of the same id and version.
 */
public final class GuidelineFiles {

    private static final String SHIPPED = "classpath*:profiles/guidelines/*.yaml";

    private GuidelineFiles() {}

    /**
     * Loads all guidelines.
     *
     * @param defaultId id (or canonical, with or without {@code |version}) of the guideline used when none is asked for
     * @param directory further files {@code *.yaml}, or empty
     * @throws GuidelineFileException if a file cannot be used or the default is not among them
     */
    public static Guidelines load(String defaultId, Optional<Path> directory) {
        List<Guideline> guidelines = new ArrayList<>();
        try {
            // By name: a class path that names a folder twice would otherwise give each file twice.
            Map<String, Resource> shipped = new TreeMap<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                shipped.put(resource.getFilename(), resource);
            }
            for (Map.Entry<String, Resource> file : shipped.entrySet()) {
                guidelines.add(read(file.getKey(), file.getValue().getInputStream()));
            }
            for (Path file : filesIn(directory)) {
                guidelines.add(read(file.toString(), Files.newInputStream(file)));
            }
        } catch (IOException e) {
            throw new GuidelineFileException("Guideline files cannot be read: " + e.getMessage(), e);
        }
        try {
            return new Guidelines(guidelines, defaultId);
        } catch (IllegalArgumentException e) {
            throw new GuidelineFileException("Guideline files: " + e.getMessage(), e);
        }
    }

    /**
     * Reads one file.
     *
     * @param name file name for messages
     * @param content YAML in UTF-8; closed afterwards
     * @throws GuidelineFileException if it cannot be used
     */
    public static Guideline read(String name, InputStream content) {
        try (content) {
            return StrictYaml.read(name, content, Guideline.class, GuidelineFiles::problems);
        } catch (StrictYaml.FileProblem e) {
            throw new GuidelineFileException(e.getMessage(), e);
        } catch (IOException e) {
            throw new GuidelineFileException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The form of the file, by its published schema; then the codes that it names. */
    private static List<String> problems(String name, JsonNode file, YamlLines lines) {
        List<String> problems = FileSchema.GUIDELINE.problems(name, file, lines);
        return problems.isEmpty() ? GuidelineCodes.problems(name, file, lines) : problems;
    }

    private static List<Path> filesIn(Optional<Path> directory) throws IOException {
        if (directory.isEmpty()) {
            return List.of();
        }
        if (!Files.isDirectory(directory.get())) {
            throw new GuidelineFileException("The guideline directory " + directory.get() + " does not exist");
        }
        try (Stream<Path> files = Files.list(directory.get())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
