package health.kedja.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code $fracture-chain} of one jar against that of another: a server from each with a database of its own, asked in
 * turn and repeatedly, so that a change of the machine's speed meets both.
 *
 * <p>Arguments: the two jars, work directory, patients, questions to warm up, rounds, questions in a round; options of
 * Java may follow.
 */
final class FractureChainRatioBench {

    private FractureChainRatioBench() {}

    public static void main(String[] arguments) throws Exception {
        int patients = Integer.parseInt(arguments[3]);
        int warmUp = Integer.parseInt(arguments[4]);
        int rounds = Integer.parseInt(arguments[5]);
        int questions = Integer.parseInt(arguments[6]);
        List<String> options = List.of(arguments).subList(7, arguments.length);
        Patients template = new Patients();
        Map<String, Server> servers = new LinkedHashMap<>();
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        try {
            for (String jar : List.of(arguments[0], arguments[1])) {
                List<String> command = new ArrayList<>(List.of("java", "-Xmx2g"));
                command.addAll(options);
                command.addAll(List.of("-jar", jar));
                Path database = Path.of(arguments[2]).resolve("chain-" + servers.size());
                Server server = Server.start(command, database, List.of("--kedja.validation.enabled=false"));
                servers.put(jar, server);
                measured.put(jar, new ArrayList<>());
                FractureChainBench.fill(server, template, patients);
            }
            for (Server server : servers.values()) {
                FractureChainBench.ask(server, warmUp, patients);
            }
            System.out.println("round  seen by the client: p50 ms, p99 ms; CPU ms of server and database a question");
            for (int round = 1; round <= rounds; round++) {
                for (Map.Entry<String, Server> server : servers.entrySet()) {
                    double[] one = round(server.getValue(), questions, patients);
                    measured.get(server.getKey()).add(one);
                    print(String.valueOf(round), server.getKey(), one);
                }
            }
        } finally {
            for (Server server : servers.values()) {
                server.close();
            }
        }
        System.out.println("median");
        measured.forEach((jar, all) -> print("", jar, new double[] {median(all, 0), median(all, 1), median(all, 2)}));
    }

    private static double[] round(Server server, int questions, int patients) throws Exception {
        double cpu = server.serverCpuSeconds() + server.databaseCpuSeconds();
        double[] millis = FractureChainBench.ask(server, questions, patients);
        cpu = server.serverCpuSeconds() + server.databaseCpuSeconds() - cpu;
        Arrays.sort(millis);
        return new double[] {
            FractureChainBench.percentile(millis, 0.5),
            FractureChainBench.percentile(millis, 0.99),
            cpu * 1000 / questions
        };
    }

    private static double median(List<double[]> rounds, int figure) {
        return IngestBench.median(
                rounds.stream().mapToDouble(one -> one[figure]).toArray());
    }

    private static void print(String round, String jar, double[] one) {
        System.out.printf(Locale.ROOT, "%5s  %-40s %6.2f %6.2f %6.2f%n", round, jar, one[0], one[1], one[2]);
    }
}
