package health.kedja.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The outcome of the comparison, as tables for the documentation. */
final class TruthTable {

    private final int people;
    private final int[] years;
    private final SortedMap<Long, List<TruthComparison.Outcome>> bySeed = new TreeMap<>();

    TruthTable(int people, int... years) {
        this.people = people;
        this.years = years;
    }

    void add(long seed, List<TruthComparison.Outcome> outcomes) {
        bySeed.put(seed, outcomes);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(people).append(" people a seed. Cells compared, and after a stroke those that differ.\n\n");
        text.append("| seed | ").append(years(String::valueOf)).append(" |\n");
        text.append("|---|").append("---|".repeat(years.length)).append('\n');
        bySeed.forEach((seed, outcomes) -> text.append("| ")
                .append(seed)
                .append(" | ")
                .append(years(year ->
                        cell(outcomes.stream().filter(one -> one.year() == year).toList())))
                .append(" |\n"));
        text.append("\n| indicator | all seeds and years |\n|---|---|\n");
        Map<String, List<TruthComparison.Outcome>> byIndicator = bySeed.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(TruthComparison.Outcome::indicator, TreeMap::new, Collectors.toList()));
        byIndicator.forEach((indicator, outcomes) -> text.append("| ")
                .append(indicator)
                .append(" | ")
                .append(cell(outcomes))
                .append(" |\n"));
        bySeed.forEach((seed, outcomes) -> outcomes.forEach(outcome -> outcome.unequal()
                .forEach(line -> text.append("\n- seed ")
                        .append(seed)
                        .append(", ")
                        .append(outcome.indicator())
                        .append(": ")
                        .append(line))));
        Files.writeString(file, text);
    }

    private String years(Function<Integer, String> text) {
        return IntStream.of(years).boxed().map(text).collect(Collectors.joining(" | "));
    }

    private static String cell(List<TruthComparison.Outcome> outcomes) {
        int cells = outcomes.stream().mapToInt(TruthComparison.Outcome::cells).sum();
        int unequal = outcomes.stream().mapToInt(one -> one.unequal().size()).sum();
        return cells + " / " + unequal;
    }
}
