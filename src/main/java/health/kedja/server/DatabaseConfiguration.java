package health.kedja.server;

import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;

/** The database: the one named by {@code spring.datasource.url}, else an embedded PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

    static final String EMBEDDED = "'${spring.datasource.url:}'.isEmpty()";

    // The validator reads the specification while the database starts.
    @Bean(destroyMethod = "close")
    @DependsOn("profileValidation")
    @ConditionalOnExpression(EMBEDDED)
    EmbeddedPostgres embeddedPostgres(KedjaSettings settings) {
        return EmbeddedPostgres.start(
                settings.database().directory(),
                PostgresOptions.defaults().withDurable(settings.database().durable()));
    }

    @Bean(destroyMethod = "close")
    @Primary
    @ConditionalOnExpression(EMBEDDED)
    @ConfigurationProperties("spring.datasource.hikari")
    DatabaseTimeouts embeddedDataSource(EmbeddedPostgres postgres, KedjaSettings settings) {
        WorkingRole.prepare(postgres);
        DatabaseTimeouts dataSource = new DatabaseTimeouts(settings.database(), WorkingRole.TAKE_ON + "; ");
        dataSource.setJdbcUrl(postgres.jdbcUrl());
        dataSource.setUsername(postgres.username());
        dataSource.setPassword(postgres.password());
        return inPublicSchema(dataSource);
    }

    @Bean(destroyMethod = "close")
    @Primary
    @DependsOn("profileValidation")
    @ConditionalOnExpression("!" + EMBEDDED)
    @ConfigurationProperties("spring.datasource.hikari")
    DatabaseTimeouts dataSource(DataSourceProperties properties, KedjaSettings settings) {
        DatabaseTimeouts dataSource = new DatabaseTimeouts(settings.database(), "");
        dataSource.setJdbcUrl(properties.determineUrl());
        dataSource.setUsername(properties.determineUsername());
        dataSource.setPassword(properties.determinePassword());
        return inPublicSchema(dataSource);
    }

    /**
     * HAPI's tables are in {@code public}. By default PostgreSQL looks in a schema of the user's own name first, and a
     * user called kedja would be given a second, empty set of tables as soon as Kedja's own schema is there.
     */
    private static DatabaseTimeouts inPublicSchema(DatabaseTimeouts dataSource) {
        dataSource.setSchema("public");
        return dataSource;
    }
}
