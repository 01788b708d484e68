package health.kedja.synthetic;

import health.kedja.indicator.Cell;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.ColumnChains;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.server.GuidelineFiles;
import health.kedja.server.IndicatorFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Asks the engine about a synthetic population and compares every cell with what the generator knows. */
final class TruthComparison {

    private static final List<Stratifier> BY =
            List.of(Stratifier.REGION, Stratifier.SEX, Stratifier.AGE_GROUP, Stratifier.YEAR);
    private static final Indicators ALL = IndicatorFiles.load();

    /**
     * One indicator of one year.
     *
     * @param cells cells that were compared, the whole included
     * @param unequal what differs, in words; empty when nothing does
     */
    record Outcome(String indicator, int year, int cells, List<String> unequal) {}

    private final SyntheticPopulation population;
    private final LocalDate endOfData;
    private final Cohort cohort;
    private final ChainSource chains = new ColumnChains(
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard(), Map.of());

    TruthComparison(SyntheticPopulation population, LocalDate endOfData) {
        this.population = population;
        this.endOfData = endOfData;
        this.cohort = SyntheticCohort.of(population);
    }

    /** Every indicator in every year. */
    List<Outcome> outcomes(int... years) {
        SortedMap<Integer, Map<String, TrueCounts>> truth = truth(years);
        List<Outcome> outcomes = new ArrayList<>();
        for (int year : years) {
            for (String id : Truth.INDICATORS) {
                outcomes.add(compare(
                        ALL.find(id).orElseThrow(), year, truth.get(year).get(id)));
            }
        }
        return outcomes;
    }

    /** Chains of a year by region and site, as the engine finds them. */
    Map<List<String>, Long> chains(int year) {
        List<Stratifier> by = List.of(Stratifier.REGION, Stratifier.FRACTURE_SITE);
        Map<List<String>, Long> found = new HashMap<>();
        Evaluation.of(ALL.find("CHAIN-identification").orElseThrow(), question(year, by), cohort, chains)
                .cells()
                .forEach(cell -> found.put(
                        by.stream().map(cell.stratum()::get).toList(),
                        cell.counts().initialPopulation()));
        return found;
    }

    /** The same in truth. */
    Map<List<String>, Long> trueChains(int year) {
        Truth.Asked asked = Truth.Asked.ofYear(year, endOfData);
        Map<List<String>, Long> chains = new HashMap<>();
        population.stream()
                .map(person -> new Known(person, asked, new Tally()))
                .forEach(known -> TrueChain.of(known).stream()
                        .filter(chain -> asked.has(chain.day()))
                        .forEach(chain ->
                                chains.merge(List.of(known.home(chain.day()).region(), chain.site()), 1L, Long::sum)));
        return chains;
    }

    private Question question(int year, List<Stratifier> by) {
        return new Question(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                endOfData,
                by,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private SortedMap<Integer, Map<String, TrueCounts>> truth(int... years) {
        SortedMap<Integer, Tally> tallies = population.stream()
                .parallel()
                .collect(
                        () -> {
                            SortedMap<Integer, Tally> empty = new TreeMap<>();
                            IntStream.of(years).forEach(year -> empty.put(year, new Tally()));
                            return empty;
                        },
                        (sum, person) -> sum.forEach(
                                (year, tally) -> Truth.add(person, Truth.Asked.ofYear(year, endOfData), tally)),
                        (sum, other) -> sum.forEach((year, tally) -> tally.addAll(other.get(year))));
        SortedMap<Integer, Map<String, TrueCounts>> truth = new TreeMap<>();
        tallies.forEach((year, tally) -> truth.put(year, tally.result()));
        return truth;
    }

    private Outcome compare(Indicator indicator, int year, TrueCounts truth) {
        Report report = Evaluation.of(indicator, question(year, BY), cohort, chains);
        List<String> unequal = new ArrayList<>();
        Set<List<String>> left = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        truth.cells().keySet().forEach(stratum -> left.add(key(stratum, indicator)));
        for (Cell cell : report.cells()) {
            List<String> key = BY.stream().map(cell.stratum()::get).toList();
            boolean silent = truth.notReported().contains(key.get(0));
            if (silent != (cell.standing() == Cell.Standing.NOT_REPORTED)) {
                unequal.add(key + " is " + cell.standing() + (silent ? ", and did not report" : ", and reported"));
            } else if (!silent) {
                compare(
                        key.toString(),
                        cell,
                        truth,
                        stratum -> key(stratum, indicator).equals(key),
                        unequal);
            }
            left.remove(key);
        }
        left.stream()
                .filter(key -> !truth.notReported().contains(key.get(0)))
                .forEach(key -> unequal.add(key + " is missing"));
        compare("whole", report.whole(), truth, stratum -> !truth.notReported().contains(stratum.region()), unequal);
        return new Outcome(indicator.id(), year, report.cells().size() + 1, unequal);
    }

    private static void compare(
            String name, Cell cell, TrueCounts truth, Predicate<TrueCounts.Stratum> choice, List<String> unequal) {
        Counts counts = truth.sum(choice);
        if (!counts.equals(cell.counts())) {
            unequal.add(name + " is " + cell.counts() + ", in truth " + counts);
        }
        int[] values = truth.values(choice);
        if (values.length > 0) {
            compare(name + " lower quartile", cell.lowerQuartile(), quantile(values, 1), unequal);
            compare(name + " median", cell.score(), quantile(values, 2), unequal);
            compare(name + " upper quartile", cell.upperQuartile(), quantile(values, 3), unequal);
        }
    }

    private static void compare(String name, Optional<Estimate> engine, double truth, List<String> unequal) {
        if (engine.isEmpty() || Math.abs(engine.get().value() - truth) > 1e-9) {
            unequal.add(name + " is " + engine.map(Estimate::value) + ", in truth " + truth);
        }
    }

    /** A quarter, two or three of the way from the least to the greatest, between neighbours in proportion. */
    private static double quantile(int[] rising, int quarters) {
        int fourths = quarters * (rising.length - 1);
        int low = rising[fourths / 4];
        return fourths % 4 == 0 ? low : low + (rising[fourths / 4 + 1] - low) * (fourths % 4) / 4.0;
    }

    /** The stratum in the words of the engine: age groups are those of the indicator. */
    private static List<String> key(TrueCounts.Stratum stratum, Indicator indicator) {
        List<Integer> bands = indicator.ageBands();
        int band = 0;
        while (band + 1 < bands.size() && bands.get(band + 1) <= stratum.ageFrom()) {
            band++;
        }
        String age =
                band + 1 == bands.size() ? bands.get(band) + "+" : bands.get(band) + "-" + (bands.get(band + 1) - 1);
        return List.of(stratum.region(), stratum.sex(), age, String.valueOf(stratum.year()));
    }
}
