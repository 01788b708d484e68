package health.kedja.access.audit;

import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.FhirHttp;
import health.kedja.FhirHttp.Answer;
import health.kedja.GuardedServerExtension;
import health.kedja.operation.cdshooks.Hook;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where nothing can be recorded, nothing is told and nothing is stored. */
@ExtendWith(OutputCaptureExtension.class)
class UnavailableTrailTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private final String anna = newId("anna");
    private final String request = Trail.newRequest();
    private FhirHttp http;

    @BeforeEach
    void a_trail_that_refuses_everything() throws SQLException {
        http = SERVER.http(SERVER.systemToken());
        http.put("Patient/" + anna, patient(anna, "1940-01-01")).expect(201);
        asSuperuser("revoke insert on kedja_audit.access from kedja_server");
    }

    @AfterEach
    void as_before() throws SQLException {
        asSuperuser("grant insert on kedja_audit.access to kedja_server");
    }

    private static void asSuperuser(String sql) throws SQLException {
        HikariDataSource pool = (HikariDataSource) SERVER.dataSource();
        try (Connection connection =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_read_is_refused_and_says_nothing(CapturedOutput log) {
        Answer answer = http.get("Patient/" + anna, "X-Request-ID", request).expect(503);
        assertThat(answer.diagnostics()).contains("audit trail cannot be written");
        assertThat(answer.body()).doesNotContain(anna, "1940");
        assertThat(log.getAll()).doesNotContain(anna);
    }

    @Test
    void a_search_a_question_and_a_history_are_refused(CapturedOutput log) {
        http.get("Patient?_id=" + anna).expect(503);
        http.get("Patient/" + anna + "/$fracture-chain").expect(503);
        http.post(SERVER.base() + "/" + Hook.VIEW, Hook.view(anna)).expect(503);
        http.get("Patient/" + anna + "/_history").expect(503);
        String none = newId("none");
        http.get("Patient/" + none).expect(503);
        assertThat(log.getAll()).doesNotContain(anna, none);
    }

    @Test
    void a_write_is_refused_and_not_stored() throws SQLException {
        http.put("Patient/" + anna, patient(anna, "1955-05-05")).expect(503);
        String other = newId("other");
        http.put("Patient/" + other, patient(other, "1955-05-05")).expect(503);
        as_before();
        assertThat(http.get("Patient/" + anna).expect(200).body()).contains("1940-01-01");
        http.get("Patient/" + other).expect(404);
    }
}
