package health.kedja.server;

import health.kedja.access.authorization.PasswordCommand;
import health.kedja.synthetic.SyntheticCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.elasticsearch.ElasticsearchRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ReactiveElasticsearchClientAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.graphql.GraphQlAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts Kedja; with {@code synthetic} as first argument, writes a made-up population instead, with {@code hash-password}
 * the hash of a password.
 */
@SpringBootConfiguration
@ConfigurationPropertiesScan
@ComponentScan
// HAPI brings its own persistence, scheduling and search; what Spring Boot would set up beside it stays out. Security
// is
// GuardedConfiguration, and in open mode nothing.
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            ElasticsearchClientAutoConfiguration.class,
            ElasticsearchRepositoriesAutoConfiguration.class,
            ElasticsearchRestClientAutoConfiguration.class,
            // Its page of errors; EveryAnswer says what is said.
            ErrorMvcAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            GraphQlAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            JpaRepositoriesAutoConfiguration.class,
            MailSenderAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            QuartzAutoConfiguration.class,
            ReactiveElasticsearchClientAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            ThymeleafAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
public class KedjaServer {

    static final String VERSION = "0.1.0";

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("synthetic")) {
            onlyWarnings();
            System.exit(SyntheticCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("hash-password")) {
            System.exit(PasswordCommand.run());
        }
        SpringApplication.run(KedjaServer.class, args);
    }

    /** What a command prints is its own; nothing of Spring starts with it that would say what to log. */
    private static void onlyWarnings() {
        LoggingSystem logging = LoggingSystem.get(KedjaServer.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
