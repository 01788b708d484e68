package health.kedja.server;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database to the schema that this version of Kedja expects: HAPI's tables by HAPI's migrator, Kedja's own by
 * Flyway in the schema {@code kedja}. Whoever needs the tables depends on this bean.
 */
final class DatabaseSchema {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSchema.class);
    private static final String HAPI_HISTORY = "fly_hfj_migration";

    private final DataSource dataSource;

    private DatabaseSchema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Upgrades the schema and checks it.
     *
     * @throws SchemaMismatchException if the result is not what the code expects
     */
    static DatabaseSchema upgrade(DataSource dataSource) {
        DatabaseSchema schema = new DatabaseSchema(dataSource);
        schema.upgradeHapi();
        schema.upgradeKedja();
        ExpectedColumns.ofHapi().check(dataSource, "public");
        ExpectedColumns.ofKedja().check(dataSource, "kedja");
        ExpectedColumns.ofAudit().check(dataSource, "kedja_audit");
        LOG.info("The database schema is up to date");
        return schema;
    }

    private void upgradeHapi() {
        HapiMigrator migrator = new HapiMigrator(HAPI_HISTORY, dataSource, DriverTypeEnum.POSTGRES_9_4);
        migrator.createMigrationTableIfRequired();
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        try {
            migrator.migrate();
        } catch (RuntimeException e) {
            throw new SchemaMismatchException("public", e);
        }
    }

    private void upgradeKedja() {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas("kedja")
                    .table("schema_history")
                    .locations("classpath:db/migration")
                    // A database that a newer Kedja has upgraded must not be written to by an older one.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SchemaMismatchException("kedja", e);
        }
    }
}
