package health.kedja.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which patient records are one person: those that replace each other, directly or not. Immutable.
 *
 * <p>The person has the id of the record that nothing replaces; of records that replace each other in a circle, the id
 * that sorts first.
 */
final class MergedRecords {

    private final Map<String, String> person = new HashMap<>();
    private final Map<String, Set<String>> records = new HashMap<>();

    /** @param replacedBy from a record to the one that replaced it */
    MergedRecords(Map<String, String> replacedBy) {
        for (Map.Entry<String, String> link : new TreeMap<>(replacedBy).entrySet()) {
            add(link.getKey(), replacedBy);
            add(link.getValue(), replacedBy);
        }
    }

    private void add(String record, Map<String, String> replacedBy) {
        String survivor = survivor(record, replacedBy);
        person.put(record, survivor);
        records.computeIfAbsent(survivor, none -> new TreeSet<>()).add(record);
    }

    private static String survivor(String record, Map<String, String> replacedBy) {
        TreeSet<String> seen = new TreeSet<>();
        String current = record;
        while (seen.add(current)) {
            String next = replacedBy.get(current);
            if (next == null) {
                return current;
            }
            current = next;
        }
        return firstOfCircle(current, replacedBy);
    }

    private static String firstOfCircle(String start, Map<String, String> replacedBy) {
        String first = start;
        for (String other = replacedBy.get(start); !other.equals(start); other = replacedBy.get(other)) {
            first = other.compareTo(first) < 0 ? other : first;
        }
        return first;
    }

    /** The person that a record is of. */
    String person(String patient) {
        return person.getOrDefault(patient, patient);
    }

    /** Whether the record is one of several of its person. */
    boolean contains(String patient) {
        return person.containsKey(patient);
    }

    /** The records of people that have several, person by person. */
    List<String> all() {
        return records.values().stream().flatMap(Collection::stream).toList();
    }

    /** These records and those that are one person with them. */
    Set<String> together(Collection<String> patients) {
        Set<String> all = new TreeSet<>();
        for (String patient : patients) {
            all.addAll(records.getOrDefault(person(patient), Set.of(patient)));
        }
        return all;
    }
}
