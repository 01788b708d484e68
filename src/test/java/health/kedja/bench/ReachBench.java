package health.kedja.bench;

import health.kedja.FhirHttp;
import health.kedja.RunningServer;
import health.kedja.access.Role;
import health.kedja.access.TestIssuer;
import health.kedja.history.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a search of somebody who reaches some of a region costs: it is narrowed to those patients in
 * the database. Beside it, the same of a system that sees all, and counted. One client; the server is in this process. Rows are those of versions of resources that the database gave.
 *
 * <p>Arguments: jar (of no use here), people of the region, how many are reached, rounds.
 */
final class ReachBench {

    private static final List<String> QUESTIONS = List.of(
            "Patient?_count=50",
            "Condition?code=urn:oid:1.2.752.116.1.1.1%7CS72.00&_count=50",
            "Observation?_count=50&_sort=-_lastUpdated");
    private static final int TOGETHER = 100;

    private final TestIssuer issuer = new TestIssuer();
    private final int port = freePort();
    private final RunningServer server = RunningServer.start(
            "--server.port=" + port,
            "--kedja.validation.enabled=false",
            "--kedja.audit.enabled=false",
            "--kedja.base-url=http://127.0.0.1:" + port,
            "--kedja.access.issuers[0].issuer=" + issuer.name(),
            "--kedja.access.issuers[0].audience=bench");
    private final JdbcTemplate jdbc = new JdbcTemplate(server.bean(DataSource.class));

    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[1]);
        int reached = Integer.parseInt(arguments[2]);
        try {
            new ReachBench().run(people, reached, Integer.parseInt(arguments[3]));
            System.exit(0);
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            // Else the server in this process would keep it going.
            System.exit(1);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FhirHttp as(Role role, String organization) {
        boolean whole = organization == null;
        return new FhirHttp(URI.create("http://127.0.0.1:" + port + "/fhir"))
                .bearing(issuer.token(
                        "bench",
                        Duration.ofHours(2),
                        role,
                        whole ? List.of() : List.of(organization),
                        whole ? "system/*.cruds" : "user/*.cruds"));
    }

    private void run(int people, int reached, int rounds) throws Exception {
        FhirHttp administrator = as(Role.ADMINISTRATOR, null);
        put(administrator, "Organization", "region", "\"name\": \"any\"");
        for (String unit : List.of("clinic", "ward")) {
            put(
                    administrator,
                    "Organization",
                    unit,
                    "\"name\": \"any\", \"partOf\": {\"reference\": \"Organization/region\"}");
        }
        FhirHttp system = as(Role.INTEGRATION, "region");
        for (int first = 0; first < people; first += TOGETHER) {
            fill(system, first, Math.min(people, first + TOGETHER), people / reached);
        }
        jdbc.execute("analyze");
        FhirHttp coordinator = as(Role.COORDINATOR, "clinic");
        System.out.printf(Locale.ROOT, "%d people, %d reached, %d rounds%n", people, reached, rounds);
        System.out.println("                                                   ms     rows    resources");
        for (String question : QUESTIONS) {
            measure("narrowed ", rounds, () -> size(coordinator.get(question)), question);
            measure("system   ", rounds, () -> size(system.get(question)), question);
            measure(
                    "counted  ",
                    rounds,
                    () -> coordinator
                            .get(question.replaceAll("&?_(sort|count)=[^&]*", "") + "&_summary=count")
                            .expect(200)
                            .as(Bundle.class)
                            .getTotal(),
                    question);
        }
        server.close();
    }

    private static int size(FhirHttp.Answer answer) {
        return answer.expect(200).as(Bundle.class).getEntry().size();
    }

    private void measure(String how, int rounds, java.util.function.IntSupplier ask, String question)
            throws InterruptedException {
        int size = 0;
        for (int i = 0; i < 3; i++) {
            size = ask.getAsInt();
        }
        long before = rows();
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < rounds; i++) {
            watch.round(ask::getAsInt);
        }
        System.out.printf(
                Locale.ROOT,
                "%s %-36s %7.1f %8d %8d%n",
                how,
                question.substring(0, Math.min(36, question.length())),
                watch.elapsed(),
                (rows() - before) / rounds,
                size);
    }

    /** Those that the database has given so far; it tells them after a second. */
    private long rows() throws InterruptedException {
        Thread.sleep(2_500);
        return jdbc.queryForObject(
                "select coalesce(idx_tup_fetch, 0) + seq_tup_read from pg_stat_user_tables where relname = 'hfj_res_ver'",
                Long.class);
    }

    private static void put(FhirHttp http, String type, String id, String body) {
        http.put(type + "/" + id, resource(type, id, body)).expect(200, 201);
    }

    private static String resource(String type, String id, String body) {
        return "{\"resourceType\": \"" + type + "\", \"id\": \"" + id + "\", " + body + "}";
    }

    private static void fill(FhirHttp system, int first, int end, int each) {
        List<String> entries = new ArrayList<>();
        for (int i = first; i < end; i++) {
            // As ids of the region begin.
            String id = "region.p" + i;
            String subject = "\"subject\": {\"reference\": \"Patient/" + id + "\"}";
            add(entries, "Patient", id, "\"birthDate\": \"1940-01-01\"");
            add(entries, "Encounter", id, """
                    "status": "finished", "class": {"code": "AMB"}, %s, "period": {"start": "%s"},
                    "serviceProvider": {"reference": "Organization/%s"}""".formatted(
                            subject, LocalDate.now().minusDays(2), i % each == 0 ? "clinic" : "ward"));
            for (String code : List.of("S72.00", "S52.50")) {
                add(entries, "Condition", id + code.replace(".", ""), """
                        "clinicalStatus": {"coding": [{"code": "active"}]}, %s, "onsetDateTime": "2024-03-01",
                        "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "%s"}]}""".formatted(subject, code));
            }
            for (int n = 0; n < 3; n++) {
                add(
                        entries,
                        "Observation",
                        id + "-" + n,
                        "\"status\": \"final\", \"code\": {\"text\": \"any\"}, " + subject);
            }
        }
        system.post("", Records.bundle("transaction", entries.toArray(String[]::new)))
                .expect(200);
    }

    private static void add(List<String> entries, String type, String id, String body) {
        entries.add("PUT " + type + "/" + id);
        entries.add(resource(type, id, body));
    }
}
