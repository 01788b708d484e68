package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.FhirHttp;
import health.kedja.RunningServer;
import health.kedja.history.Records;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server with a name of its own, a low rate, short time-outs and few results kept. */
class StrictServerTest {

    private static RunningServer server;
    private static FhirHttp http;
    private static RawHttp raw;

    @BeforeAll
    static void start() {
        server = RunningServer.start(
                "--kedja.base-url=https://kedja.region.example",
                "--kedja.hosts=other.region.example",
                "--kedja.requests.max-results=20",
                "--kedja.requests.body-within=2s",
                "--kedja.requests.rate.per-second=20",
                "--kedja.requests.rate.burst=100",
                "--kedja.requests.rate.loopback=true",
                "--kedja.database.statement-timeout=2s",
                "--kedja.database.lock-timeout=1s");
        http = new FhirHttp(URI.create("http://127.0.0.1:" + server.port() + "/fhir"));
        raw = new RawHttp(URI.create("http://127.0.0.1:" + server.port()));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void addresses_of_answers_and_of_pages_have_its_name_whatever_the_request_says() throws IOException {
        for (int i = 0; i < 3; i++) {
            http.post("Patient", "{\"resourceType\": \"Patient\", \"birthDate\": \"1940-01-01\"}")
                    .expect(201);
        }
        for (String host :
                new String[] {"localhost", "kedja.region.example", "KEDJA.region.example:443", "other.region.example"
                }) {
            RawHttp.Answer answer =
                    raw.send("GET /fhir/Patient?_count=1 HTTP/1.1\nHost: " + host + "\nConnection: close\n");
            assertThat(answer.status()).as(host).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"url\":\"https://kedja.region.example/fhir?_getpages=")
                    .contains("\"fullUrl\":\"https://kedja.region.example/fhir/Patient/")
                    .doesNotContain("localhost", "other.region");
        }
        assertThat(raw.send("GET /fhir/metadata HTTP/1.1\nHost: evil.example\nConnection: close\n")
                        .status())
                .isEqualTo(421);
    }

    @Test
    void a_reference_by_its_name_is_a_reference_within_it() {
        String id = http.post("Patient", "{\"resourceType\": \"Patient\", \"birthDate\": \"1940-01-01\"}")
                .expect(201)
                .id();
        String wrist = Records.wristFracture("c", id, "2023-01-01")
                .replace("\"Patient/", "\"https://kedja.region.example/fhir/Patient/");
        http.put("Condition/named", wrist.replace("\"id\": \"c\"", "\"id\": \"named\""))
                .expect(201);
        assertThat(http.get("Condition/named").body()).contains("\"Patient/" + id + "\"");
    }

    @Test
    void results_that_are_not_kept_are_refused_and_not_left_out() {
        for (int i = 0; i < 25; i++) {
            http.post("Organization", "{\"resourceType\": \"Organization\", \"name\": \"Enhet " + i + "\"}")
                    .expect(201);
        }
        String page = "Organization?_count=10";
        int pages = 0;
        FhirHttp.Answer answer = http.get(page);
        while (answer.status() == 200 && pages < 5) {
            pages++;
            String next = answer.as(Bundle.class).getLink("next").getUrl();
            answer = http.get(next.substring(next.indexOf("?")));
        }
        assertThat(pages).isEqualTo(2);
        assertThat(answer.expect(400).diagnostics()).contains("20", "kedja.requests.max-results");
    }

    @Test
    void a_locked_row_or_table_is_answered_soon_as_busy_or_timed_out_and_without_sql() throws Exception {
        String id = http.post("Patient", "{\"resourceType\": \"Patient\", \"birthDate\": \"1940-01-01\"}")
                .expect(201)
                .id();
        DataSource database = server.bean(DataSource.class);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table public.hfj_resource, public.hfj_spidx_string in access exclusive mode");
            long start = System.nanoTime();
            for (String question : new String[] {"Patient/" + id, "Patient?name=x", "Patient?_id=" + id}) {
                busy(http.get(question));
            }
            busy(http.put("Patient/" + id, Records.patient(id, "1941-01-01")));
            FhirHttp.Answer batch = http.post("", Records.bundle("batch", "GET Patient?name=x", null));
            assertThat(batch.expect(200).body()).contains("\"status\":\"503\"").doesNotContain("canceling");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
            connection.rollback();
            connection.setAutoCommit(true);
        }
        http.get("Patient?name=x").expect(200);
    }

    private static void busy(FhirHttp.Answer answer) {
        assertThat(answer.expect(503).diagnostics()).contains("busy");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).doesNotContain("select", "lock_timeout", "hfj", "Exception");
    }

    @Test
    void a_query_that_takes_too_long_is_answered_as_timed_out() throws Exception {
        DataSource database = server.bean(DataSource.class);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        http.post("Patient", "{\"resourceType\": \"Patient\", \"name\": [{\"family\": \"slow\"}]}")
                .expect(201);
        jdbc.execute("alter table public.hfj_spidx_string rename to hfj_spidx_string_table");
        jdbc.execute("""
                create view public.hfj_spidx_string as
                select s.* from public.hfj_spidx_string_table s where pg_sleep(20)::text is not null""");
        try {
            FhirHttp.Answer answer = http.get("Patient?name=slow");
            assertThat(answer.expect(504).diagnostics()).contains("kedja.database.statement-timeout");
            assertThat(answer.body()).doesNotContain("select", "hfj");
        } finally {
            jdbc.execute("drop view public.hfj_spidx_string");
            jdbc.execute("alter table public.hfj_spidx_string_table rename to hfj_spidx_string");
        }
    }

    @Test
    void jobs_and_reports_may_take_longer_and_leave_the_connection_as_it_was() throws Exception {
        DataSource database = server.bean(DataSource.class);
        assertThatThrownBy(() -> new JdbcTemplate(database).execute("select pg_sleep(3)"))
                .hasMessageContaining("statement timeout");
        DataSource unhurried = DatabaseTimeouts.unhurried(database, Duration.ofSeconds(20));
        for (int i = 0; i < 5; i++) {
            assertThat(new JdbcTemplate(unhurried).queryForObject("show statement_timeout", String.class))
                    .isEqualTo("20s");
            assertThat(new JdbcTemplate(database).queryForObject("show statement_timeout", String.class))
                    .isEqualTo("2s");
            assertThat(new JdbcTemplate(database).queryForObject("show lock_timeout", String.class))
                    .isEqualTo("1s");
        }
        DataSource twice = DatabaseTimeouts.unhurried(unhurried, Duration.ZERO);
        assertThat(new JdbcTemplate(twice).queryForObject("show statement_timeout", String.class))
                .isEqualTo("0");
        assertThat(new JdbcTemplate(database).queryForObject("show statement_timeout", String.class))
                .isEqualTo("2s");
        assertThat(new JdbcTemplate(database).queryForObject("show lock_timeout", String.class))
                .isEqualTo("1s");
        new JdbcTemplate(unhurried).execute("select pg_sleep(3)");
        Thread job = new Thread(() -> new JdbcTemplate(database).execute("select pg_sleep(3)"), "hapi-scheduler-1");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        job.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        job.start();
        job.join();
        assertThat(failure.get()).isNull();
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back() throws Exception {
        FhirHttp.Answer refused = null;
        for (int i = 0; i < 2_000 && refused == null; i++) {
            FhirHttp.Answer answer = http.get("Nothing");
            refused = answer.status() == 429 ? answer : null;
        }
        assertThat(refused).isNotNull();
        assertThat(refused.diagnostics()).contains("kedja.requests.rate");
        assertThat(refused.body()).contains("throttled");
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertThat(seconds).isBetween(1, 5);
        assertThat(new FhirHttp(http(server))
                        .get("actuator/health/liveness", "Accept", "*/*")
                        .status())
                .isEqualTo(200);
        Thread.sleep(6_000);
        http.get("Nothing").expect(404);
    }

    private static URI http(RunningServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Test
    void a_body_that_trickles_in_is_given_up() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\n"
                            + "Content-Length: 100\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 4; i++) {
                out.write('{');
                out.flush();
                Thread.sleep(1_000);
            }
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
    }
}
