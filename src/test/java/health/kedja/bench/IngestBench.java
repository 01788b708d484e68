package health.kedja.bench;

import java.nio.file.Files;
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

/**
 * How fast transaction Bundles are stored with validation and events, with each alone and with neither: four servers
 * from the same jar, each with its own database, in turn and repeatedly, so that a change of the machine's speed meets
 * all of them. The three that wait cost nothing meanwhile.
 *
 * <p>Arguments: jar, work directory, Bundles to warm each server up, rounds, Bundles in a round.
 */
final class IngestBench {

    private static final int CLIENTS = 2;
    private static final Map<String, List<String>> SETTINGS = new LinkedHashMap<>();

    static {
        SETTINGS.put("neither", settings(false, false));
        SETTINGS.put("events", settings(false, true));
        SETTINGS.put("validation", settings(true, false));
        SETTINGS.put("both", settings(true, true));
    }

    private record Round(double perSecond, double serverCpuMillis, double databaseCpuMillis) {}

    private IngestBench() {}

    private static List<String> settings(boolean validation, boolean events) {
        return List.of("--kedja.validation.enabled=" + validation, "--kedja.events.enabled=" + events);
    }

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        int warmUp = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        int bundles = Integer.parseInt(arguments[4]);
        Patients patients = new Patients();
        Map<String, Server> servers = new LinkedHashMap<>();
        Map<String, List<Round>> measured = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, List<String>> setting : SETTINGS.entrySet()) {
                Path database = work.resolve("ingest-" + setting.getKey());
                Files.createDirectories(work);
                servers.put(
                        setting.getKey(),
                        Server.start(List.of("java", "-Xmx2g", "-jar", jar.toString()), database, setting.getValue()));
                measured.put(setting.getKey(), new ArrayList<>());
            }
            System.out.printf(
                    "%d clients, Bundles of %d resources; warm-up of %d resources each%n",
                    CLIENTS, patients.size(), warmUp * patients.size());
            // In slices, so that all four fill and warm up side by side.
            for (int done = 0; done < warmUp; done += bundles) {
                for (Server server : servers.values()) {
                    round(server, patients, Math.min(bundles, warmUp - done));
                }
            }
            System.out.println("round  setting     resources/s  server CPU ms  database CPU ms (per resource)");
            for (int round = 1; round <= rounds; round++) {
                for (Map.Entry<String, Server> server : servers.entrySet()) {
                    Round result = round(server.getValue(), patients, bundles);
                    measured.get(server.getKey()).add(result);
                    print(String.valueOf(round), server.getKey(), result);
                }
            }
        } finally {
            for (Server server : servers.values()) {
                server.close();
            }
        }
        summary(measured);
    }

    private static Round round(Server server, Patients patients, int bundles) throws Exception {
        List<String> ready = new ArrayList<>();
        for (int i = 0; i < bundles; i++) {
            ready.add(patients.get());
        }
        double serverCpu = server.serverCpuSeconds();
        double databaseCpu = server.databaseCpuSeconds();
        long start = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<String>> answers = ready.stream()
                .map(bundle -> clients.submit(() -> server.post("/fhir", bundle)))
                .toList();
        for (Future<String> answer : answers) {
            answer.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        int resources = bundles * patients.size();
        return new Round(
                resources / seconds,
                (server.serverCpuSeconds() - serverCpu) * 1000 / resources,
                (server.databaseCpuSeconds() - databaseCpu) * 1000 / resources);
    }

    private static void summary(Map<String, List<Round>> measured) {
        System.out.println("median");
        Map<String, Round> medians = new LinkedHashMap<>();
        measured.forEach((setting, rounds) -> {
            Round median = new Round(
                    median(rounds.stream().mapToDouble(Round::perSecond).toArray()),
                    median(rounds.stream().mapToDouble(Round::serverCpuMillis).toArray()),
                    median(rounds.stream().mapToDouble(Round::databaseCpuMillis).toArray()));
            medians.put(setting, median);
            print("", setting, median);
        });
        System.out.println(
                "against neither, in the same round: median of throughput, of CPU time (both turned so that 1"
                        + " costs nothing)");
        List<Round> bare = measured.get("neither");
        measured.forEach((setting, rounds) -> {
            double[] speed = new double[rounds.size()];
            double[] cpu = new double[rounds.size()];
            for (int i = 0; i < speed.length; i++) {
                speed[i] = rounds.get(i).perSecond() / bare.get(i).perSecond();
                cpu[i] = cpu(bare.get(i)) / cpu(rounds.get(i));
            }
            System.out.printf(Locale.ROOT, "       %-11s %.2f  %.2f%n", setting, median(speed), median(cpu));
        });
    }

    private static double cpu(Round round) {
        return round.serverCpuMillis() + round.databaseCpuMillis();
    }

    private static void print(String round, String setting, Round result) {
        System.out.printf(
                Locale.ROOT,
                "%5s  %-11s %11.0f %14.2f %16.2f%n",
                round,
                setting,
                result.perSecond(),
                result.serverCpuMillis(),
                result.databaseCpuMillis());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
