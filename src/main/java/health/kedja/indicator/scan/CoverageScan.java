package health.kedja.indicator.scan;

import health.kedja.indicator.Coverage;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.definition.ReportedData;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * In which months a region reported anything of a kind of data. The region is where the patient lived on the day of the
 * event. The kinds of events that an indicator counts are listed too, by {@link ReportedMonths}.
 */
public final class CoverageScan {

    private static final double UNLIKELY = 0.025;
    private static final String ABROAD = "abroad";

    private final Question question;
    private final Cohort cohort;
    private final Words words;
    private final Compiler compiler;
    private final CodeSet abroad;
    private final Span span;
    private final int firstMonth;

    private CoverageScan(Indicator indicator, Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        words = new Words(cohort.dictionary());
        compiler = new Compiler(words, indicator.codeLists());
        abroad = words.exactly(List.of(ABROAD));
        span = Span.of(question);
        firstMonth = Days.month(span.first());
    }

    /** The coverage of each kind of data that the indicator needs, by region and year; in that order. */
    public static List<Coverage> of(Indicator indicator, Question question, Cohort cohort) {
        CoverageScan scan = new CoverageScan(indicator, question, cohort);
        BitSet regions = scan.regions();
        List<Coverage> coverage = new ArrayList<>();
        for (ReportedData data : indicator.reportedData()) {
            BitSet[] months = scan.months(scan.compiler.events(data.shownBy()));
            BitSet[] expected =
                    data.expectedBy().isEmpty() ? null : scan.months(scan.compiler.events(data.expectedBy()));
            regions.stream().forEach(region -> {
                BitSet asked = expected == null ? scan.everyMonth() : some(expected[region]);
                scan.years(data, region, some(months[region]), asked, coverage);
            });
        }
        ReportedMonths.add(indicator, regions, scan.words, scan.span, cohort, coverage);
        coverage.sort(Comparator.comparing(Coverage::region)
                .thenComparing(Coverage::year)
                .thenComparing(Coverage::source));
        return coverage;
    }

    private static BitSet some(BitSet months) {
        return months == null ? new BitSet() : months;
    }

    private BitSet everyMonth() {
        BitSet every = new BitSet();
        every.set(0, Days.month(span.last()) - firstMonth + 1);
        return every;
    }

    private void years(ReportedData data, int region, BitSet months, BitSet expected, List<Coverage> coverage) {
        int lastMonth = Days.month(span.last());
        for (int year = firstMonth / 12; year <= lastMonth / 12; year++) {
            int from = Math.max(firstMonth, year * 12);
            int to = Math.min(lastMonth, year * 12 + 11);
            int with = months.get(from - firstMonth, to - firstMonth + 1).cardinality();
            int outOf = expected.get(from - firstMonth, to - firstMonth + 1).cardinality();
            boolean enough = with > 0 && with >= data.minimumMonthShare() * outOf;
            boolean certain = outOf > 0 && !canBeChance(data, with, outOf, enough);
            coverage.add(new Coverage(words.word(region), year, data.name(), with, outOf, enough || !certain, certain));
        }
    }

    /** Whether a region of the other sort might show the same. */
    private static boolean canBeChance(ReportedData data, int with, int outOf, boolean enough) {
        double mistaken = data.mistakenMonths().orElse(0);
        if (mistaken == 0) {
            return false;
        }
        BinomialDistribution byMistake = BinomialDistribution.of(outOf, mistaken);
        int mistakes = enough ? with : outOf - with;
        return byMistake.survivalProbability(mistakes - 1) > UNLIKELY;
    }

    /** Every region in which anybody is stated to have lived. */
    private BitSet regions() {
        BitSet regions = ReportedMonths.regions(cohort);
        regions.clear(words.numberOf(ABROAD));
        regions.clear(0);
        return regions;
    }

    private BitSet[] months(EventMatch[] shownBy) {
        return cohort.parts().parallelStream()
                .map(part -> monthsOf(part, shownBy))
                .reduce(CoverageScan::bothMonths)
                .orElseGet(() -> new BitSet[words.size()]);
    }

    private BitSet[] monthsOf(Part part, EventMatch[] shownBy) {
        BitSet[] months = new BitSet[words.size()];
        long wanted = 0;
        for (EventMatch match : shownBy) {
            wanted |= match.kinds;
        }
        Person person = new Person(Math.toIntExact(question.asOf().toEpochDay()), abroad);
        person.in(part, null);
        for (int i = 0; i < part.people(); i++) {
            if ((part.kinds()[i] & wanted) != 0) {
                person.moveTo(i);
                months(person, shownBy, months);
            }
        }
        return months;
    }

    private void months(Person person, EventMatch[] shownBy, BitSet[] months) {
        for (int e = person.first; e < person.end && person.day[e] <= span.last(); e++) {
            if (person.day[e] < span.first()) {
                continue;
            }
            for (EventMatch match : shownBy) {
                if (match.fits(person, e)) {
                    int residence = person.residenceOn(person.day[e]);
                    int region = residence < 0 ? 0 : person.code[residence];
                    if (region < months.length) {
                        months[region] = months[region] == null ? new BitSet() : months[region];
                        months[region].set(Days.month(person.day[e]) - firstMonth);
                    }
                    break;
                }
            }
        }
    }

    private static BitSet[] bothMonths(BitSet[] one, BitSet[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] == null) {
                one[i] = other[i];
            } else if (other[i] != null) {
                one[i].or(other[i]);
            }
        }
        return one;
    }
}
