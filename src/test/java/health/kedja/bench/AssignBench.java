package health.kedja.bench;

import health.kedja.FhirHttp;
import health.kedja.RunningServer;
import health.kedja.access.Role;
import health.kedja.access.TestIssuer;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long {@code $assign-owner} takes, and what writing patients costs with the triggers that note changes of owners and
 * refusals (migration V10) and without: in one run and in turn, so that a change of the machine's speed meets both. What belongs
 * to nobody is copied within the database, a tenth of it patients. The server is in this process, and does not wait for
 * the disk.
 *
 * <p>Arguments: jar (of no use here), resources that belong to nobody, times that as many are assigned, rounds of writes, patients written in
 * a round.
 */
final class AssignBench {

    private static final int CONDITIONS_OF_PATIENT = 9;
    private static final int TOGETHER = 50;
    private static final List<String> TABLES = List.of("patient_owner", "consent");

    /** Copies of one resource: the round and the number are in the id. */
    private static final String COPY = """
            with template as (select * from public.hfj_resource where res_type = ? and fhir_id = ?),
            made as (
                insert into public.hfj_resource
                select (jsonb_populate_record(null::public.hfj_resource, to_jsonb(template) || jsonb_build_object(
                    'res_id', ?::bigint + i, 'fhir_id', 'copy-' || ? || '-' || i))).*
                from template, generate_series(1, ?) i
                returning res_id)
            insert into public.hfj_res_ver
            select (jsonb_populate_record(null::public.hfj_res_ver, to_jsonb(version) || jsonb_build_object(
                'pid', made.res_id, 'res_id', made.res_id,
                'res_text_vc', replace(version.res_text_vc, 'Patient/' || ?,
                    'Patient/copy-' || ? || '-' || (1 + made.res_id % ?))))).*
            from template join public.hfj_res_ver version on version.res_id = template.res_id, made
            """;

    private final TestIssuer issuer = new TestIssuer();
    private final RunningServer server = RunningServer.start(
            "--kedja.validation.enabled=false",
            "--kedja.access.client-ids=any",
            "--kedja.access.issuers[0].issuer=" + issuer.name(),
            "--kedja.access.issuers[0].audience=bench");
    private final JdbcTemplate jdbc = new JdbcTemplate(server.bean(DataSource.class));

    public static void main(String[] arguments) throws Exception {
        new AssignBench()
                .run(
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
        System.exit(0);
    }

    private FhirHttp as(Role role, String... organizations) {
        return new FhirHttp(URI.create("http://127.0.0.1:" + server.port() + "/fhir"))
                .bearing(issuer.token("bench", Duration.ofHours(10), role, List.of(organizations), "system/*.cruds"));
    }

    private void run(int resources, int times, int rounds, int patients) throws Exception {
        FhirHttp whole = as(Role.INTEGRATION);
        String region = new Care(as(Role.ADMINISTRATOR)).organization(null);
        Care care = new Care(whole);
        String patient = care.patient();
        String fracture = care.fracture(patient, "");
        assign(whole, region);
        System.out.println("assign-owner                      s   resources/s   assigned");
        for (int time = 1; time <= times; time++) {
            copy(time, resources / (1 + CONDITIONS_OF_PATIENT), patient, fracture);
            long start = System.nanoTime();
            String answer = assign(whole, region);
            double seconds = (System.nanoTime() - start) / 1e9;
            int given = jdbc.queryForObject(
                    "select count(*) from kedja.patient_owner where patient like 'copy-" + time + "-%'", Integer.class);
            System.out.printf(
                    Locale.ROOT,
                    "%d of %-20d %10.1f %13.0f   %d patients%n",
                    time,
                    resources,
                    seconds,
                    resources / seconds,
                    given);
            if (given != resources / (1 + CONDITIONS_OF_PATIENT)) {
                throw new IllegalStateException("not all were given to the region: " + answer);
            }
        }
        writes(as(Role.INTEGRATION, region), rounds, patients);
        server.close();
    }

    private static String assign(FhirHttp whole, String region) {
        return whole.post("$assign-owner", """
                        {"resourceType": "Parameters", "parameter": [
                            {"name": "owner", "valueReference": {"reference": "Organization/%s"}}]}""".formatted(region)).expect(200).body();
    }

    private void copy(int time, int patients, String patient, String fracture) {
        long first = time * 100_000_000L;
        // Numbers such that those of a patient are as their ids say: a multiple of how many there are comes first.
        long base = first - first % patients;
        jdbc.update(
                COPY,
                "Patient",
                patient,
                base,
                String.valueOf(time),
                patients,
                patient,
                String.valueOf(time),
                patients);
        jdbc.update(
                COPY,
                "Condition",
                fracture,
                base + 10_000_000L - 10_000_000L % patients,
                String.valueOf(time),
                patients * CONDITIONS_OF_PATIENT,
                patient,
                String.valueOf(time),
                patients);
        jdbc.execute("analyze public.hfj_resource; analyze public.hfj_res_ver");
    }

    private void writes(FhirHttp system, int rounds, int patients) throws Exception {
        Stopwatch on = new Stopwatch();
        Stopwatch off = new Stopwatch();
        write(system, "warm", 4 * patients);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean onFirst = round % 2 == 0;
            double[] seconds = new double[2];
            for (boolean enabled : onFirst ? new boolean[] {true, false} : new boolean[] {false, true}) {
                triggers(enabled);
                String name = round + (enabled ? "on" : "off");
                seconds[enabled ? 1 : 0] = (enabled ? on : off).round(() -> write(system, name, patients));
            }
            ratios.add(seconds[1] / seconds[0]);
        }
        triggers(true);
        double per = patients * 2.0;
        System.out.printf(
                Locale.ROOT,
                "writes of new patients with a fracture, ms per resource: %.2f with the triggers, %.2f without; CPU %.2f and"
                        + " %.2f%n",
                on.elapsed() / per,
                off.elapsed() / per,
                on.cpu() / per,
                off.cpu() / per);
        List<Double> sorted = ratios.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "ratio with to without, by round: median %.3f (%.3f-%.3f), %d rounds%n",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                rounds);
    }

    private void triggers(boolean enabled) {
        TABLES.forEach(table ->
                jdbc.execute("alter table kedja." + table + (enabled ? " enable" : " disable") + " trigger user"));
    }

    /** Seconds that it takes to store patients with an owner and a fracture. */
    private static double write(FhirHttp system, String name, int patients) {
        long start = System.nanoTime();
        for (int first = 0; first < patients; first += TOGETHER) {
            String[] entries = IntStream.range(first, Math.min(patients, first + TOGETHER))
                    .mapToObj(i -> name + "-" + i)
                    .flatMap(id -> List.of(
                            "PUT Patient/w" + id,
                            Records.patient("w" + id, "1940-01-01"),
                            "PUT Condition/w" + id,
                            Records.hipFracture("w" + id, "w" + id, "2024-03-01"))
                            .stream())
                    .toArray(String[]::new);
            system.post("", Records.bundle("transaction", entries)).expect(200);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
