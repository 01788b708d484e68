package health.kedja.bench;

import health.kedja.indicator.Cell;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.ColumnChains;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.definition.UnitOfAnalysis;
import health.kedja.pathway.Guideline;
import health.kedja.server.GuidelineFiles;
import health.kedja.server.IndicatorFiles;
import health.kedja.synthetic.Country;
import health.kedja.synthetic.SyntheticCohort;
import health.kedja.synthetic.SyntheticPopulation;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures the quality indicators over a synthetic population: five years, 2018 to 2022, with ten years before them
 * known. Arguments: the jar, which is not needed here; directory of a database; how many people are asked for in SQL
 * too (0 for none); sizes of the populations, smallest first.
 */
final class IndicatorBench {

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final LocalDate TO = LocalDate.of(2022, 12, 31);
    private static final int ROUNDS = 11;
    private static final List<Stratifier> THREE = List.of(Stratifier.REGION, Stratifier.SEX, Stratifier.AGE_GROUP);
    /** All at once would be more cells than a report may have; these are asked one beside the other. */
    private static final List<List<Stratifier>> ALL_STRATA = List.of(
            List.of(Stratifier.REGION, Stratifier.SEX, Stratifier.AGE_GROUP, Stratifier.YEAR),
            List.of(Stratifier.FRACTURE_SITE, Stratifier.EDUCATION, Stratifier.COUNTRY_OF_BIRTH, Stratifier.YEAR));

    private final Indicators indicators = IndicatorFiles.load();
    private final Guideline guideline =
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard();
    private ChainSource chains;
    private Cohort cohort;

    public static void main(String[] arguments) throws Exception {
        int inSql = Integer.parseInt(arguments[2]);
        for (String size : Arrays.asList(arguments).subList(3, arguments.length)) {
            int people = Integer.parseInt(size);
            new IndicatorBench().measure(people, people == inSql ? Path.of(arguments[1]) : null);
        }
    }

    private void measure(int people, Path database) throws Exception {
        SyntheticPopulation population = new SyntheticPopulation(people, 1, Country.SE);
        long start = System.nanoTime();
        cohort = SyntheticCohort.of(population);
        say(
                "== %,d people, %,d events; made in %.0f s",
                cohort.people(), cohort.events(), (System.nanoTime() - start) / 1e9);
        say(
                "heap: %,d MB with the cohort, at most %,d MB",
                heap(), Runtime.getRuntime().maxMemory() >> 20);
        Map<String, List<Long>> counted = one();
        each();
        chains();
        all();
        say("heap: %,d MB with the cohort and its chains", heap());
        if (database != null) {
            chains = null;
            inSql(population, database, counted);
        }
    }

    /** One indicator by region, sex and age group, in turn with the floor. */
    private Map<String, List<Long>> one() {
        Indicator indicator = indicators.find("SOS-07").orElseThrow();
        PlainScan plain = new PlainScan(cohort, FROM, TO, TO);
        Map<String, List<Long>> expected = plain.counts();
        for (int i = 0; i < 40; i++) {
            plain.counts();
            report(indicator, THREE);
        }
        Stopwatch floor = new Stopwatch();
        Stopwatch engine = new Stopwatch();
        // Of a small population more, because CPU time is told in steps of 10 ms.
        int rounds = (int) Math.min(300, Math.max(ROUNDS, 10_000_000 / cohort.people()));
        for (int i = 0; i < rounds; i++) {
            floor.round(plain::counts);
            engine.round(() -> report(indicator, THREE));
        }
        same("plain scan", expected, countsOf(report(indicator, THREE)));
        say(
                "SOS-07 by region, sex and age: %s; %,.0f patients a second of CPU",
                of(engine), cohort.people() / engine.cpu() * 1e3);
        say("the same, written by hand over the columns: %s", of(floor));
        say("ratio: %.2f of CPU, %.2f elapsed", engine.cpu() / floor.cpu(), engine.elapsed() / floor.elapsed());
        return expected;
    }

    private void each() {
        say("each indicator by region, sex and age; ms of CPU (mean of %d rounds):", ROUNDS);
        StringBuilder line = new StringBuilder();
        for (Indicator indicator : indicators.all()) {
            if (isOfChains(indicator)) {
                continue;
            }
            report(indicator, THREE);
            Stopwatch watch = new Stopwatch();
            for (int i = 0; i < ROUNDS; i++) {
                watch.round(() -> report(indicator, THREE));
            }
            line.append(String.format(Locale.ROOT, " %s %.1f", indicator.id(), watch.cpu()));
        }
        say(line.toString());
    }

    /** Chains not known yet, then known. */
    private void chains() {
        Indicator ofChains = indicators.find("CHAIN-treatment").orElseThrow();
        Stopwatch cold = new Stopwatch();
        chains = new ColumnChains(guideline, Map.of());
        cold.round(() -> report(ofChains, THREE));
        say("%s by region, sex and age, chains not known yet: %s", ofChains.id(), of(cold));
        Stopwatch warm = new Stopwatch();
        for (int i = 0; i < ROUNDS; i++) {
            warm.round(() -> report(ofChains, THREE));
        }
        say("the same, chains known: %s", of(warm));
        for (LocalDate from : List.of(FROM, TO.withDayOfYear(1))) {
            Stopwatch again = new Stopwatch();
            for (int i = 0; i < 5; i++) {
                chains = new ColumnChains(guideline, Map.of());
                again.round(() -> report(ofChains, THREE, from));
            }
            say("the same from %s, chains not known, code warm: %s", from, of(again));
        }
        chains = new ColumnChains(guideline, Map.of());
    }

    private void all() {
        for (List<Stratifier> by : ALL_STRATA) {
            Stopwatch watch = new Stopwatch();
            long cells = 0;
            allBy(by);
            for (int i = 0; i < 5; i++) {
                cells = watch.round(() -> allBy(by));
            }
            say(
                    "all %d by %s, those of chains by CHAIN_TYPE too, %,d cells: %s",
                    indicators.all().size(), by, cells, of(watch));
        }
    }

    private long allBy(List<Stratifier> by) {
        return indicators.all().stream()
                .map(indicator -> report(indicator, isOfChains(indicator) ? with(by, Stratifier.CHAIN_TYPE) : by))
                .mapToLong(report -> report.cells().size())
                .sum();
    }

    private static boolean isOfChains(Indicator indicator) {
        return indicator.population().unit() == UnitOfAnalysis.CHAIN;
    }

    private void inSql(SyntheticPopulation population, Path database, Map<String, List<Long>> expected)
            throws Exception {
        try (EventTable table = EventTable.of(population, database)) {
            say("PostgreSQL: %,d rows", table.rows());
            query(table, expected, "as the server has it");
            table.index();
            query(table, expected, "an index of its own");
        }
    }

    private static void query(EventTable table, Map<String, List<Long>> expected, String how) {
        same("SQL", expected, table.counts(FROM, TO, TO, 0));
        Stopwatch parallel = new Stopwatch();
        List<Double> cpu = new ArrayList<>();
        Stopwatch alone = new Stopwatch();
        for (int i = 0; i < 3; i++) {
            parallel.round(() -> table.counts(FROM, TO, TO, 2));
            double before = table.cpuSeconds();
            alone.round(() -> table.counts(FROM, TO, TO, 0));
            cpu.add((table.cpuSeconds() - before) * 1e3);
        }
        say(
                "SOS-07 by region, sex and age in SQL, %s: %,.0f ms elapsed with two helpers, %,.0f ms without, %,.0f ms of CPU",
                how,
                parallel.elapsed(),
                alone.elapsed(),
                cpu.stream().sorted().toList().get(1));
    }

    private Report report(Indicator indicator, List<Stratifier> by) {
        return report(indicator, by, FROM);
    }

    private Report report(Indicator indicator, List<Stratifier> by, LocalDate from) {
        Question question = new Question(from, TO, TO, by, Optional.empty(), Optional.empty(), 0);
        return Evaluation.of(indicator, question, cohort, chains);
    }

    private static List<Stratifier> with(List<Stratifier> some, Stratifier one) {
        List<Stratifier> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private static Map<String, List<Long>> countsOf(Report report) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (Cell cell : report.cells()) {
            if (cell.counts().denominator() > 0) {
                String stratum = THREE.stream()
                        .map(cell.stratum()::get)
                        .reduce((one, other) -> one + "/" + other)
                        .orElseThrow();
                counts.put(
                        stratum,
                        List.of(cell.counts().denominator(), cell.counts().numerator()));
            }
        }
        return counts;
    }

    private static void same(String what, Map<String, List<Long>> expected, Map<String, List<Long>> found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(what + " differs: " + expected + "\n" + found);
        }
        say(
                "%s: the same counts in all %d strata, %,d and %,d in all",
                what, found.size(), sum(found, 0), sum(found, 1));
    }

    private static long sum(Map<String, List<Long>> counts, int which) {
        return counts.values().stream().mapToLong(each -> each.get(which)).sum();
    }

    private static String of(Stopwatch watch) {
        return String.format(
                Locale.ROOT,
                "%,.1f ms of CPU, %,.1f ms elapsed (quickest %,.1f)",
                watch.cpu(),
                watch.elapsed(),
                watch.quickest());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    }
}
