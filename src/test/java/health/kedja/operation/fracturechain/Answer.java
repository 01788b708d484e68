package health.kedja.operation.fracturechain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An answer of {@code $fracture-chain} as lines of plain words, so that two answers, whatever they were made from, are
 * compared line by line and a difference can be read.
 */
final class Answer {

    private final Map<String, String> lines = new LinkedHashMap<>();

    /** Adds a chain; the order of calls is part of the answer. */
    void chain(
            String fracture, String day, String site, String risk, String status, String end, BigDecimal completion) {
        put(
                "chain " + (chains() + 1),
                "%s on %s, %s, risk %s, %s%s, completion %s"
                        .formatted(
                                fracture,
                                day,
                                site,
                                risk,
                                status,
                                end == null ? "" : " by " + end,
                                completion.setScale(2, RoundingMode.UNNECESSARY)));
    }

    /** Adds a step to the chain added last. */
    void step(
            String code,
            String status,
            String due,
            String done,
            Boolean onTime,
            String why,
            Collection<String> evidence) {
        StringBuilder line = new StringBuilder(status);
        append(line, ", due ", due);
        append(line, ", done ", done);
        append(line, ", ", onTime == null ? null : onTime ? "on time" : "late");
        append(line, ", because ", why);
        append(line, ", by ", evidence.isEmpty() ? null : String.join(" ", new TreeSet<>(evidence)));
        put("chain " + chains() + " " + code, line.toString());
    }

    /** Adds a fracture that opened no chain. */
    void excluded(String fracture, String reason) {
        put("excluded " + fracture, reason);
    }

    /** The lines in which the two answers differ, expected above actual; empty when they say the same. */
    String differenceFrom(Answer expected) {
        Set<String> labels = new LinkedHashSet<>(expected.lines.keySet());
        labels.addAll(lines.keySet());
        StringBuilder text = new StringBuilder();
        for (String label : labels) {
            String wanted = expected.lines.getOrDefault(label, "(nothing)");
            String found = lines.getOrDefault(label, "(nothing)");
            if (!wanted.equals(found)) {
                text.append("%n  %s%n    expected: %s%n    actual:   %s".formatted(label, wanted, found));
            }
        }
        return text.toString();
    }

    private long chains() {
        return lines.keySet().stream()
                .filter(label -> label.matches("chain \\d+"))
                .count();
    }

    private void put(String label, String line) {
        if (lines.putIfAbsent(label, line) != null) {
            throw new IllegalStateException("The answer says twice: " + label);
        }
    }

    private static void append(StringBuilder line, String before, String value) {
        if (value != null) {
            line.append(before).append(value);
        }
    }
}
