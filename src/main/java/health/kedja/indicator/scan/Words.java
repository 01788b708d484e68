package health.kedja.indicator.scan;

import health.kedja.indicator.cohort.Dictionary;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.IntConsumer;

/** The words of a dictionary in order, so that those that begin alike lie side by side. */
final class Words {

    private final String[] byNumber;
    private final Integer[] inOrder;

    Words(Dictionary dictionary) {
        byNumber = new String[dictionary.size()];
        for (int number = 1; number < byNumber.length; number++) {
            byNumber[number] = dictionary.word((char) number);
        }
        inOrder = new Integer[Math.max(0, byNumber.length - 1)];
        Arrays.setAll(inOrder, i -> i + 1);
        Arrays.sort(inOrder, Comparator.comparing(number -> byNumber[number]));
    }

    /** All numbers are less than this. */
    int size() {
        return byNumber.length;
    }

    /** The code of a number; null for no code and for one that came later. */
    String word(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }

    /** The number of a word; 0 when it is not one. */
    int numberOf(String word) {
        int at = firstNotBefore(word);
        return at < inOrder.length && byNumber[inOrder[at]].equals(word) ? inOrder[at] : 0;
    }

    /** The words that begin with any of these; {@code ?} stands for any one character. */
    CodeSet beginningWith(Collection<String> beginnings) {
        CodeSet set = new CodeSet(byNumber.length);
        for (String beginning : beginnings) {
            each(beginning, number -> set.add((char) number));
        }
        return set;
    }

    /** Exactly these words. */
    CodeSet exactly(Collection<String> words) {
        CodeSet set = new CodeSet(byNumber.length);
        for (String word : words) {
            each(word, number -> {
                if (byNumber[number].equals(word)) {
                    set.add((char) number);
                }
            });
        }
        return set;
    }

    /** Every word that begins so. */
    void each(String beginning, IntConsumer number) {
        int question = beginning.indexOf('?');
        String fixed = question < 0 ? beginning : beginning.substring(0, question);
        for (int i = firstNotBefore(fixed); i < inOrder.length; i++) {
            String word = byNumber[inOrder[i]];
            if (!word.startsWith(fixed)) {
                return;
            }
            if (fits(word, beginning, fixed.length())) {
                number.accept(inOrder[i]);
            }
        }
    }

    private static boolean fits(String word, String beginning, int from) {
        if (word.length() < beginning.length()) {
            return false;
        }
        for (int i = from; i < beginning.length(); i++) {
            if (beginning.charAt(i) != '?' && beginning.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int firstNotBefore(String word) {
        int low = 0;
        int high = inOrder.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byNumber[inOrder[middle]].compareTo(word) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
