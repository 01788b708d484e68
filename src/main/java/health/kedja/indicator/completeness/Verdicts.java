package health.kedja.indicator.completeness;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.completeness.CompletenessReport.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the fields of each stratum against the rule. */
final class Verdicts {

    private Verdicts() {}

    static List<Verdict> of(Completeness definition, Collection<Report> fields) {
        List<Verdict> verdicts = new ArrayList<>();
        definition.rule().ifPresent(rule -> {
            Map<Map<Stratifier, String>, List<Cell>> byStratum = new LinkedHashMap<>();
            for (Report field : fields) {
                Stream.concat(Stream.of(field.whole()), field.cells().stream())
                        .forEach(cell -> byStratum
                                .computeIfAbsent(cell.stratum(), unknown -> new ArrayList<>())
                                .add(cell));
            }
            byStratum.forEach((stratum, cells) -> verdicts.add(verdict(rule, stratum, cells)));
        });
        return verdicts;
    }

    private static Verdict verdict(FieldRule rule, Map<Stratifier, String> stratum, List<Cell> cells) {
        int poor = 0;
        int untold = 0;
        for (Cell cell : cells) {
            Optional<Boolean> isPoor = Completeness.isPoor(rule, cell);
            poor += isPoor.orElse(false) ? 1 : 0;
            untold += isPoor.isEmpty() ? 1 : 0;
        }
        boolean kept = poor + untold < rule.fewerThan();
        boolean broken = poor >= rule.fewerThan();
        return new Verdict(stratum, poor, untold, kept || broken ? Optional.of(kept) : Optional.empty());
    }
}
