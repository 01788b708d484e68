package health.kedja.pathway;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The guidelines that a server has loaded. */
public final class Guidelines {

    private static final Comparator<Guideline> ORDER =
            Comparator.comparing(Guideline::id).thenComparing(Guideline::version, Guidelines::compareVersions);

    private final List<Guideline> all;
    private final Guideline standard;

    /**
     * A set with a default.
     *
     * @param guidelines no two of the same id and version
     * @param defaultId what {@link #find} accepts
     * @throws IllegalArgumentException if two are the same or the default is not among them
     */
    public Guidelines(Collection<Guideline> guidelines, String defaultId) {
        all = guidelines.stream().sorted(ORDER).toList();
        for (int i = 1; i < all.size(); i++) {
            if (ORDER.compare(all.get(i - 1), all.get(i)) == 0) {
                throw new IllegalArgumentException("Two guidelines are "
                        + all.get(i).id() + " version " + all.get(i).version());
            }
        }
        standard = find(defaultId)
                .orElseThrow(
                        () -> new IllegalArgumentException("The default guideline '" + defaultId + "' is not among "
                                + all.stream().map(Guideline::id).distinct().toList()));
    }

    /** All of them, by id and version. */
    public List<Guideline> all() {
        return all;
    }

    /** The one used when none is asked for. */
    public Guideline standard() {
        return standard;
    }

    /**
     * Finds a guideline; without version, the newest.
     *
     * @param name id, canonical URL, or either followed by {@code |version}
     */
    public Optional<Guideline> find(String name) {
        int bar = name.indexOf('|');
        String version = bar < 0 ? null : name.substring(bar + 1);
        String idOrCanonical = bar < 0 ? name : name.substring(0, bar);
        return all.stream()
                .filter(guideline -> guideline.id().equals(idOrCanonical)
                        || guideline.canonical().equals(idOrCanonical))
                .filter(guideline -> version == null || guideline.version().equals(version))
                .reduce((older, newer) -> newer);
    }

    private static int compareVersions(String one, String other) {
        String[] a = one.split("\\.");
        String[] b = other.split("\\.");
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int order = Long.compare(i < a.length ? Long.parseLong(a[i]) : 0, i < b.length ? Long.parseLong(b[i]) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
