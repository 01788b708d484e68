package health.kedja.pathway.density;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lumbar vertebrae of one scan: which count (Danish Bone Society, DXA in adults: a vertebra is left out when it is
 * clearly abnormal or its T-score differs too much from a neighbour's; two or more are needed).
 *
 * <p>Of two neighbours that differ, the rule does not say which to leave out. Kedja leaves out the one farther from the
 * mean of all the others that are left (of two equally far, the one with the higher T-score, because wear and fractures raise
 * it), and then looks again. Vertebrae on either side of one that was left out are not neighbours.
 *
 * @param day day of the scan
 * @param used those that count, from above
 * @param abnormal those left out because they are clearly abnormal, from above
 * @param differing those left out because they differ from a neighbour, from above
 * @param usable whether enough are left
 * @param tScore mean of those that count, not weighted by their areas and so only close to what the scanner would give
 *     for them; NaN when not usable
 */
public record LumbarVertebrae(
        LocalDate day,
        List<Vertebra> used,
        List<Vertebra> abnormal,
        List<Vertebra> differing,
        boolean usable,
        double tScore) {

    private static final Comparator<Vertebra> FROM_ABOVE = Comparator.comparingInt(Vertebra::number);
    /** 1.0 is not above 1.0 because of a binary fraction. */
    private static final double NOISE = 1e-9;

    public LumbarVertebrae {
        used = List.copyOf(used);
        abnormal = List.copyOf(abnormal);
        differing = List.copyOf(differing);
    }

    /** Chooses among the vertebrae of one scan. */
    public static LumbarVertebrae choose(LocalDate day, Collection<Vertebra> measured, VertebraRules rules) {
        List<Vertebra> left = new ArrayList<>(measured);
        left.sort(FROM_ABOVE);
        List<Vertebra> abnormal =
                left.stream().filter(Vertebra::clearlyAbnormal).toList();
        left.removeAll(abnormal);
        List<Vertebra> differing = new ArrayList<>();
        Vertebra odd = odd(left, rules.differenceAbove());
        while (odd != null) {
            left.remove(odd);
            differing.add(odd);
            odd = odd(left, rules.differenceAbove());
        }
        differing.sort(FROM_ABOVE);
        boolean usable = left.size() >= rules.atLeast();
        return new LumbarVertebrae(
                day,
                left,
                abnormal,
                differing,
                usable,
                usable ? left.stream().mapToDouble(Vertebra::tScore).average().orElseThrow() : Double.NaN);
    }

    /**
     * The vertebrae of every scan, by day; of two T-scores of one vertebra on one day the lower.
     *
     * @param abnormal regions of vertebrae that are clearly abnormal
     */
    public static List<LumbarVertebrae> of(Collection<Event> events, Set<String> abnormal, VertebraRules rules) {
        Map<LocalDate, Map<String, Vertebra>> scans = new TreeMap<>();
        for (Event event : events) {
            if (event.kind() == Kind.T_SCORE
                    && event.hasValue()
                    && event.day() != null
                    && Vertebra.is(event.qualifier())) {
                Vertebra vertebra = new Vertebra(
                        event.qualifier(), event.value(), abnormal.contains(event.qualifier()), event.source());
                scans.computeIfAbsent(event.day(), day -> new TreeMap<>())
                        .merge(
                                vertebra.region(),
                                vertebra,
                                (one, other) -> one.tScore() <= other.tScore() ? one : other);
            }
        }
        return scans.entrySet().stream()
                .map(scan -> choose(scan.getKey(), scan.getValue().values(), rules))
                .toList();
    }

    /** The vertebra to leave out next, or null. */
    private static Vertebra odd(List<Vertebra> left, double differenceAbove) {
        return left.stream()
                .filter(one -> left.stream()
                        .anyMatch(other -> Math.abs(one.number() - other.number()) == 1
                                && Math.abs(one.tScore() - other.tScore()) > differenceAbove + NOISE))
                .max(Comparator.<Vertebra>comparingDouble(one -> rounded(distance(one, left)))
                        .thenComparingDouble(Vertebra::tScore))
                .orElse(null);
    }

    private static double distance(Vertebra one, List<Vertebra> left) {
        double others = left.stream()
                .filter(other -> other != one)
                .mapToDouble(Vertebra::tScore)
                .average()
                .orElse(one.tScore());
        return Math.abs(one.tScore() - others);
    }

    private static double rounded(double value) {
        return Math.round(value / NOISE) * NOISE;
    }
}
