package health.kedja.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.GuardedServerExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded stays as it is, whatever the server is brought to do. */
class AppendOnlyTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Trail trail;
    private String request;

    @BeforeEach
    void a_record() {
        trail = new Trail(SERVER.dataSource());
        request = Trail.newRequest();
        SERVER.http(SERVER.systemToken())
                .get("Organization?name=nowhere", "X-Request-ID", request)
                .expect(200);
        assertThat(trail.of(request)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update kedja_audit.access set patient = null",
                "delete from kedja_audit.access",
                "truncate kedja_audit.access",
                "drop table kedja_audit.access",
                "alter table kedja_audit.access disable trigger append_only",
                "drop trigger append_only on kedja_audit.access",
                "create or replace function kedja_audit.refuse() returns trigger language plpgsql as 'begin return old; end'",
                "drop schema kedja_audit cascade"
            })
    void the_role_that_the_server_works_with_cannot(String change) {
        assertThatThrownBy(() -> trail.jdbc().execute(change))
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(trail.of(request)).hasSize(1);
    }

    @Test
    void the_role_that_the_server_works_with_is_no_superuser_and_does_not_own_the_trail() {
        assertThat(trail.jdbc()
                        .queryForObject("select rolsuper from pg_roles where rolname = current_user", Boolean.class))
                .isFalse();
        assertThat(trail.jdbc()
                        .queryForObject(
                                "select tableowner from pg_tables where schemaname = 'kedja_audit'", String.class))
                .isEqualTo("kedja_audit_owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update kedja_audit.access set patient = null",
                "delete from kedja_audit.access",
                "truncate kedja_audit.access"
            })
    void not_even_a_superuser_can_without_disabling_the_trigger(String change) throws Exception {
        HikariDataSource pool = (HikariDataSource) SERVER.dataSource();
        try (Connection connection =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
        }
        assertThat(trail.of(request)).hasSize(1);
    }
}
