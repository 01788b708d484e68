package health.kedja.server;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The database: the one named by {@code spring.datasource.url}, else an embedded PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

    /**
     * Where HAPI's tables are. Stated, because PostgreSQL otherwise looks first in a schema named like the user, and
     * both the embedded user and the schema of Kedja's own tables are named {@code kedja}: at the second start HAPI
     * would miss its tables and make new ones there.
     */
    private static final String HAPI_SCHEMA = "public";

    static final String EMBEDDED = "'${spring.datasource.url:}'.isEmpty()";

    @Bean(destroyMethod = "close")
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
    HikariDataSource embeddedDataSource(EmbeddedPostgres postgres) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.jdbcUrl());
        dataSource.setUsername(postgres.username());
        dataSource.setPassword(postgres.password());
        dataSource.setSchema(HAPI_SCHEMA);
        return dataSource;
    }

    @Bean(destroyMethod = "close")
    @Primary
    @ConditionalOnExpression("!" + EMBEDDED)
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties properties) {
        HikariDataSource dataSource = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        dataSource.setSchema(HAPI_SCHEMA);
        return dataSource;
    }
}
