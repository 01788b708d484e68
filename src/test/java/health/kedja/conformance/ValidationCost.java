package health.kedja.conformance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * What validation of each example costs: CPU milliseconds of the validating thread per resource, warm, parsing included.
 * Run it by hand: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=health.kedja.conformance.ValidationCost}.
 */
final class ValidationCost {

    private static final int ROUNDS = 300;

    private ValidationCost() {}

    public static void main(String[] arguments) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> milliseconds = new TreeMap<>();
        for (int pass = 0; pass < 3; pass++) {
            for (Path example : Published.examples()) {
                String json = Published.read(example);
                long start = threads.getCurrentThreadCpuTime();
                for (int i = 0; i < ROUNDS; i++) {
                    ProfileValidator.INSTANCE.messages(json);
                }
                double each = (threads.getCurrentThreadCpuTime() - start) / 1e6 / ROUNDS;
                milliseconds.put(profile(json) + "  " + example.getFileName(), each);
            }
        }
        milliseconds.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry<String, Double>::getValue)
                        .reversed())
                .forEach(entry -> System.out.printf(Locale.ROOT, "%6.2f ms  %s%n", entry.getValue(), entry.getKey()));
    }

    private static String profile(String json) {
        IBaseResource resource = Published.R4.newJsonParser().parseResource(json);
        return resource.getMeta().getProfile().stream()
                .findFirst()
                .map(url -> url.getValue().replaceAll(".*/", ""))
                .orElse("-");
    }
}
