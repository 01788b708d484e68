package health.kedja.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Elapsed time and the CPU time of this process, round by round. On a busy machine the CPU time is what counts. */
final class Stopwatch {

    private final List<Double> elapsed = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    /** Measures one round. */
    <T> T round(Supplier<T> work) {
        double cpuBefore = cpuSeconds();
        long before = System.nanoTime();
        T result = work.get();
        elapsed.add((System.nanoTime() - before) / 1e6);
        cpu.add((cpuSeconds() - cpuBefore) * 1e3);
        return result;
    }

    /** Median of the rounds, in milliseconds. */
    double elapsed() {
        return median(elapsed);
    }

    /** The quickest round, in milliseconds. */
    double quickest() {
        return elapsed.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /**
     * Mean of the rounds, in milliseconds of all threads together, those of the compiler and the collector too. It is
     * told in steps of 10 ms, so a median would be a step.
     */
    double cpu() {
        return cpu.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
