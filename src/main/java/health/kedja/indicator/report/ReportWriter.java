package health.kedja.indicator.report;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Coverage;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.UnanswerableException;
import health.kedja.indicator.scan.Leaf;
import health.kedja.indicator.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes a report from what was counted. */
public final class ReportWriter {

    /** More cells than this are no report that anybody reads. */
    public static final int MOST_CELLS = 200_000;

    private static final Comparator<List<String>> ORDER = (one, other) -> {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final Indicator indicator;
    private final Question question;
    private final List<Stratifier> counted;
    private final List<Coverage> coverage;
    private final AgeStandard standard;
    private final Cells cells;

    /**
     * A writer.
     *
     * @param counted stratifiers of the leaves: {@link #stratifiers} of the same indicator and question
     * @param coverage what was reported
     */
    public ReportWriter(Indicator indicator, Question question, List<Stratifier> counted, List<Coverage> coverage) {
        this.indicator = indicator;
        this.question = question;
        this.counted = counted;
        this.coverage = coverage;
        this.cells = new Cells(indicator);
        this.standard = question.standard()
                .map(population -> new AgeStandard(indicator, population, counted.indexOf(Stratifier.AGE_GROUP)))
                .orElse(null);
    }

    /** By what must be counted to answer: what is asked, and what standardisation and coverage need. */
    public static List<Stratifier> stratifiers(Indicator indicator, Question question) {
        Set<Stratifier> all = new LinkedHashSet<>(question.by());
        if (question.standard().isPresent()) {
            all.add(Stratifier.AGE_GROUP);
        }
        if (!indicator.reportedData().isEmpty()) {
            all.add(Stratifier.REGION);
            all.add(Stratifier.YEAR);
        }
        return List.copyOf(all);
    }

    /** The report. */
    public Report write(List<Leaf> leaves) {
        Set<List<String>> unreported = unreported();
        List<Leaf> reported =
                leaves.stream().filter(leaf -> isReported(leaf, unreported)).toList();
        Map<List<String>, List<Leaf>> byCell = new TreeMap<>(ORDER);
        for (Leaf leaf : leaves) {
            List<Leaf> own = byCell.computeIfAbsent(key(leaf), unknown -> new ArrayList<>());
            if (isReported(leaf, unreported)) {
                own.add(leaf);
            }
        }
        silentRegions(byCell, unreported);
        if (byCell.size() > MOST_CELLS) {
            throw new UnanswerableException(
                    UnanswerableException.Part.STRATIFIERS,
                    "The report would have " + byCell.size() + " cells; the most is " + MOST_CELLS
                            + ". Ask by fewer stratifiers.");
        }
        Cell whole = cells.of(Map.of(), reported, standardised(Map.of(), reported, reported));
        List<Cell> all = new ArrayList<>();
        if (!question.by().isEmpty()) {
            byCell.forEach((key, own) -> all.add(cell(key, own, reported)));
        }
        List<Cell> shown = Suppression.shown(indicator.scoring(), question.suppressBelow(), whole, all);
        return new Report(indicator, question, shown.get(0), shown.subList(1, shown.size()), coverage);
    }

    private Cell cell(List<String> key, List<Leaf> own, List<Leaf> reported) {
        Map<Stratifier, String> stratum = new EnumMap<>(Stratifier.class);
        for (int i = 0; i < key.size(); i++) {
            stratum.put(question.by().get(i), key.get(i));
        }
        return own.isEmpty()
                ? Cells.without(stratum, Cell.Standing.NOT_REPORTED)
                : cells.of(stratum, own, standardised(stratum, own, reported));
    }

    private Optional<Estimate> standardised(Map<Stratifier, String> stratum, List<Leaf> own, List<Leaf> reported) {
        if (standard == null || stratum.containsKey(Stratifier.AGE_GROUP)) {
            return Optional.empty();
        }
        String year = stratum.get(Stratifier.YEAR);
        int yearAt = counted.indexOf(Stratifier.YEAR);
        List<Leaf> reference = year == null
                ? reported
                : reported.stream()
                        .filter(leaf -> leaf.strata().get(yearAt).equals(year))
                        .toList();
        return standard.of(own, reference);
    }

    private List<String> key(Leaf leaf) {
        return leaf.strata().subList(0, question.by().size());
    }

    /** Region and year of which anything that the indicator needs was not reported. */
    private Set<List<String>> unreported() {
        Set<List<String>> unreported = new HashSet<>();
        for (Coverage each : coverage) {
            if (!each.reported()) {
                unreported.add(List.of(each.region(), String.format("%04d", each.year())));
            }
        }
        return unreported;
    }

    private boolean isReported(Leaf leaf, Set<List<String>> unreported) {
        if (unreported.isEmpty()) {
            return true;
        }
        String region = leaf.strata().get(counted.indexOf(Stratifier.REGION));
        String year = leaf.strata().get(counted.indexOf(Stratifier.YEAR));
        return !unreported.contains(List.of(region, year));
    }

    /** Regions that did not report have no units of analysis, and are shown all the same. */
    private void silentRegions(Map<List<String>, List<Leaf>> byCell, Set<List<String>> unreported) {
        int regionAt = question.by().indexOf(Stratifier.REGION);
        if (regionAt < 0 || unreported.isEmpty()) {
            return;
        }
        int yearAt = question.by().indexOf(Stratifier.YEAR);
        Set<String> silent = new LinkedHashSet<>();
        unreported.forEach(regionAndYear -> silent.add(regionAndYear.get(0)));
        coverage.stream()
                .map(each -> List.of(each.region(), String.format("%04d", each.year())))
                .filter(regionAndYear -> yearAt < 0 && !unreported.contains(regionAndYear))
                .forEach(regionAndYear -> silent.remove(regionAndYear.get(0)));
        for (List<String> key : List.copyOf(byCell.keySet())) {
            for (String region : silent) {
                List<String> own = new ArrayList<>(key);
                own.set(regionAt, region);
                if (yearAt < 0 || unreported.contains(List.of(region, own.get(yearAt)))) {
                    byCell.computeIfAbsent(List.copyOf(own), unknown -> new ArrayList<>());
                }
            }
        }
    }
}
