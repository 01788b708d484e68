package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Supplies of one drug that follow each other closely enough to be one course, and the days that they cover. */
final class SupplyRun {

    private final Regimen regimen;
    private final LocalDate start;
    private final List<Supply> supplies = new ArrayList<>();
    /** First day after each of the supplies, as it was taken. */
    private final List<LocalDate> ends = new ArrayList<>();

    private final BitSet supplied = new BitSet();
    private final BitSet stated = new BitSet();
    private LocalDate stockEnd;
    private LocalDate uncoveredFrom;

    private SupplyRun(Regimen regimen, Supply first) {
        this.regimen = regimen;
        this.start = first.day();
        this.stockEnd = start;
        this.uncoveredFrom = start;
        add(first);
    }

    /** The runs of a drug; a supply after more than the regimen's {@code stop-after-days} uncovered days begins one. */
    static List<SupplyRun> of(Regimen regimen, List<Supply> inOrder) {
        List<SupplyRun> runs = new ArrayList<>();
        for (Supply supply : inOrder) {
            SupplyRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || supply.day().isAfter(last.uncoveredFrom.plusDays(regimen.stopAfterDays()))) {
                runs.add(new SupplyRun(regimen, supply));
            } else {
                last.add(supply);
            }
        }
        return runs;
    }

    private void add(Supply supply) {
        LocalDate first = supply.day();
        if (supply.addsUp() && stockEnd.isAfter(first)) {
            LocalDate most = first.plusDays(regimen.carryOverDays());
            first = stockEnd.isAfter(most) ? most : stockEnd;
        }
        LocalDate end = first.plusDays(supply.days());
        (supply.stated() ? stated : supplied).set(index(first), index(end));
        if (!supply.stated()) {
            stockEnd = later(stockEnd, end);
        }
        supplies.add(supply);
        ends.add(end);
        uncoveredFrom = later(uncoveredFrom, end);
    }

    Regimen regimen() {
        return regimen;
    }

    LocalDate start() {
        return start;
    }

    /** First day after all that was supplied. */
    LocalDate uncoveredFrom() {
        return uncoveredFrom;
    }

    /** The last day on which something was supplied or stated. */
    LocalDate lastSupply() {
        LocalDate last = start;
        for (Supply supply : supplies) {
            last = later(last, supply.stated() ? supply.until().minusDays(1) : supply.day());
        }
        return last;
    }

    /** The day of the last dispensing or dose, or null when the drug is only stated. */
    LocalDate lastDose() {
        LocalDate last = null;
        for (Supply supply : supplies) {
            last = supply.stated() ? last : supply.day();
        }
        return last;
    }

    /** Whether a day, or one of the days before it, is covered. */
    boolean covers(LocalDate day, int graceDays) {
        if (day.isBefore(start)) {
            return false;
        }
        int last = covered().previousSetBit(index(day));
        return last >= 0 && index(day) - last <= graceDays;
    }

    /** How much of the period is covered; it must lie within the course. */
    Adherence adherence(LocalDate first, LocalDate last, boolean capped) {
        int from = index(first);
        int until = index(last) + 1;
        BitSet onlyStated = stated.get(from, until);
        onlyStated.andNot(supplied.get(from, until));
        int days = onlyStated.cardinality();
        LocalDate left = first;
        for (int i = 0; i < supplies.size(); i++) {
            Supply supply = supplies.get(i);
            if (!supply.stated() && supply.day().isBefore(first)) {
                left = later(left, ends.get(i));
            } else if (!supply.stated() && !supply.day().isAfter(last)) {
                days += supply.days();
            }
        }
        days += index(left) - from;
        return new Adherence(until - from, covered().get(from, until).cardinality(), days, capped);
    }

    /**
     * Sets a bit for each day that is covered.
     *
     * @param origin the day of bit 0; not after the first supply
     * @param last the last day that counts; not before the first supply
     */
    void addCoveredDays(BitSet days, LocalDate origin, LocalDate last) {
        int offset = Math.toIntExact(start.toEpochDay() - origin.toEpochDay());
        covered().get(0, index(last) + 1).stream().forEach(day -> days.set(offset + day));
    }

    /** Stretches of more than so many uncovered days. */
    List<TreatmentGap> gaps(LocalDate last, int moreThanDays) {
        BitSet covered = covered();
        int until = index(last) + 1;
        List<TreatmentGap> gaps = new ArrayList<>();
        for (int gap = covered.nextClearBit(0); gap < until; ) {
            int next = covered.nextSetBit(gap);
            int end = next < 0 || next > until ? until : next;
            if (end - gap > moreThanDays) {
                gaps.add(new TreatmentGap(start.plusDays(gap), start.plusDays(end - 1L)));
            }
            gap = covered.nextClearBit(end);
        }
        return gaps;
    }

    private BitSet covered() {
        BitSet covered = (BitSet) supplied.clone();
        covered.or(stated);
        return covered;
    }

    private int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - start.toEpochDay());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }
}
