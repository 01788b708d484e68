package health.kedja.server;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.kedja.FhirHttp;
import health.kedja.fhir.ResourceEvents;
import health.kedja.history.EventTable;
import health.kedja.history.Rebuild;
import health.kedja.server.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;

/** A server process of its own, killed while it writes. */
@Tag("slow")
class KilledServerTest {

    private static final int ENOUGH = 60;

    private Path directory;
    private Process process;

    @BeforeEach
    void directory() throws IOException {
        directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "killed-server-");
    }

    @AfterEach
    void clean() throws IOException {
        if (process != null) {
            process.destroyForcibly();
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    private FhirHttp fork() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KedjaServer.class.getName(),
                        "--server.port=" + port,
                        "--kedja.validation.enabled=false",
                        "--kedja.audit.enabled=true",
                        "--kedja.database.directory=" + directory)
                .redirectErrorStream(true)
                .redirectOutput(directory
                        .resolveSibling(directory.getFileName() + ".log")
                        .toFile())
                .start();
        FhirHttp http = new FhirHttp(URI.create("http://127.0.0.1:" + port + "/fhir"));
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    assertThat(process.isAlive()).as("the server process lives").isTrue();
                    return answers(http);
                });
        return http;
    }

    private static boolean answers(FhirHttp http) {
        try {
            return http.get("metadata").status() == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** Writes until the server is gone; the numbers of the patients whose transaction it acknowledged. */
    private static Thread writer(FhirHttp http, List<Integer> acknowledged) {
        Thread thread = new Thread(() -> {
            for (int n = 0; ; n++) {
                try {
                    http.post(
                                    "",
                                    bundle(
                                            "transaction",
                                            "PUT Patient/p" + n,
                                            patient("p" + n, "1940-01-01"),
                                            "PUT Condition/hip" + n,
                                            hipFracture("hip" + n, "p" + n, "2020-01-01"),
                                            "PUT Condition/wrist" + n,
                                            wristFracture("wrist" + n, "p" + n, "2023-01-01")),
                                    "X-Request-ID",
                                    "write-" + n)
                            .expect(200);
                    http.get("Patient/p" + n, "X-Request-ID", "read-" + n).expect(200);
                } catch (RuntimeException gone) {
                    return;
                }
                acknowledged.add(n);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void what_was_acknowledged_before_a_kill_is_there_after_it_with_its_events() throws Exception {
        FhirHttp first = fork();
        List<Integer> acknowledged = Collections.synchronizedList(new ArrayList<>());
        Thread writer = writer(first, acknowledged);
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= ENOUGH);
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        writer.join(Duration.ofSeconds(30).toMillis());

        try (ConfigurableApplicationContext second = SpringApplication.run(
                KedjaServer.class,
                "--server.port=0",
                "--kedja.database.directory=" + directory,
                "--spring.datasource.hikari.connection-timeout=2000")) {
            URI base = URI.create("http://127.0.0.1:"
                    + ((WebServerApplicationContext) second).getWebServer().getPort());
            assertNothingIsLost(acknowledged, new FhirHttp(base.resolve("/fhir")), second);
            assertEveryAccessIsRecorded(acknowledged, second.getBean(DataSource.class));
            assertReadinessFollowsTheDatabase(new FhirHttp(base), second);
        }
    }

    private static void assertNothingIsLost(
            List<Integer> acknowledged, FhirHttp http, ConfigurableApplicationContext server) {
        DataSource dataSource = server.getBean(DataSource.class);
        ResourceEvents resourceEvents = server.getBean(ResourceEvents.class);
        EventTable table = new EventTable(dataSource, resourceEvents);
        for (int n : acknowledged) {
            http.get("Patient/p" + n).expect(200);
            http.get("Condition/hip" + n).expect(200);
            http.get("Condition/wrist" + n).expect(200);
            assertThat(table.kindsOf("p" + n)).containsExactly("birth", "fracture", "fracture");
        }
        List<String> written = table.everything();
        new Rebuild(dataSource, server.getBean(PlatformTransactionManager.class), resourceEvents)
                .run(new StoredResources(dataSource, server.getBean(DaoRegistry.class), ResourceEvents.types()));
        assertThat(table.everything()).isEqualTo(written);
        http.put("Condition/hip0", hipFracture("hip0", "p0", "2020-01-02")).expect(200);
        assertThat(table.of("Condition/hip0")).containsExactly("p0|fracture|2020-01-02|S7200");
    }

    /** Three resources written and one read, each with its record. */
    private static void assertEveryAccessIsRecorded(List<Integer> acknowledged, DataSource dataSource) {
        Set<String> recorded = new HashSet<>(new JdbcTemplate(dataSource)
                .queryForList(
                        "select request || ' ' || patient || ' ' || count(*) from kedja_audit.access group by request, patient",
                        String.class));
        for (int n : acknowledged) {
            assertThat(recorded).contains("write-" + n + " p" + n + " 3", "read-" + n + " p" + n + " 1");
        }
    }

    private static void assertReadinessFollowsTheDatabase(FhirHttp http, ConfigurableApplicationContext server) {
        http.get("actuator/health/readiness", "Accept", "*/*").expect(200);
        server.getBean(EmbeddedPostgres.class).close();
        assertThat(http.get("actuator/health/readiness", "Accept", "*/*")
                        .expect(503)
                        .body())
                .contains("\"DOWN\"");
        assertThat(http.get("actuator/health/liveness", "Accept", "*/*")
                        .expect(200)
                        .body())
                .contains("\"UP\"");
    }
}
