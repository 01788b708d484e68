package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import health.kedja.synthetic.TrueCounts.Stratum;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The true values as files: {@code truth.csv} with every stratum, {@code truth.json} with the wholes. */
final class TruthFiles {

    private static final String HEAD = "indicator,year,region,sex,age_group,reported,initial_population,"
            + "denominator_exclusion,pending,denominator,numerator,person_days,denominator_sum,numerator_sum,median\n";

    private TruthFiles() {}

    /**
     * Writes both files.
     *
     * @param years true values of each year
     */
    static void write(Path directory, Map<Integer, Map<String, TrueCounts>> years) throws IOException {
        try (Writer csv = Files.newBufferedWriter(directory.resolve("truth.csv"))) {
            csv.write(HEAD);
            for (Map<String, TrueCounts> indicators : years.values()) {
                for (TrueCounts truth : indicators.values()) {
                    csv(truth, csv);
                }
            }
        }
        String json = years.entrySet().stream()
                .map(year -> "  \"" + year.getKey() + "\": {\n"
                        + year.getValue().values().stream()
                                .map(TruthFiles::json)
                                .collect(Collectors.joining(",\n"))
                        + "\n  }")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        Files.writeString(directory.resolve("truth.json"), json);
    }

    private static void csv(TrueCounts truth, Writer csv) throws IOException {
        for (Map.Entry<Stratum, Counts> cell : truth.cells().entrySet()) {
            Stratum stratum = cell.getKey();
            boolean reported = !truth.notReported().contains(stratum.region());
            csv.write(String.join(
                    ",",
                    truth.indicator(),
                    String.valueOf(stratum.year()),
                    stratum.region(),
                    stratum.sex(),
                    stratum.ageGroup(),
                    String.valueOf(reported),
                    numbers(cell.getValue()).stream().map(String::valueOf).collect(Collectors.joining(",")),
                    median(truth.values(stratum::equals))));
            csv.write('\n');
        }
    }

    private static String json(TrueCounts truth) {
        List<Number> numbers = numbers(truth.whole());
        String median = median(truth.values(stratum -> true));
        String silent =
                truth.notReported().stream().map(region -> '"' + region + '"').collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "    \"%s\": {\"initialPopulation\": %s, \"denominatorExclusion\": %s, \"pending\": %s,"
                        + " \"denominator\": %s, \"numerator\": %s, \"personDays\": %s, \"denominatorSum\": %s,"
                        + " \"numeratorSum\": %s, \"median\": %s, \"notReported\": [%s]}",
                truth.indicator(),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6),
                numbers.get(7),
                median.isEmpty() ? "null" : median,
                silent);
    }

    private static List<Number> numbers(Counts counts) {
        return Arrays.asList(
                counts.initialPopulation(),
                counts.denominatorExclusion(),
                counts.pending(),
                counts.denominator(),
                counts.numerator(),
                counts.personDays(),
                (long) counts.denominatorSum(),
                (long) counts.numeratorSum());
    }

    /** The middle value, or the mean of the two in the middle; empty without values. */
    private static String median(int[] rising) {
        if (rising.length == 0) {
            return "";
        }
        int middle = rising.length / 2;
        double median = rising.length % 2 == 1 ? rising[middle] : (rising[middle - 1] + rising[middle]) / 2.0;
        return String.valueOf(median);
    }
}
