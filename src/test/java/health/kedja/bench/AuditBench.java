package health.kedja.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What recording every access costs: requests per second of a server that records and of one that does not, each with a
 * database of its own and commits that wait for the disk, asked in turn by several clients. The figure is the median of
 * the ratios of the rounds, so that a change of the machine's speed meets both.
 *
 * <p>Arguments: jar, work directory, patients, requests to warm up, rounds, requests in a round, clients.
 */
final class AuditBench {

    private static final Map<String, String> QUESTIONS = questions();

    private AuditBench() {}

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("read", "/fhir/Patient/%s");
        questions.put("search", "/fhir/Condition?patient=%s");
        questions.put("$fracture-chain", "/fhir/Patient/%s/$fracture-chain");
        return questions;
    }

    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[1]);
        int patients = Integer.parseInt(arguments[2]);
        int warmUp = Integer.parseInt(arguments[3]);
        int rounds = Integer.parseInt(arguments[4]);
        int requests = Integer.parseInt(arguments[5]);
        int clients = Integer.parseInt(arguments[6]);
        try (Server without = start(arguments[0], work.resolve("without"), false);
                Server with = start(arguments[0], work.resolve("with"), true)) {
            Patients template = new Patients();
            for (Server server : List.of(without, with)) {
                FractureChainBench.fill(server, template, patients);
                for (String question : QUESTIONS.values()) {
                    ask(server, question, warmUp, patients, clients);
                }
            }
            System.out.printf("%d clients, %d patients, %d requests in a round%n", clients, patients, requests);
            System.out.println("                 requests/s without, with audit    p99 ms without, with    cost");
            QUESTIONS.forEach(
                    (name, question) -> compare(name, question, without, with, rounds, requests, patients, clients));
        }
    }

    private static Server start(String jar, Path database, boolean audit) throws Exception {
        return Server.start(
                List.of("java", "-Xmx1g", "-jar", jar),
                database,
                List.of("--kedja.validation.enabled=false", "--kedja.audit.enabled=" + audit));
    }

    @SuppressWarnings("java:S107") // What a round is made of.
    private static void compare(
            String name,
            String question,
            Server without,
            Server with,
            int rounds,
            int requests,
            int patients,
            int clients) {
        List<double[]> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            // The first of a pair is not always the same.
            boolean first = round % 2 == 0;
            double[] one = ask(first ? without : with, question, requests, patients, clients);
            double[] other = ask(first ? with : without, question, requests, patients, clients);
            double[] plain = first ? one : other;
            double[] audited = first ? other : one;
            measured.add(new double[] {plain[0], audited[0], plain[1], audited[1], 1 - audited[0] / plain[0]});
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s %12.0f %12.0f %16.1f %9.1f %12.1f %%%n",
                name,
                median(measured, 0),
                median(measured, 1),
                median(measured, 2),
                median(measured, 3),
                median(measured, 4) * 100);
    }

    private static double median(List<double[]> rounds, int figure) {
        return IngestBench.median(
                rounds.stream().mapToDouble(one -> one[figure]).toArray());
    }

    /** Requests per second, and the 99th percentile of their milliseconds. */
    private static double[] ask(Server server, String question, int requests, int patients, int clients) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            List<Future<double[]>> parts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                parts.add(threads.submit(() -> askInTurn(server, question, requests / clients, patients)));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<double[]> part : parts) {
                Arrays.stream(part.get()).forEach(millis::add);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new double[] {sorted.length / seconds, FractureChainBench.percentile(sorted, 0.99)};
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double[] askInTurn(Server server, String question, int requests, int patients) throws Exception {
        double[] millis = new double[requests];
        for (int i = 0; i < requests; i++) {
            String patient = "patient-" + ThreadLocalRandom.current().nextInt(patients);
            long start = System.nanoTime();
            server.get(String.format(question, patient));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }
}
