package health.kedja.indicator.comparison;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Cell.Standing;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.report.Scores;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.indicator.statistics.Method;
import health.kedja.indicator.statistics.PoissonRate;
import health.kedja.indicator.statistics.Wilson;
import health.kedja.server.IndicatorFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes reports by hand. */
final class Reports {

    static final Indicators ALL = IndicatorFiles.load();

    private final Indicator indicator;
    private final List<Stratifier> by;
    private final List<Cell> cells = new ArrayList<>();
    private int year = 2021;

    private Reports(String id, Stratifier... by) {
        indicator = ALL.find(id).orElseThrow();
        this.by = List.of(by);
    }

    static Reports of(String id, Stratifier... by) {
        return new Reports(id, by);
    }

    Reports of(int calendarYear) {
        year = calendarYear;
        return this;
    }

    /** A cell with k of n, or with k events in n person-days. */
    Reports cell(long k, long n, String... stratum) {
        return cell(Standing.SHOWN, k, n, Optional.empty(), stratum);
    }

    Reports standardised(double result, long k, long n, String... stratum) {
        Estimate estimate = new Estimate(result, result / 2, result * 1.1, Method.WILSON_EFFECTIVE);
        return cell(Standing.SHOWN, k, n, Optional.of(estimate), stratum);
    }

    Reports suppressed(String... stratum) {
        return cell(Standing.SUPPRESSED, 0, 0, Optional.empty(), stratum);
    }

    /** A suppressed cell that carries its numbers all the same, which no report writer makes. */
    Reports leaking(long k, long n, String... stratum) {
        return cell(Standing.SUPPRESSED, k, n, Optional.empty(), stratum);
    }

    Reports notReported(String... stratum) {
        return cell(Standing.NOT_REPORTED, 0, 0, Optional.empty(), stratum);
    }

    private Reports cell(Standing standing, long k, long n, Optional<Estimate> standardised, String... stratum) {
        Map<Stratifier, String> strata = new EnumMap<>(Stratifier.class);
        for (int i = 0; i < stratum.length; i++) {
            strata.put(by.get(i), stratum[i]);
        }
        cells.add(cell(strata, standing, k, n, standardised));
        return this;
    }

    private Cell cell(
            Map<Stratifier, String> strata, Standing standing, long k, long n, Optional<Estimate> standardised) {
        boolean rate = indicator.scoring() == Scoring.RATE;
        Counts counts = rate ? new Counts(n, 0, 0, n, k, n, 0, 0) : new Counts(n, 0, 0, n, k, 0, 0, 0);
        Optional<Estimate> score = n == 0
                ? Optional.empty()
                : Optional.of(
                        rate ? PoissonRate.exact(k, Scores.personYears(counts), Scores.PER) : Wilson.interval(k, n));
        return new Cell(strata, standing, counts, score, Optional.empty(), Optional.empty(), standardised);
    }

    Report report() {
        Question question = new Question(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                LocalDate.of(year + 3, 12, 31),
                by,
                Optional.empty(),
                Optional.empty(),
                5);
        Cell whole = by.isEmpty() ? cells.get(0) : cell(Map.of(), Standing.SHOWN, 60, 100, Optional.empty());
        return new Report(indicator, question, whole, by.isEmpty() ? List.of() : cells, List.of());
    }

    Comparison compared() {
        return Comparison.of(report());
    }
}
