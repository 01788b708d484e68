package health.kedja.indicator.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Codes as small numbers. Grows only; one dictionary serves all parts of a cohort.
 *
 * <p>Safe to share between threads.
 */
public final class Dictionary {

    /** The number of no code at all. */
    public static final char NONE = 0;

    private static final int MOST = Character.MAX_VALUE;

    private final Map<String, Character> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    public Dictionary() {
        words.add(null);
    }

    /**
     * The number of a code, which gets one if it had none.
     *
     * @param code a code, or null
     * @throws IllegalStateException if there are more than 65,535 different codes
     */
    public synchronized char number(String code) {
        if (code == null) {
            return NONE;
        }
        Character known = numbers.get(code);
        if (known != null) {
            return known;
        }
        if (words.size() > MOST) {
            throw new IllegalStateException("There are more than " + MOST + " different codes");
        }
        char number = (char) words.size();
        words.add(code);
        numbers.put(code, number);
        return number;
    }

    /** The number of a code; {@link #NONE} where it has none. */
    public synchronized char find(String code) {
        return numbers.getOrDefault(code, NONE);
    }

    /** The code of a number; null for {@link #NONE}. */
    public synchronized String word(char number) {
        return words.get(number);
    }

    /** How many numbers are in use, {@link #NONE} among them: all are less than this. */
    public synchronized int size() {
        return words.size();
    }
}
