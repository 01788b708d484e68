package health.kedja.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the server takes from the start of the process until it answers that it is ready: profiles published,
 * validator warm. On an empty database, and again on the one that the first start left; and the memory it then has.
 *
 * <p>Arguments: jar, folder with the extracted jar, work directory, rounds.
 */
final class StartBench {

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path work = Path.of(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        System.out.printf(Locale.ROOT, "size of the jar: %.1f MB%n", Files.size(jar) / 1e6);
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("mvn spring-boot:run", List.of("mvn", "-q", "-o", "spring-boot:run"));
        ways.put("java -jar", List.of("java", "-jar", jar.toString()));
        ways.put(
                "the same, extracted",
                List.of(
                        "java",
                        "-jar",
                        Path.of(arguments[1], jar.getFileName().toString()).toString()));
        ways.put(
                "the same, quick compiler",
                List.of(
                        "java",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of(arguments[1], jar.getFileName().toString()).toString()));
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        System.out.println("way, database: seconds to ready, CPU seconds, resident MB, heap MB after a collection");
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, List<String>> way : ways.entrySet()) {
                Path database =
                        work.resolve("start-" + round + "-" + way.getKey().replaceAll("\\W+", "-"));
                for (String state : List.of("empty", "kept")) {
                    try (Server server = Server.start(way.getValue(), database, List.of())) {
                        String name = way.getKey() + ", " + state;
                        seconds.computeIfAbsent(name, key -> new ArrayList<>()).add(server.secondsToReady());
                        System.out.printf(
                                Locale.ROOT,
                                "%-40s %6.1f s %6.1f s %6d MB %6d MB%n",
                                name,
                                server.secondsToReady(),
                                server.serverCpuSeconds(),
                                server.residentMegabytes(),
                                server.heapMegabytes());
                    }
                }
            }
        }
        System.out.println("median");
        seconds.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-40s %6.1f s%n",
                name,
                IngestBench.median(all.stream().mapToDouble(Double::doubleValue).toArray())));
    }
}
