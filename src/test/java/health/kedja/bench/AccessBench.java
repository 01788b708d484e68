package health.kedja.bench;

import health.kedja.access.Role;
import health.kedja.access.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What access control and the audit trail cost: requests per second of an open server, of an open one that records every
 * access, and of a guarded one (which records too) that a coordinator asks about patients of her unit. Each has a database
 * of its own, with the same patients and commits that wait for the disk; they are asked in turn by several clients. Where
 * nothing is written the last two are asked once more with commits that do not wait: what then is left of the cost is
 * work, and the rest the disk's. What is written is validated. The cost is the median of the ratios of the rounds, so that
 * a change of the machine's speed meets all. How a JVM happens to compile its code weighs as much as what is measured, so
 * the servers are started several times, and the median of their medians counts.
 *
 * <p>Arguments: jar, work directory, starts of each server, patients, requests to warm up, rounds, requests in a round,
 * clients, and which questions (all when none is named).
 */
final class AccessBench {

    private static final String REGION = "bench";
    private static final String UNIT = REGION + ".unit";
    private static final String AUDIENCE = "kedja-measured";
    private static final String UPDATE = "update";
    private static final Map<String, String> QUESTIONS = questions();

    private final int patients;
    private final int clients;
    private final Patients template = new Patients();
    private final TestIssuer issuer = new TestIssuer();

    /** A server, what its clients send to be let in, and whether its commits wait for the disk. */
    private record Asked(String name, Server server, String coordinator, boolean waits) {}

    private record Pace(double perSecond, double p99, double serverMillis, double databaseMillis) {}

    /** What a question cost in the rounds between one start of the servers and the next, server by server. */
    private record Start(List<Asked> asked, List<List<Pace>> rounds) {

        double median(int server, ToDoubleFunction<Pace> figure) {
            return IngestBench.median(rounds.stream()
                    .mapToDouble(round -> figure.applyAsDouble(round.get(server)))
                    .toArray());
        }

        /** How many percent fewer requests a second than of the first server. */
        double cost(int server) {
            return IngestBench.median(rounds.stream()
                    .mapToDouble(round -> 100
                            * (1 - round.get(server).perSecond() / round.get(0).perSecond()))
                    .toArray());
        }
    }

    private AccessBench(int patients, int clients) {
        this.patients = patients;
        this.clients = clients;
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("read", "/fhir/Patient/%s");
        questions.put("search", "/fhir/Condition?patient=%s");
        questions.put("$fracture-chain", "/fhir/Patient/%s/$fracture-chain");
        questions.put(UPDATE, "/fhir/Observation/%s-today");
        return questions;
    }

    /** Of an Observation of each patient; what it says is another thing each time. */
    private static String observation(String patient) {
        return "{\"resourceType\":\"Observation\",\"id\":\"" + patient
                + "-today\",\"status\":\"final\",\"code\":{\"coding\":"
                + "[{\"system\":\"http://loinc.org\",\"code\":\"29463-7\"}]},\"subject\":{\"reference\":\"Patient/"
                + patient
                + "\"},\"effectiveDateTime\":\"" + LocalDate.now()
                + "\",\"valueQuantity\":{\"value\":"
                + ThreadLocalRandom.current().nextInt(40_000, 99_999) / 1000.0
                + ",\"unit\":\"kg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}}";
    }

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments).subList(8, arguments.length);
        QUESTIONS.keySet().removeIf(name -> !wanted.isEmpty() && !wanted.contains(name));
        int[] numbers =
                IntStream.range(2, 8).map(i -> Integer.parseInt(arguments[i])).toArray();
        AccessBench bench = new AccessBench(numbers[1], numbers[5]);
        System.out.printf(
                "%d clients, %d patients, %d starts of each server, %d rounds of %d requests after %d to warm up%n",
                numbers[5], numbers[1], numbers[0], numbers[3], numbers[4], numbers[2]);
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int start = 0; start < numbers[0]; start++) {
            bench.start(arguments[0], Path.of(arguments[1], "start" + start), numbers[2], numbers[3], numbers[4])
                    .forEach((name, measured) -> starts.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(measured));
        }
        bench.issuer.close();
        System.out.println(
                "                                       requests/s      p99 ms   CPU ms each: server, database"
                        + "   requests/s less than open (each start)");
        starts.forEach(AccessBench::print);
    }

    private Map<String, Start> start(String jar, Path work, int warmUp, int rounds, int requests) throws Exception {
        try (Server open = start(jar, work.resolve("open"));
                Server recording = start(jar, work.resolve("recording"), "--kedja.audit.enabled=true");
                Server guarded = start(
                        jar,
                        work.resolve("guarded"),
                        "--kedja.access.issuers[0].issuer=" + issuer.name(),
                        "--kedja.access.issuers[0].audience=" + AUDIENCE)) {
            String coordinator = token(Role.COORDINATOR, List.of(UNIT), "user/*.rus");
            List<Asked> all = List.of(
                    new Asked("open", open, null, true),
                    new Asked("recording", recording, null, true),
                    new Asked("guarded", guarded, coordinator, true));
            List<Asked> ofReads = new ArrayList<>(all);
            ofReads.add(new Asked("recording, not waiting", recording, null, false));
            ofReads.add(new Asked("guarded, not waiting", guarded, coordinator, false));
            for (Asked asked : all) {
                fill(asked);
            }
            Map<String, Start> measured = new LinkedHashMap<>();
            for (String name : QUESTIONS.keySet()) {
                String question = QUESTIONS.get(name);
                for (Asked asked : all) {
                    ask(asked, question, warmUp);
                }
            }
            for (String name : QUESTIONS.keySet()) {
                String question = QUESTIONS.get(name);
                Start start = compare(question, name.equals(UPDATE) ? all : ofReads, rounds, requests);
                System.out.printf(
                        Locale.ROOT,
                        "# %s: rounds %s%n",
                        name,
                        start.rounds().stream()
                                .map(round -> text(round.stream().mapToDouble(Pace::perSecond)))
                                .toList());
                measured.put(name, start);
            }
            return measured;
        }
    }

    private static Server start(String jar, Path database, String... settings) throws Exception {
        List<String> all = new ArrayList<>(List.of(settings));
        // One address asks for all.
        all.add("--kedja.requests.rate.per-second=0");
        return Server.start(List.of("java", "-Xmx2g", "-jar", jar), database, all);
    }

    private String token(Role role, List<String> organizations, String scopes) {
        return issuer.token(AUDIENCE, Duration.ofHours(12), role, organizations, scopes);
    }

    private void fill(Asked asked) throws Exception {
        boolean guarded = asked.coordinator() != null;
        String administrator = guarded ? token(Role.ADMINISTRATOR, List.of(), "system/*.cruds") : null;
        asked.server().put("/fhir/Organization/" + REGION, organization(REGION, null), administrator);
        asked.server().put("/fhir/Organization/" + UNIT, organization(UNIT, REGION), administrator);
        String integration = guarded ? token(Role.INTEGRATION, List.of(UNIT), "system/*.cruds") : null;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<String>> answers = IntStream.range(0, patients)
                .mapToObj(number -> threads.submit(() ->
                        asked.server().post("/fhir", template.at(UNIT, id(number), contact(number)), integration)))
                .toList();
        for (Future<String> answer : answers) {
            answer.get();
        }
        threads.shutdown();
        for (int number = 0; number < patients; number++) {
            asked.server().put("/fhir/Observation/" + id(number) + "-today", observation(id(number)), integration);
        }
    }

    private static String organization(String id, String partOf) {
        return "{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"name\":\"" + id + "\""
                + (partOf == null ? "" : ",\"partOf\":{\"reference\":\"Organization/" + partOf + "\"}") + "}";
    }

    private static String id(int number) {
        return REGION + "." + number;
    }

    /** Makes the patient one of the unit today. */
    private static String contact(int number) {
        String id = id(number) + "-today";
        return "{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"" + id
                + "\",\"status\":\"in-progress\",\"class\":{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\","
                + "\"code\":\"AMB\"},\"subject\":{\"reference\":\"Patient/" + id(number)
                + "\"},\"period\":{\"start\":\""
                + LocalDate.now() + "\"},\"serviceProvider\":{\"reference\":\"Organization/" + UNIT
                + "\"}},\"request\":{\"method\":\"PUT\",\"url\":\"Encounter/" + id + "\"}}";
    }

    private Start compare(String question, List<Asked> all, int rounds, int requests) throws Exception {
        List<List<Pace>> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Pace[] paces = new Pace[all.size()];
            for (int turn = 0; turn < all.size(); turn++) {
                // The first of a round is not always the same.
                int which = (turn + round) % all.size();
                Asked asked = all.get(which);
                if (!asked.waits()) {
                    asked.server().commitsWait(false);
                }
                paces[which] = ask(asked, question, requests);
                if (!asked.waits()) {
                    asked.server().commitsWait(true);
                }
            }
            measured.add(List.of(paces));
        }
        return new Start(all, measured);
    }

    private static void print(String question, List<Start> starts) {
        List<Asked> asked = starts.get(0).asked();
        for (int i = 0; i < asked.size(); i++) {
            int server = i;
            double[] costs =
                    starts.stream().mapToDouble(start -> start.cost(server)).toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-22s %10.0f %11.1f %12.2f %6.2f %s%n",
                    question,
                    asked.get(i).name(),
                    median(starts, server, Pace::perSecond),
                    median(starts, server, Pace::p99),
                    median(starts, server, Pace::serverMillis),
                    median(starts, server, Pace::databaseMillis),
                    i == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "%8.1f %%  %s",
                                    IngestBench.median(costs),
                                    text(Arrays.stream(costs))));
        }
    }

    private static double median(List<Start> starts, int server, ToDoubleFunction<Pace> figure) {
        return IngestBench.median(starts.stream()
                .mapToDouble(start -> start.median(server, figure))
                .toArray());
    }

    private static String text(DoubleStream figures) {
        return Arrays.toString(figures.mapToLong(Math::round).toArray());
    }

    private Pace ask(Asked asked, String question, int requests) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            double server = asked.server().serverCpuSeconds();
            double database = asked.server().databaseCpuSeconds();
            long start = System.nanoTime();
            List<Future<double[]>> parts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int own = client;
                parts.add(threads.submit(() -> askInTurn(asked, question, requests / clients, own)));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<double[]> part : parts) {
                Arrays.stream(part.get()).forEach(millis::add);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double spent = asked.server().serverCpuSeconds() - server;
            double spentThere = asked.server().databaseCpuSeconds() - database;
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Pace(
                    sorted.length / seconds,
                    FractureChainBench.percentile(sorted, 0.99),
                    1000 * spent / sorted.length,
                    1000 * spentThere / sorted.length);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each client asks about patients of its own: two that update the same at once are told of a conflict. */
    private double[] askInTurn(Asked asked, String question, int requests, int client) throws Exception {
        double[] millis = new double[requests];
        for (int i = 0; i < requests; i++) {
            String patient = id(ThreadLocalRandom.current().nextInt(patients / clients) * clients + client);
            long start = System.nanoTime();
            String path = String.format(question, patient);
            if (question.equals(QUESTIONS.get(UPDATE))) {
                asked.server().put(path, observation(patient), asked.coordinator());
            } else {
                asked.server().get(path, asked.coordinator());
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }
}
