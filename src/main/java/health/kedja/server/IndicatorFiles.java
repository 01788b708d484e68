package health.kedja.server;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Loads the indicators that ship with Kedja.
 *
 * <p>Any doubt about a file stops the start: an unknown or missing field, a wrong type, a word that is none, a code list
 * that is named and not there, or two files of the same id.
 */
public final class IndicatorFiles {

    private static final String SHIPPED = "classpath*:profiles/indicators/*.yaml";

    private IndicatorFiles() {}

    /**
     * Loads all indicators.
     *
     * @throws IndicatorFileException if a file cannot be used
     */
    public static Indicators load() {
        List<Indicator> indicators = new ArrayList<>();
        try {
            // By name: a class path that names a folder twice would otherwise give each file twice.
            Map<String, Resource> shipped = new TreeMap<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                shipped.put(resource.getFilename(), resource);
            }
            for (Map.Entry<String, Resource> file : shipped.entrySet()) {
                Indicator indicator = read(file.getKey(), file.getValue().getInputStream());
                if (!file.getKey().equals(indicator.id() + ".yaml")) {
                    throw new IndicatorFileException(
                            file.getKey() + ", field id: '" + indicator.id() + "' is not the name of the file", null);
                }
                indicators.add(indicator);
            }
            return new Indicators(indicators);
        } catch (IOException e) {
            throw new IndicatorFileException("Indicator files cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IndicatorFileException("Indicator files: " + e.getMessage(), e);
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
        try (content) {
            return StrictYaml.read(name, content, Indicator.class, IndicatorForm::problems);
        } catch (StrictYaml.FileProblem e) {
            throw new IndicatorFileException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IndicatorFileException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
