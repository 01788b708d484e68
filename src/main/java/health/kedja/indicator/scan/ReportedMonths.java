package health.kedja.indicator.scan;

import health.kedja.indicator.Coverage;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.EventTest;
import health.kedja.indicator.definition.UnitOfAnalysis;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * In which months a region had any event of a kind, by the residence on the day. Worked out once for each part and kept
 * for as long as the part is. No rule of the definition holds for these: they leave nobody out. Only months that are over
 * on the last day of data count.
 */
final class ReportedMonths {

    private static final Kind[] KINDS = Kind.values();
    private static final byte RESIDENCE = (byte) Kind.RESIDENCE.ordinal();
    /** Known of a person, or the period for which something else holds. */
    private static final Set<Kind> NO_REPORTS =
            EnumSet.of(Kind.BIRTH, Kind.DEATH, Kind.SEX, Kind.COUNTRY_OF_BIRTH, Kind.RESIDENCE, Kind.EDUCATION);

    private static final Map<Part, ReportedMonths> KEPT = Collections.synchronizedMap(new WeakHashMap<>());

    /** January 1900; earlier events count as of then, and nobody asks for them. */
    private static final int ORIGIN = 1900 * 12;

    /** Months since {@link #ORIGIN} by kind, by the number of the region. */
    private final Map<Character, BitSet[]> months = new HashMap<>();

    private ReportedMonths(Part part) {
        for (int person = 0; person < part.people(); person++) {
            int first = part.firstEvent()[person];
            int end = part.firstEvent()[person + 1];
            int[] stays = residences(part, first, end);
            for (int e = first; e < end; e++) {
                int day = part.day()[e];
                if (part.kind()[e] == RESIDENCE) {
                    bits(part.code()[e], RESIDENCE).set(0);
                } else if (day != Part.UNKNOWN) {
                    bits(regionOn(part, stays, day), part.kind()[e]).set(Math.max(0, Days.month(day) - ORIGIN));
                }
            }
        }
    }

    private static int[] residences(Part part, int first, int end) {
        int found = 0;
        for (int e = first; e < end; e++) {
            found += part.kind()[e] == RESIDENCE ? 1 : 0;
        }
        int[] residences = new int[found];
        for (int e = end - 1; e >= first; e--) {
            if (part.kind()[e] == RESIDENCE) {
                residences[--found] = e;
            }
        }
        return residences;
    }

    private static char regionOn(Part part, int[] residences, int day) {
        for (int i = residences.length - 1; i >= 0; i--) {
            int last = part.lastDay()[residences[i]];
            if (part.day()[residences[i]] <= day && (last == Part.UNKNOWN || last >= day)) {
                return part.code()[residences[i]];
            }
        }
        return 0;
    }

    private BitSet bits(char region, byte kind) {
        BitSet[] ofRegion = months.computeIfAbsent(region, unknown -> new BitSet[KINDS.length]);
        if (ofRegion[kind] == null) {
            ofRegion[kind] = new BitSet();
        }
        return ofRegion[kind];
    }

    /** Numbers of all regions in which anybody is stated to have lived. */
    static BitSet regions(Cohort cohort) {
        BitSet regions = new BitSet();
        for (ReportedMonths part : of(cohort)) {
            part.months.forEach((region, kinds) -> {
                if (kinds[RESIDENCE] != null) {
                    regions.set(region);
                }
            });
        }
        return regions;
    }

    private static List<ReportedMonths> of(Cohort cohort) {
        return cohort.parts().parallelStream().map(ReportedMonths::of).toList();
    }

    /** Two threads may work out the same part at once; one of the two equal answers is kept. */
    private static ReportedMonths of(Part part) {
        ReportedMonths known = KEPT.get(part);
        if (known == null) {
            known = new ReportedMonths(part);
            KEPT.put(part, known);
        }
        return known;
    }

    /** Adds the months of each kind of event that an indicator counts. */
    static void add(
            Indicator indicator, BitSet regions, Words words, Span span, Cohort cohort, List<Coverage> coverage) {
        List<ReportedMonths> parts = of(cohort);
        int first = Days.month(span.first());
        // The day after the last: a month that is not over is not held against anybody.
        int last = Days.month(span.last() + 1) - 1;
        for (Kind kind : kinds(indicator)) {
            regions.stream().forEach(region -> {
                BitSet all = new BitSet();
                for (ReportedMonths part : parts) {
                    BitSet[] own = part.months.get((char) region);
                    if (own != null && own[kind.ordinal()] != null) {
                        all.or(own[kind.ordinal()]);
                    }
                }
                for (int year = first / 12; year <= Math.max(first, last) / 12; year++) {
                    int from = Math.max(first, year * 12);
                    int outOf = Math.max(0, Math.min(last, year * 12 + 11) + 1 - from);
                    int with = all.get(Math.max(0, from - ORIGIN), Math.max(0, from - ORIGIN + outOf))
                            .cardinality();
                    coverage.add(new Coverage(
                            words.word(region), year, kind.token(), with, outOf, true, outOf > 0 && with == outOf));
                }
            });
        }
    }

    /** The kinds of events of which somebody must have reported something if the indicator is to be anything. */
    private static Set<Kind> kinds(Indicator indicator) {
        List<EventTest> tests = new ArrayList<>(indicator.population().alsoIndex());
        indicator.population().index().ifPresent(tests::add);
        List<Criterion> criteria = new ArrayList<>();
        indicator.outcome().ifPresent(outcome -> {
            criteria.addAll(outcome.allOf());
            criteria.addAll(outcome.noneOf());
            outcome.countedEvents().ifPresent(tests::add);
        });
        indicator.quantity().ifPresent(quantity -> {
            quantity.until().ifPresent(criteria::add);
            tests.addAll(quantity.of());
        });
        indicator.denominatorQuantity().ifPresent(quantity -> tests.addAll(quantity.of()));
        criteria.forEach(criterion -> tests.addAll(criterion.anyOf()));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        tests.forEach(test -> kinds.addAll(test.kinds()));
        if (indicator.population().unit() == UnitOfAnalysis.CHAIN) {
            kinds.add(Kind.FRACTURE);
        }
        if (indicator.population().unit() == UnitOfAnalysis.STAY) {
            kinds.add(Kind.CARE_HOME_STAY);
        }
        kinds.removeAll(NO_REPORTS);
        return kinds;
    }
}
