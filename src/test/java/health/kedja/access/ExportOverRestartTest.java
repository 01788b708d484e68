package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.RunningServer;
import health.kedja.history.Care;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** Exports under way in a server whose database crashes, and that is started again with one issuer less. */
class ExportOverRestartTest {

    private static final String[] ASYNC = {"Prefer", "respond-async"};

    private final TestIssuer kept = new TestIssuer();
    private final TestIssuer dropped = new TestIssuer();
    private Path directory;
    private String region;
    private String patient;
    private String optedOut;
    private String ofKept;
    private String ofDropped;

    private RunningServer start(TestIssuer... issuers) {
        List<String> settings = new ArrayList<>(
                List.of("--kedja.access.client-ids=any", "--spring.datasource.hikari.connection-timeout=2000"));
        for (int i = 0; i < issuers.length; i++) {
            settings.add("--kedja.access.issuers[" + i + "].issuer=" + issuers[i].name());
            settings.add("--kedja.access.issuers[" + i + "].audience=kedja");
        }
        return RunningServer.startOn(directory, settings.toArray(String[]::new));
    }

    private FhirHttp as(TestIssuer issuer, RunningServer server, Role role, String... organizations) {
        String token = issuer.token("kedja", Duration.ofMinutes(5), role, List.of(organizations), "system/*.cruds");
        return new FhirHttp(URI.create("http://127.0.0.1:" + server.port() + "/fhir")).bearing(token);
    }

    private FhirHttp register(TestIssuer issuer, RunningServer server) {
        return as(issuer, server, Role.REGISTER, region);
    }

    @BeforeEach
    void exports_that_a_crash_interrupts() throws Exception {
        directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-database-");
        try (RunningServer server = start(kept, dropped)) {
            Care whole = new Care(as(kept, server, Role.INTEGRATION));
            region = whole.organization(null);
            Care care = new Care(as(kept, server, Role.INTEGRATION, region));
            patient = care.patient();
            optedOut = care.patient();
            Connection holder = hold(server);
            ofKept = begin(kept, server);
            ofDropped = begin(dropped, server);
            care.optOut(optedOut, "active", null, null);
            // Commits of tests do not wait for the disk. This one does, and for those before it.
            new JdbcTemplate(server.bean(DataSource.class))
                    .execute("begin; set local synchronous_commit = on;"
                            + " update kedja.export_to_make set attempt = attempt; commit");
            crash();
            await().atMost(Duration.ofSeconds(30)).until(() -> !holder.isValid(1));
        }
    }

    /** Nothing can be put into files. */
    private static Connection hold(RunningServer server) throws SQLException {
        Connection connection = server.bean(DataSource.class).getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table kedja.export_part in access exclusive mode");
        return connection;
    }

    private String begin(TestIssuer issuer, RunningServer server) {
        String status = Exported.kickedOff(register(issuer, server).get("$export?_type=Patient", ASYNC));
        return status.substring(status.indexOf("/$") + 1);
    }

    /** Without the time to write anything. */
    private void crash() throws IOException, InterruptedException {
        Path file;
        try (Stream<Path> files = Files.walk(directory)) {
            file = files.filter(path -> path.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        }
        String postmaster = Files.readAllLines(file).get(0);
        assertThat(new ProcessBuilder("kill", "-QUIT", postmaster).start().waitFor())
                .isZero();
    }

    @AfterEach
    void remove() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        kept.close();
        dropped.close();
    }

    @Test
    void they_are_made_for_whom_they_may_be_and_recorded_as_theirs() throws Exception {
        try (RunningServer server = start(kept)) {
            JdbcTemplate database = new JdbcTemplate(server.bean(DataSource.class));
            Exported export = Exported.of(register(kept, server), ofKept);
            assertThat(export.ids("Patient")).containsExactly(patient).doesNotContain(optedOut);
            assertThat(database.queryForList(
                            "select issuer || ' ' || roles || ' ' || patient from kedja_audit.access"
                                    + " where query like '%$export?%' and patient is not null",
                            String.class))
                    .containsExactly(kept.name() + " register " + patient);
            as(kept, server, Role.INTEGRATION, region).get(ofKept).expect(404);

            String id = ofDropped.substring(ofDropped.indexOf('=') + 1);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            database.queryForObject("select count(*) from kedja.export_to_make", Integer.class) == 0);
            assertThat(database.queryForObject("select failure from kedja.export where id = ?::uuid", String.class, id))
                    .contains("other settings of who may ask");
            assertThat(database.queryForObject(
                            "select count(*) from kedja.export_file where export = ?::uuid", Integer.class, id))
                    .isZero();
            register(dropped, server).get(ofDropped).expect(401);
        }
    }
}
