package health.kedja.history;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that are kept for a second at the longest, or until they are said to be outdated. Safe to share between threads:
 * an answer that was read before it became outdated is not kept.
 *
 * @param <K> what is asked
 * @param <V> what is answered, never null
 */
public final class Kept<K, V> {

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 10_000;

    private volatile Answers<K, V> answers = new Answers<>();

    private static final class Answers<K, V> {

        private final long since = System.nanoTime();
        private final Map<K, V> known = new ConcurrentHashMap<>();

        private boolean isUsable() {
            return System.nanoTime() - since < LONGEST && known.size() < MOST;
        }
    }

    /** @param read gives the answer where none is kept */
    public V get(K question, Function<? super K, ? extends V> read) {
        Answers<K, V> now = usable();
        V known = now.known.get(question);
        if (known == null) {
            known = read.apply(question);
            now.known.put(question, known);
        }
        return known;
    }

    /** @param read gives the answers to those for which none is kept, to each of them one; not called where all are */
    public Map<K, V> get(Collection<K> questions, Function<Set<K>, Map<K, V>> read) {
        Answers<K, V> now = usable();
        Map<K, V> all = new LinkedHashMap<>();
        Set<K> unknown = new LinkedHashSet<>();
        for (K question : questions) {
            V known = now.known.get(question);
            if (known == null) {
                unknown.add(question);
            } else {
                all.put(question, known);
            }
        }
        if (!unknown.isEmpty()) {
            Map<K, V> found = read.apply(unknown);
            now.known.putAll(found);
            all.putAll(found);
        }
        return all;
    }

    private Answers<K, V> usable() {
        Answers<K, V> now = answers;
        if (!now.isUsable()) {
            now = new Answers<>();
            answers = now;
        }
        return now;
    }

    /** What is kept is outdated. Called after what outdates it is committed. */
    public void forget() {
        answers = new Answers<>();
    }
}
