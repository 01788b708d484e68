package health.kedja.pathway.density;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Change between scans, held against the error of measurement. */
final class Changes {

    /** Takes away the noise of binary fractions, so that 5.3 % is 5.3 %. */
    private static final double NOISE = 1e6;

    private final ChangeRules rules;

    Changes(ChangeRules rules) {
        this.rules = rules;
    }

    /** The change since the latest earlier scan that can be compared; of one day, that of the same scanner. */
    Change since(BoneDensity now, List<BoneDensity> all) {
        Optional<BoneDensity> previous = all.stream()
                .filter(before -> isComparable(before, now))
                .max(Comparator.comparing(BoneDensity::day)
                        .thenComparing(before -> isSameScanner(before, now))
                        .thenComparing(BoneDensity::resource));
        return previous.map(before -> between(before, now)).orElse(null);
    }

    private static boolean isComparable(BoneDensity before, BoneDensity now) {
        return before.day().isBefore(now.day())
                && !Standard.isRegionUnknown(now.region())
                && now.region().equals(before.region())
                && Objects.equals(now.laterality(), before.laterality())
                && !Double.isNaN(now.bmd())
                && !Double.isNaN(before.bmd())
                && (isSameScanner(before, now) || (now.formula() != null && before.formula() != null));
    }

    private static boolean isSameScanner(BoneDensity before, BoneDensity now) {
        return now.device() != null && now.device().equals(before.device());
    }

    private Change between(BoneDensity before, BoneDensity now) {
        boolean same = isSameScanner(before, now);
        double percent = same ? percent(before.bmd(), now.bmd()) : percent(before.standardised(), now.standardised());
        LeastSignificantChange least = rules.of(now.region()).orElse(null);
        boolean judged = least != null && (same || rules.judgeBetweenScanners());
        return new Change(
                before.day(),
                before.resource(),
                percent,
                same,
                least,
                judged ? least.percent().holds(Math.abs(percent)) : null);
    }

    private static double percent(double before, double now) {
        return Math.round(100 * (now - before) / before * NOISE) / NOISE;
    }
}
