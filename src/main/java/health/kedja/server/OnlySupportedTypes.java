package health.kedja.server;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Keeps HAPI from setting up what stores and serves the resource types that Kedja does not support: two beans for each
 * of a hundred types, which nothing could reach and the start would wait for.
 */
@Component
class OnlySupportedTypes implements BeanDefinitionRegistryPostProcessor {

    private static final Pattern OF_ONE_TYPE = Pattern.compile("my([A-Z][A-Za-z]+)(?:Dao|Rp)R4");
    /** HAPI's list of all of them, which nothing asks for. */
    private static final String ALL = "myResourceDaosR4";

    private final Set<String> supported = new TreeSet<>(StorageRules.RESOURCE_TYPES);

    OnlySupportedTypes() {
        // The system DAO has a name of the same shape.
        supported.add("System");
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        for (String name : registry.getBeanDefinitionNames()) {
            Matcher ofOneType = OF_ONE_TYPE.matcher(name);
            if (name.equals(ALL) || ofOneType.matches() && !supported.contains(ofOneType.group(1))) {
                registry.removeBeanDefinition(name);
            }
        }
    }
}
