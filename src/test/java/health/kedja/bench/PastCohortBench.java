package health.kedja.bench;

import health.kedja.RunningServer;
import health.kedja.history.CurrentCohort;
import health.kedja.history.PastCohorts;
import health.kedja.history.Population;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What it costs to have the population as the data stood, when some of the resources have changed since. Arguments: number
 * of resources (fractures, ten of each patient), and how many of them in a thousand are changed. The resources are copies, in
 * HAPI's tables, of one that was stored through HAPI.
 */
final class PastCohortBench {

    private static final String PATIENT = """
            {"resourceType": "Patient", "id": "template", "birthDate": "1940-01-01"}""";

    private static final String FRACTURE = """
            {"resourceType": "Condition", "id": "template",
             "clinicalStatus": {"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
             "verificationStatus": {"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "confirmed"}]},
             "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "S72.00"}]},
             "subject": {"reference": "Patient/template"}, "onsetDateTime": "2021-03-01"}""";

    private static final String RESOURCES = """
            insert into hfj_resource select copy.* from hfj_resource template, generate_series(1, ?) n,
                jsonb_populate_record(template, jsonb_build_object(
                    'res_id', 10000000 + n, 'fhir_id', 'c' || n)) copy
            where template.fhir_id = 'template' and template.res_type = 'Condition'
            """;

    private static final String VERSIONS = """
            insert into hfj_res_ver select copy.*
            from hfj_res_ver template join hfj_resource of on of.res_id = template.res_id, generate_series(1, ?) n,
                jsonb_populate_record(template, jsonb_build_object(
                    'pid', 10000000 * ? + n, 'res_id', 10000000 + n, 'res_ver', ?, 'res_updated', now() at time zone 'UTC',
                    'res_text_vc', replace(template.res_text_vc, 'Patient/template', 'Patient/p' || n % ?))) copy
            where of.fhir_id = 'template' and template.res_type = 'Condition'
            """;

    private static final String EVENTS = """
            insert into kedja.event (source, ordinal, patient, kind, day, code)
            select 'Condition/c' || n, 0, 'p' || n % ?, 'fracture', '2021-03-01', 'S7200' from generate_series(1, ?) n
            """;

    private PastCohortBench() {}

    public static void main(String[] arguments) throws Exception {
        int resources = Integer.parseInt(arguments[0]);
        RunningServer server = RunningServer.start();
        try {
            String base = "http://127.0.0.1:" + server.port() + "/fhir/";
            put(base + "Patient/template", PATIENT);
            put(base + "Condition/template", FRACTURE);
            JdbcTemplate jdbc = new JdbcTemplate(server.bean(DataSource.class));
            int people = resources / 10;
            jdbc.update(RESOURCES, resources);
            double without = store(jdbc, "disable", resources, people);
            jdbc.execute("truncate kedja.expunged");
            jdbc.update("delete from hfj_res_ver where res_id > 10000000");
            double with = store(jdbc, "enable", resources, people);
            jdbc.update(EVENTS, people, resources);
            jdbc.execute("analyze");
            System.out.printf(
                    Locale.ROOT,
                    "%,d versions written by one statement in %.0f ms, without triggers %.0f ms%n",
                    resources,
                    with,
                    without);

            CurrentCohort current = server.bean(CurrentCohort.class);
            Population then = current.now();
            PastCohorts past = server.bean(PastCohorts.class);
            for (String perThousand : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                int changed = (int) (resources * Double.parseDouble(perThousand) / 1_000);
                jdbc.update("delete from hfj_res_ver where res_ver = 2");
                jdbc.update("delete from kedja.expunged");
                jdbc.update(VERSIONS, changed, 2, 2, people);
                jdbc.update(
                        "update kedja.event set day = '2021-03-02' where source in"
                                + " (select 'Condition/c' || n from generate_series(1, ?) n)",
                        changed);
                measure(current, past, then.dataAsOf(), changed);
            }
        } finally {
            server.close();
        }
    }

    private static double store(JdbcTemplate jdbc, String triggers, int resources, int people) {
        jdbc.execute("alter table hfj_res_ver " + triggers + " trigger kedja_note_received");
        long start = System.nanoTime();
        jdbc.update(VERSIONS, resources, 1, 1, people);
        return (System.nanoTime() - start) / 1e6;
    }

    private static void measure(CurrentCohort current, PastCohorts past, Instant then, int changed) {
        for (int run = 1; run <= 5; run++) {
            long start = System.nanoTime();
            Population now = current.now();
            double nowMillis = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            Population again = past.asOf(then);
            double millis = (System.nanoTime() - start) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%,d people, %,d events; %,d resources changed since: now %.0f ms, as of then %.0f ms (%.2f ms each)%n",
                    again.cohort().people(),
                    now.cohort().events(),
                    changed,
                    nowMillis,
                    millis,
                    changed == 0 ? 0 : millis / changed);
        }
    }

    private static void put(String url, String json) throws Exception {
        var response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/fhir+json")
                                .PUT(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
    }
}
