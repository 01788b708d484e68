package health.kedja.indicator.scan;

import health.kedja.indicator.Counts;
import java.util.List;

/**
 * What was counted in one combination of strata.
 *
 * @param strata the code of each stratifier, in the order asked
 * @param sums as in {@link Counts}; the last two in 1/1024
 * @param valueCounts how often each value of a continuous variable occurred (days, or minutes); null when none did
 */
public record Leaf(List<String> strata, long[] sums, long[] valueCounts) {

    /** The counts of many leaves together. */
    public static Counts counts(List<Leaf> leaves) {
        long[] all = new long[8];
        for (Leaf leaf : leaves) {
            for (int i = 0; i < all.length; i++) {
                all[i] += leaf.sums[i];
            }
        }
        return new Counts(
                all[0],
                all[1],
                all[2],
                all[3],
                all[4],
                all[5],
                (double) all[6] / Amounts.PER_DAY,
                (double) all[7] / Amounts.PER_DAY);
    }
}
