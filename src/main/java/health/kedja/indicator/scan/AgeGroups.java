package health.kedja.indicator.scan;

import health.kedja.indicator.Stratifier;
import java.util.ArrayList;
import java.util.List;

/** Age groups: 0 for unknown, 1 for younger than the first, then one for each. */
public final class AgeGroups implements StratumValue {

    private final int[] lowest;

    /** @param lowest lowest age of each group, rising; the last is open */
    AgeGroups(List<Integer> lowest) {
        this.lowest = lowest.stream().mapToInt(Integer::intValue).toArray();
        if (lowest.isEmpty()) {
            throw new IllegalArgumentException("The indicator has no age groups");
        }
    }

    /** The codes of the age groups, such as {@code 70-79} and {@code 90+}. */
    public static List<String> codes(List<Integer> lowest) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < lowest.size(); i++) {
            codes.add(i == lowest.size() - 1 ? lowest.get(i) + "+" : lowest.get(i) + "-" + (lowest.get(i + 1) - 1));
        }
        return codes;
    }

    @Override
    public int of(Person person, Unit unit) {
        int age = person.ageOn(unit.ageDay);
        if (age < 0) {
            return 0;
        }
        int group = lowest.length;
        while (group > 0 && age < lowest[group - 1]) {
            group--;
        }
        return group + 1;
    }

    @Override
    public String word(int value) {
        if (value == 0) {
            return Stratifier.UNKNOWN;
        }
        if (value == 1) {
            return "<" + lowest[0];
        }
        int from = lowest[value - 2];
        return value - 1 == lowest.length ? from + "+" : from + "-" + (lowest[value - 1] - 1);
    }
}
