package health.kedja.exchange;

import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.Scopes;
import health.kedja.exchange.OtherServer.Begun;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Exports that were under way when a server stopped are made by one that runs. */
class ExportGoesOnTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final JdbcTemplate database = new JdbcTemplate(SERVER.dataSource());
    private final String anna = newId("anna");
    private OtherServer started;

    @BeforeEach
    void a_patient() {
        http.put("Patient/" + anna, patient(anna, "1940-01-01")).expect(201);
    }

    @AfterEach
    void forget() {
        if (started != null) {
            started.close();
        }
        database.update("update kedja.export set expires = '-infinity'");
    }

    private int toMake(Begun begun) {
        return database.queryForObject(
                "select count(*) from kedja.export_to_make where id = ?", Integer.class, begun.id());
    }

    @Test
    void what_was_under_way_is_begun_anew_and_holds_what_was_there_when_it_was_asked_for() {
        OtherServer stopped = OtherServer.stuck(SERVER);
        Begun begun = stopped.begin(anna);
        Begun lost = stopped.begin(anna);
        http.put("Patient/" + anna, patient(anna, "1941-01-01")).expect(200);
        http.get(begun.status()).expect(202);
        // As a crash of the database does, which empties tables that are not logged.
        database.update("delete from kedja.export where id = ?", lost.id());
        stopped.close();
        started = OtherServer.started(SERVER);
        for (Begun one : new Begun[] {begun, lost}) {
            Exported export = Exported.of(http, one.status());
            assertThat(export.ids("Patient")).containsExactly(anna);
            assertThat(export.lines("Patient").get(0)).contains("1940-01-01");
            assertThat(toMake(one)).isZero();
            assertThat(database.queryForObject(
                            "select attempt from kedja.export where id = ?", Integer.class, one.id()))
                    .isEqualTo(2);
        }
    }

    @Test
    void what_was_written_before_the_stop_is_not_there_twice() {
        OtherServer stopped = OtherServer.stuck(SERVER);
        Begun begun = stopped.begin(anna);
        database.update(
                "insert into kedja.export_file values (?, 'Patient-1.ndjson', 'output', 'Patient', 7, 70, 7)",
                begun.id());
        database.update("insert into kedja.export_part values (?, 'Patient-1.ndjson', 0, 'x')", begun.id());
        stopped.close();
        started = OtherServer.started(SERVER);
        Exported export = Exported.of(http, begun.status());
        assertThat(export.lines("Patient")).hasSize(1);
        assertThat(export.manifest().at("/output/0/count").asInt()).isEqualTo(1);
    }

    @Test
    void an_attempt_that_somebody_else_has_taken_over_adds_nothing() {
        try (OtherServer stuck = OtherServer.stuck(SERVER)) {
            Begun begun = stuck.begin(anna);
            ExportStore store = new ExportStore(
                    SERVER.dataSource(), SERVER.dataSource(), SERVER.bean(PlatformTransactionManager.class));
            database.update("update kedja.export set attempt = 2 where id = ?", begun.id());
            ExportAttempt first = new ExportAttempt(begun.id(), 1);
            assertThatThrownBy(() -> store.add(first, "1 resources", List.of(), Set.of("p")))
                    .isInstanceOf(ExportStore.Gone.class);
            store.failed(first, "It failed.", Duration.ofHours(1));
            http.get(begun.status()).expect(202);
        }
    }

    @Test
    void what_may_not_go_on_is_told_as_failed_with_the_reason() {
        OtherServer stopped = OtherServer.stuck(SERVER);
        Begun old = stopped.begin(anna);
        Begun restless = stopped.begin(anna);
        Begun ofAnotherVersion = stopped.begin(anna);
        database.update("update kedja.export_to_make set begun = begun - interval '25 hours' where id = ?", old.id());
        database.update("update kedja.export set attempt = 5 where id = ?", restless.id());
        database.update("update kedja.export_to_make set plan = '{}' where id = ?", ofAnotherVersion.id());
        stopped.close();
        started = OtherServer.started(SERVER);
        assertThat(old.failure()).contains("too long ago").contains("Ask for it again");
        assertThat(restless.failure()).contains("stopped 5 times").contains("Ask for it again");
        assertThat(ofAnotherVersion.failure()).contains("another version").contains("Ask for it again");
        assertThat(toMake(old) + toMake(restless) + toMake(ofAnotherVersion)).isZero();
    }

    /** Now nobody is asked, and all is given to whoever comes: so not what was begun for somebody. */
    @Test
    void what_a_caller_with_a_token_began_is_not_made_for_those_without() {
        Caller caller = new Caller(
                "https://issuer.example.org",
                "register",
                "register",
                Optional.empty(),
                Optional.empty(),
                Set.of(Role.REGISTER),
                Set.of("north"),
                Scopes.parse("system/*.rs"),
                Optional.empty());
        ExportReach reach = (ExportReach) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExportReach.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "who" -> "register";
                        case "words" -> caller.words();
                        default -> throw new AssertionError(method + " is not to be asked");
                    };
                });
        OtherServer stopped = OtherServer.stuck(SERVER);
        Begun begun = stopped.begin(reach, anna);
        stopped.close();
        started = OtherServer.started(SERVER);
        await().atMost(Duration.ofSeconds(60)).until(() -> toMake(begun) == 0);
        Map<String, Object> row = database.queryForMap("select * from kedja.export where id = ?", begun.id());
        assertThat(row.get("failure")).asString().contains("other settings of who may ask");
        assertThat(database.queryForObject(
                        "select count(*) from kedja.export_file where export = ?", Integer.class, begun.id()))
                .isZero();
    }
}
