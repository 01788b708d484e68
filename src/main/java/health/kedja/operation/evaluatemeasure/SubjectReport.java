package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Cell;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Coverage;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.scan.Found;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An indicator asked for a subject. A unit is a stratum of the whole: so its result is standardised and its small numbers
 * are withheld as in the report that shows it beside the others.
 *
 * @param unit such as {@code Organization/7}; empty where the subject is none
 */
record SubjectReport(Indicator indicator, Question question, Optional<String> unit, Cohort cohort, ChainSource chains) {

    Report report() {
        if (unit.isEmpty()) {
            return Evaluation.of(indicator, question, cohort, chains);
        }
        Report byUnit = ask(List.of(Stratifier.UNIT));
        Cell whole = ofUnit(byUnit).findFirst().map(cell -> without(cell, true)).orElseGet(() -> unlisted(byUnit));
        List<Cell> cells = List.of();
        if (!question.by().isEmpty()) {
            List<Stratifier> all = new ArrayList<>(question.by());
            if (!all.contains(Stratifier.UNIT)) {
                all.add(0, Stratifier.UNIT);
            }
            boolean shown = question.by().contains(Stratifier.UNIT);
            cells = ofUnit(ask(all)).map(cell -> without(cell, !shown)).toList();
        }
        return new Report(indicator, question, whole, cells, byUnit.coverage());
    }

    private Report ask(List<Stratifier> by) {
        return Evaluation.of(indicator, question.dividedBy(by), cohort, chains);
    }

    private Stream<Cell> ofUnit(Report report) {
        return report.cells().stream()
                .filter(cell -> unit.orElseThrow().equals(cell.stratum().get(Stratifier.UNIT)));
    }

    private static Cell without(Cell cell, boolean unitToo) {
        Map<Stratifier, String> stratum = new EnumMap<>(Stratifier.class);
        stratum.putAll(cell.stratum());
        if (unitToo) {
            stratum.remove(Stratifier.UNIT);
        }
        return new Cell(
                stratum,
                cell.standing(),
                cell.counts(),
                cell.score(),
                cell.lowerQuartile(),
                cell.upperQuartile(),
                cell.standardised());
    }

    /** A unit of which the report by unit says nothing: nobody was there, or no unit is listed. */
    private static Cell unlisted(Report byUnit) {
        boolean isNobodyThere = !byUnit.cells().isEmpty()
                || byUnit.whole().standing() == Cell.Standing.SHOWN
                        && byUnit.whole().counts().equals(Counts.NOTHING);
        return new Cell(
                Map.of(),
                isNobodyThere ? Cell.Standing.SHOWN : Cell.Standing.SUPPRESSED,
                Counts.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The units of analysis that the report counts: those of regions that did not report are not among them. */
    Members members(Report report) {
        List<Stratifier> by = List.of(Stratifier.UNIT, Stratifier.REGION, Stratifier.YEAR);
        Set<String> unreported = report.coverage().stream()
                .filter(coverage -> !coverage.reported())
                .map(SubjectReport::key)
                .collect(Collectors.toSet());
        List<Found> found = Evaluation.members(indicator, question.dividedBy(by), cohort, chains);
        return new Members(found.stream()
                .filter(one -> unit.isEmpty() || unit.get().equals(one.strata().get(0)))
                .filter(one -> !unreported.contains(
                        one.strata().get(1) + "|" + one.strata().get(2)))
                .toList());
    }

    private static String key(Coverage coverage) {
        return coverage.region() + "|" + coverage.year();
    }
}
