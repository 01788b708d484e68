package health.kedja.operation.harmonisebmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.ResourceEvents;
import health.kedja.history.FractureDates;
import health.kedja.history.Histories;
import health.kedja.history.Projection;
import health.kedja.history.Reach;
import health.kedja.history.Rebuild;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import health.kedja.server.GuidelineFiles;
import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.transaction.support.TransactionTemplate;

/** Bone densities and scanners in the tables of the projection, in a PostgreSQL of their own without the server. */
class StoredMeasurementsTest {

    private static final ResourceEvents EVENTS = new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm"));
    private static final RestfulServer SERVER = new RestfulServer(FhirContext.forR4Cached());
    private static final Map<String, Resource> STORED = new HashMap<>();

    private static Path directory;
    private static EmbeddedPostgres postgres;
    private static JdbcTemplate jdbc;
    private static TransactionTemplate transaction;
    private static DataSourceTransactionManager transactions;
    private static Projection projection;
    private static Histories histories;

    @BeforeAll
    static void start() throws Exception {
        // Where every user may pass: as root, the database runs as another user.
        directory = Files.createTempDirectory("kedja-scanners").toRealPath();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        postgres = EmbeddedPostgres.start(
                directory.resolve("data"), PostgresOptions.defaults().withDurable(false));
        DataSource dataSource =
                new DriverManagerDataSource(postgres.jdbcUrl(), postgres.username(), postgres.password());
        jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("create table public.hfj_resource (res_type text, fhir_id text)");
        jdbc.execute("create table public.hfj_res_ver (pid bigint, res_updated timestamp)");
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("kedja")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        transactions = new DataSourceTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        projection = new Projection(
                dataSource, EVENTS, new FractureDates(dataSource, Clock.systemUTC()), new Reach(dataSource, 0));
        histories = new Histories(dataSource);
        SERVER.registerProvider(new HarmoniseBmdProvider(
                GuidelineFiles.load("se-psvf-2021", Optional.empty()),
                histories,
                (id, request) -> (Observation) STORED.get("Observation/" + id),
                EVENTS,
                resource -> {}));
        SERVER.init(new MockServletConfig());
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @BeforeEach
    void two_scans_on_one_scanner() {
        STORED.values().forEach(resource -> transaction.executeWithoutResult(status -> projection.deleted(resource)));
        STORED.clear();
        store(device("Hologic"));
        store(bmd("1", "2023-01-01", 0.8));
        store(bmd("2", "2025-01-01", 0.7));
    }

    @Test
    void the_scanner_of_a_measurement_is_read_with_the_history() {
        assertThat(scanners()).containsExactly(tuple("Device/s", "hologic", "Hologic"));
        assertThat(histories.of("p").history().events())
                .filteredOn(event -> event.kind() == Kind.BMD)
                .extracting(Event::device)
                .containsExactly("Device/s", "Device/s");
        assertThat(histories.of("other").history().events()).isEmpty();
    }

    @Test
    void a_correction_of_the_device_counts_for_what_was_measured_before() {
        store(device("GE Lunar"));

        assertThat(scanners()).containsExactly(tuple("Device/s", "ge-lunar", "GE Lunar"));
    }

    @Test
    void a_deleted_device_is_no_scanner_any_more() {
        transaction.executeWithoutResult(status -> projection.deleted(STORED.get("Device/s")));

        assertThat(scanners()).isEmpty();
    }

    @Test
    void an_expunged_device_is_no_scanner_any_more() {
        jdbc.update("insert into public.hfj_resource values ('Device', 's'), ('Patient', 's')");
        jdbc.update("delete from public.hfj_resource where res_type = 'Patient'");
        assertThat(scanners()).hasSize(1);
        jdbc.update("delete from public.hfj_resource");

        assertThat(scanners()).isEmpty();
    }

    @Test
    void a_rebuild_gives_the_same_and_forgets_devices_that_are_gone() {
        List<Event> before = histories.of("p").history().events();
        jdbc.update("insert into kedja.scanner values ('Device/gone', 'X', null)");
        jdbc.update("update kedja.scanner set maker = 'norland' where device = 'Device/s'");
        jdbc.update("update kedja.event set device = null");

        new Rebuild(jdbc.getDataSource(), transactions, EVENTS).run(List.of(List.copyOf(STORED.values())));

        assertThat(histories.of("p").history().events()).isEqualTo(before);
        assertThat(jdbc.queryForList("select device from kedja.scanner", String.class))
                .containsExactly("Device/s");
    }

    @Test
    void a_stored_observation_is_answered_beside_what_was_measured_before() throws Exception {
        assertThat(get(200, "Observation/2/$harmonise-bmd"))
                .contains("711.6", "sbmd-total-hip-hologic", "-12.5", "Observation/1", "se-psvf-2021|")
                .doesNotContain("812.4");
        assertThat(get(200, "Observation/1/$harmonise-bmd?scale=norland"))
                .contains("812.4", "sbmd-total-hip-norland")
                .doesNotContain("711.6");
    }

    @Test
    void an_observation_without_bone_density_is_an_error_that_says_so() throws Exception {
        STORED.put(
                "Observation/3",
                resource("{'resourceType':'Observation','id':'3','status':'final',"
                        + "'subject':{'reference':'Patient/p'},'code':{'text':'x'}}"));
        STORED.put(
                "Observation/4",
                resource("{'resourceType':'Observation','id':'4','status':'final','code':{'text':'x'}}"));

        assertThat(get(400, "Observation/3/$harmonise-bmd")).contains("Observation/3 holds no bone density");
        assertThat(get(400, "Observation/4/$harmonise-bmd")).contains("Observation/4 names no patient");
        assertThat(get(400, "Observation/2/$harmonise-bmd?observation=x")).contains("Parameter 'observation'");
    }

    private static List<org.assertj.core.groups.Tuple> scanners() {
        return histories.of("p").history().events().stream()
                .filter(event -> event.kind() == Kind.SCANNER)
                .map(event -> tuple(event.source(), event.code(), event.qualifier()))
                .toList();
    }

    private static void store(Resource resource) {
        STORED.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
        transaction.executeWithoutResult(status -> projection.stored(resource));
    }

    private static Resource device(String manufacturer) {
        return resource("{'resourceType':'Device','id':'s','manufacturer':'" + manufacturer + "'}");
    }

    private static Resource bmd(String id, String day, double value) {
        return resource("{'resourceType':'Observation','id':'" + id + "','status':'final',"
                + "'subject':{'reference':'Patient/p'},'device':{'reference':'Device/s'},'effectiveDateTime':'" + day
                + "','code':{'coding':[{'system':'http://loinc.org','code':'46278-8'}]},'bodySite':{'coding':[{"
                + "'system':'https://kedja.health/fhir/CodeSystem/kedja-bone-region','code':'total-hip'}]},"
                + "'valueQuantity':{'value':" + value + ",'code':'g/cm2'}}");
    }

    private static Resource resource(String json) {
        return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"'));
    }

    private static String get(int status, String path) throws Exception {
        String[] parts = path.split("\\?");
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/" + parts[0]);
        if (parts.length > 1) {
            String[] parameter = parts[1].split("=");
            request.setQueryString(parts[1]);
            request.addParameter(parameter[0], parameter[1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        SERVER.service(request, response);
        String content = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(content).isEqualTo(status);
        return content;
    }
}
