package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;

/** The tables of settings in the README and in the page on security are, together, the one that the code has. */
class ReadmeSettingsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| (?:`([^`]*)`|-) \\|");

    @Test
    void kedja_settings_are_listed_with_their_defaults() throws IOException {
        Map<String, String> documented = documented();
        documented.keySet().removeIf(name -> !name.startsWith("kedja."));
        Map<String, String> settings = new TreeMap<>();
        collect("kedja", KedjaSettings.class, settings);
        collect("kedja.access", AccessSettings.class, settings);
        collect("kedja.import", ImportSettings.class, settings);
        assertThat(documented).isEqualTo(settings);
    }

    @Test
    void other_settings_are_listed_with_the_defaults_of_the_application() throws IOException {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties application = yaml.getObject();
        Map<String, String> documented = documented();
        documented.keySet().removeIf(name -> name.startsWith("kedja."));
        assertThat(documented).containsKeys("server.port", "server.address", "spring.datasource.url");
        documented.forEach((name, value) -> {
            Object there = application.get(name);
            assertThat(value).as(name).isEqualTo(there == null ? "" : there.toString());
        });
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String page : new String[] {"README.md", "docs/security.md"}) {
            Matcher row = ROW.matcher(Files.readString(Path.of(page)));
            while (row.find()) {
                rows.put(row.group(1), row.group(2) == null ? "" : row.group(2));
            }
        }
        return rows;
    }

    private static void collect(String prefix, Class<?> group, Map<String, String> settings) {
        for (RecordComponent component : group.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            if (component.getType().isRecord()) {
                collect(name, component.getType(), settings);
            } else {
                settings.put(name, defaultOf(group, component));
            }
        }
    }

    /** The annotation is on the parameter of the record's constructor. */
    private static String defaultOf(Class<?> group, RecordComponent component) {
        RecordComponent[] components = group.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component.getName())) {
                DefaultValue value =
                        group.getDeclaredConstructors()[0].getParameters()[i].getAnnotation(DefaultValue.class);
                return value == null ? "" : String.join(",", value.value());
            }
        }
        throw new IllegalArgumentException(component.toString());
    }
}
