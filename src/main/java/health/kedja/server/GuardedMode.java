package health.kedja.server;

import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether requests need a token: the settings name an issuer, or turn the authorization server on. Otherwise the mode is
 * open, for this machine only ({@link LoopbackOnly}), and nothing of Spring Security is set up.
 */
final class GuardedMode implements Condition {

    private static final ConfigurationPropertyName ISSUERS = ConfigurationPropertyName.of("kedja.access.issuers");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    static boolean isOn(Environment environment) {
        return hasAuthorizationServer(environment)
                || StreamSupport.stream(
                                ConfigurationPropertySources.get(environment).spliterator(), false)
                        .anyMatch(source -> source.containsDescendantOf(ISSUERS) == ConfigurationPropertyState.PRESENT);
    }

    private static boolean hasAuthorizationServer(Environment environment) {
        return environment.getProperty("kedja.access.authorization-server.enabled", Boolean.class, false);
    }

    /** Whether the authorization server is on. */
    static final class WithAuthorizationServer implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return hasAuthorizationServer(context.getEnvironment());
        }
    }
}
