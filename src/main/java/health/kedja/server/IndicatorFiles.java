package health.kedja.server;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.completeness.Completeness;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Loads the indicators that ship with Kedja.
 *
 * <p>Any doubt about a file stops the start: what its published schema says against it, a code list that is named and not
 * there, or two files of the same id.
 */
public final class IndicatorFiles {

    private static final String SHIPPED = "classpath*:profiles/indicators/*.yaml";
    private static final String COMPLETENESS = "classpath*:profiles/completeness/*.yaml";

    private IndicatorFiles() {}

    /**
     * Loads all indicators.
     *
     * @throws IndicatorFileException if a file cannot be used
     */
    public static Indicators load() {
        try {
            return new Indicators(shipped(SHIPPED, Indicator.class, FileSchema.INDICATOR, Indicator::id));
        } catch (IllegalArgumentException e) {
            throw new IndicatorFileException("Indicator files: " + e.getMessage(), e);
        }
    }

    /**
     * Loads what is asked of the completeness of fields, in the order of the ids.
     *
     * @throws IndicatorFileException if a file cannot be used
     */
    public static List<Completeness> loadCompleteness() {
        return shipped(COMPLETENESS, Completeness.class, FileSchema.COMPLETENESS, Completeness::id);
    }

    private static <T> List<T> shipped(String pattern, Class<T> type, FileSchema schema, Function<T, String> id) {
        List<T> definitions = new ArrayList<>();
        try {
            // By name: a class path that names a folder twice would otherwise give each file twice.
            Map<String, Resource> shipped = new TreeMap<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                shipped.put(resource.getFilename(), resource);
            }
            for (Map.Entry<String, Resource> file : shipped.entrySet()) {
                T definition = read(file.getKey(), file.getValue().getInputStream(), type, schema);
                if (!file.getKey().equals(id.apply(definition) + ".yaml")) {
                    throw new IndicatorFileException(
                            file.getKey() + ", field id: '" + id.apply(definition) + "' is not the name of the file",
                            null);
                }
                definitions.add(definition);
            }
            return definitions;
        } catch (IOException e) {
            throw new IndicatorFileException("Indicator files cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads one file.
     *
     * @param name file name for messages
     * @param content YAML in UTF-8; closed afterwards
     * @throws IndicatorFileException if it cannot be used
     */
    public static Indicator read(String name, InputStream content) {
        return read(name, content, Indicator.class, FileSchema.INDICATOR);
    }

    /** As {@link #read}, of the completeness of fields. */
    static Completeness readCompleteness(String name, InputStream content) {
        return read(name, content, Completeness.class, FileSchema.COMPLETENESS);
    }

    private static <T> T read(String name, InputStream content, Class<T> type, FileSchema schema) {
        try (content) {
            return StrictYaml.read(name, content, type, (file, tree, lines) -> {
                List<String> problems = schema.problems(file, tree, lines);
                return problems.isEmpty() ? IndicatorForm.problems(file, tree, lines) : problems;
            });
        } catch (StrictYaml.FileProblem e) {
            throw new IndicatorFileException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IndicatorFileException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
