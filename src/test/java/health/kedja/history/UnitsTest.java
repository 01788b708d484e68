package health.kedja.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.ChainType;
import health.kedja.server.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The type of chain that a unit states follows the Organization, in a database of its own with Kedja's tables. */
class UnitsTest {

    private static final ResourceEvents EVENTS = new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm"));

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres postgres;
    private static DriverManagerDataSource database;
    private static JdbcTemplate jdbc;
    private static TransactionTemplate transaction;
    private static Projection projection;

    @BeforeAll
    static void a_database_with_the_tables() throws Exception {
        postgres = EmbeddedPostgres.start(directory);
        database = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.username(), postgres.password());
        jdbc = new JdbcTemplate(database);
        jdbc.execute("create schema kedja");
        jdbc.execute("create table public.hfj_resource (res_type text, fhir_id text)");
        try (var connection = database.getConnection()) {
            for (String script : List.of(
                    "V1__events.sql",
                    "V2__units.sql",
                    "V3__scanners.sql",
                    "V6__reach.sql",
                    "V11__named_patients.sql")) {
                ScriptUtils.executeSqlScript(
                        connection,
                        new EncodedResource(new ClassPathResource("db/migration/" + script)),
                        false,
                        false,
                        "--",
                        ScriptUtils.EOF_STATEMENT_SEPARATOR,
                        "/*",
                        "*/");
            }
        }
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        projection = new Projection(
                database, EVENTS, new FractureDates(database, Clock.systemUTC()), new Reach(database, 0));
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void an_episode_at_the_unit() {
        jdbc.update("delete from kedja.unit");
        EpisodeOfCare episode = new EpisodeOfCare();
        episode.setId("1");
        episode.setStatus(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE);
        episode.setPatient(new Reference("Patient/1"));
        episode.getPeriod().setStartElement(new DateTimeType("2024-01-05"));
        episode.addType()
                .addCoding()
                .setSystem("https://kedja.health/fhir/CodeSystem/kedja-activity")
                .setCode("fracture-chain");
        episode.setManagingOrganization(new Reference("Organization/7"));
        inTransaction(writer -> writer.stored(episode));
    }

    @Test
    void a_unit_that_states_a_type_is_known_to_the_patients_whose_chains_it_runs() {
        assertThat(units()).isEmpty();
        inTransaction(writer -> writer.stored(unit("B")));
        assertThat(units()).isEqualTo(Map.of("Organization/7", ChainType.B));
    }

    @Test
    void the_type_follows_each_new_version_of_the_unit() {
        inTransaction(writer -> writer.stored(unit("B")));
        inTransaction(writer -> writer.stored(unit("C")));
        assertThat(units()).isEqualTo(Map.of("Organization/7", ChainType.C));

        inTransaction(writer -> writer.stored(unit(null)));
        assertThat(units()).isEmpty();
    }

    @Test
    void a_deleted_unit_states_nothing() {
        inTransaction(writer -> writer.stored(unit("B")));
        inTransaction(writer -> writer.deleted(unit("B")));
        assertThat(units()).isEmpty();
    }

    @Test
    void an_expunged_unit_is_forgotten_and_others_are_not() {
        jdbc.update("insert into public.hfj_resource values ('Organization', '7'), ('Organization', '8')");
        inTransaction(writer -> writer.stored(unit("B")));

        jdbc.update("delete from public.hfj_resource where fhir_id = '8'");
        assertThat(units()).isNotEmpty();
        jdbc.update("delete from public.hfj_resource where fhir_id = '7'");
        assertThat(units()).isEmpty();
    }

    @Test
    void a_rebuild_finds_the_units_again_and_forgets_what_is_no_more() {
        jdbc.update("insert into kedja.unit values ('Organization/gone', 'A')");
        long before = jdbc.queryForObject("select count(*) from kedja.event", Long.class);
        assertThat(before).isPositive();

        new Rebuild(database, new DataSourceTransactionManager(database), EVENTS).run(List.of(List.of(unit("C"))));

        assertThat(jdbc.queryForList("select organization || ' ' || chain_type from kedja.unit", String.class))
                .containsExactly("Organization/7 C");
    }

    private static Map<String, ChainType> units() {
        return new Histories(database).of("1").units();
    }

    private static void inTransaction(Consumer<Projection> write) {
        transaction.executeWithoutResult(status -> write.accept(projection));
    }

    private static Organization unit(String type) {
        Organization unit = new Organization();
        unit.setId("7");
        if (type != null) {
            unit.addExtension("https://kedja.health/fhir/StructureDefinition/kedja-chain-type", new CodeType(type));
        }
        return unit;
    }
}
