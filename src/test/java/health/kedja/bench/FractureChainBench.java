package health.kedja.bench;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.ResourceEvents;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;

/**
 * How long {@code $fracture-chain} takes for a stored patient with some thirty events, in a database of many such
 * patients. Timed by the one client on a connection that is kept open, which is more than what the server itself takes;
 * the server's own figures are asked of its metrics.
 *
 * <p>Arguments: jar, work directory, patients, questions to warm up, questions.
 */
final class FractureChainBench {

    private static final String METRICS = "--management.metrics.distribution.percentiles.http.server.requests=0.5,0.99";

    private FractureChainBench() {}

    public static void main(String[] arguments) throws Exception {
        int patients = Integer.parseInt(arguments[2]);
        int warmUp = Integer.parseInt(arguments[3]);
        int questions = Integer.parseInt(arguments[4]);
        Patients template = new Patients();
        try (Server server = Server.start(
                List.of("java", "-Xmx2g", "-jar", arguments[0]),
                Path.of(arguments[1]).resolve("chain"),
                // The patients are copies of one that conforms; checking each again would only take time.
                List.of("--kedja.validation.enabled=false", METRICS))) {
            fill(server, template, patients);
            System.out.printf("%d patients with %d events each%n", patients, events(template));
            ask(server, warmUp, patients);
            String before = server.get("/actuator/prometheus");
            double[] millis = ask(server, questions, patients);
            String after = server.get("/actuator/prometheus");
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "seen by the client, of %d questions: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                    questions,
                    percentile(millis, 0.5),
                    percentile(millis, 0.9),
                    percentile(millis, 0.99),
                    millis[millis.length - 1]);
            double mean = (metric(after, "_sum", "") - metric(before, "_sum", ""))
                    / (metric(after, "_count", "") - metric(before, "_count", ""));
            System.out.printf(
                    Locale.ROOT,
                    "in the server: mean %.2f ms of the same questions; p50 %.2f ms, p99 %.2f ms of the last minutes%n",
                    mean * 1000,
                    metric(after, "", "quantile=\"0.5\"") * 1000,
                    metric(after, "", "quantile=\"0.99\"") * 1000);
        }
    }

    static void fill(Server server, Patients template, int patients) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(2);
        List<Future<String>> answers = IntStream.range(0, patients)
                .mapToObj(number -> clients.submit(() -> server.post("/fhir", template.get("patient-" + number))))
                .toList();
        for (Future<String> answer : answers) {
            answer.get();
        }
        clients.shutdown();
    }

    private static long events(Patients template) {
        ResourceEvents events = new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm"));
        Bundle bundle = FhirContext.forR4().newJsonParser().parseResource(Bundle.class, template.get("patient"));
        return bundle.getEntry().stream()
                .mapToLong(entry -> events.of(entry.getResource()).size())
                .sum();
    }

    static double[] ask(Server server, int questions, int patients) throws Exception {
        double[] millis = new double[questions];
        for (int i = 0; i < questions; i++) {
            String patient = "patient-" + ThreadLocalRandom.current().nextInt(patients);
            long start = System.nanoTime();
            String answer = server.get("/fhir/Patient/" + patient + "/$fracture-chain");
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (!answer.contains("indexFracture")) {
                throw new IllegalStateException(answer);
            }
        }
        return millis;
    }

    static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** A figure of the requests that were answered by a GET, in seconds or as a number. */
    private static double metric(String metrics, String suffix, String label) {
        Matcher lines = Pattern.compile("(?m)^http_server_requests_seconds" + suffix + "\\{([^}]*)} (\\S+)$")
                .matcher(metrics);
        double sum = 0;
        while (lines.find()) {
            String labels = lines.group(1);
            if (labels.contains("method=\"GET\"") && !labels.contains("uri=\"/actuator") && labels.contains(label)) {
                sum += Double.parseDouble(lines.group(2));
            }
        }
        return sum;
    }
}
