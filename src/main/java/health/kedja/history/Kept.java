package health.kedja.history;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that are kept for a second at the longest, or until they are said to be outdated. Safe to share between threads:
 * an answer that was read before it became outdated is not kept.
 */
final class Kept<K, V> {

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 10_000;

    private final Function<K, V> read;
    private volatile Answers<K, V> answers = new Answers<>();

    private static final class Answers<K, V> {

        private final long since = System.nanoTime();
        private final Map<K, V> known = new ConcurrentHashMap<>();

        private boolean isUsable() {
            return System.nanoTime() - since < LONGEST && known.size() < MOST;
        }
    }

    /** @param read gives an answer anew, never null */
    Kept(Function<K, V> read) {
        this.read = read;
    }

    V get(K question) {
        Answers<K, V> now = answers;
        if (!now.isUsable()) {
            now = new Answers<>();
            answers = now;
        }
        V known = now.known.get(question);
        if (known == null) {
            known = read.apply(question);
            now.known.put(question, known);
        }
        return known;
    }

    void forget() {
        answers = new Answers<>();
    }
}
