package health.kedja.history;

import health.kedja.indicator.cohort.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A part made of people of other parts. The people of a part are in order of their ids, here as where they come from.
 */
final class PartCopy {

    /** People of a part who stand beside each other, the last not included. */
    private record Run(Part part, int first, int last) {

        int people() {
            return last - first;
        }

        int firstEvent() {
            return part.firstEvent()[first];
        }

        int events() {
            return part.firstEvent()[last] - firstEvent();
        }
    }

    private final List<Run> runs = new ArrayList<>();

    private PartCopy() {}

    /** The part without these people; the part itself where it has none of them. */
    static Part without(Collection<String> people, Part part) {
        int[] gone = people.stream()
                .mapToInt(person -> Arrays.binarySearch(part.ids(), person))
                .filter(index -> index >= 0)
                .sorted()
                .toArray();
        if (gone.length == 0) {
            return part;
        }
        PartCopy copy = new PartCopy();
        int next = 0;
        for (int index : gone) {
            copy.add(part, next, index);
            next = index + 1;
        }
        copy.add(part, next, part.people());
        return copy.part();
    }

    /** The part with these people only; the part itself where they are all of it. */
    static Part only(Predicate<String> people, Part part) {
        PartCopy copy = new PartCopy();
        int first = 0;
        for (int i = 0; i < part.people(); i++) {
            if (!people.test(part.ids()[i])) {
                copy.add(part, first, i);
                first = i + 1;
            }
        }
        if (first == 0) {
            return part;
        }
        copy.add(part, first, part.people());
        return copy.part();
    }

    /** The people with an event of this qualifier. */
    static Part naming(char qualifier, Part part) {
        PartCopy copy = new PartCopy();
        for (int person = 0; person < part.people(); person++) {
            int event = part.firstEvent()[person];
            int end = part.firstEvent()[person + 1];
            while (event < end && part.qualifier()[event] != qualifier) {
                event++;
            }
            if (event < end) {
                copy.add(part, person, person + 1);
            }
        }
        return copy.part();
    }

    /** The people of both, who are all different. */
    static Part of(Part one, Part other) {
        PartCopy copy = new PartCopy();
        int i = 0;
        int j = 0;
        while (i < one.people() && j < other.people()) {
            int from = i;
            while (i < one.people() && one.ids()[i].compareTo(other.ids()[j]) < 0) {
                i++;
            }
            copy.add(one, from, i);
            if (i < one.people()) {
                from = j;
                while (j < other.people() && other.ids()[j].compareTo(one.ids()[i]) < 0) {
                    j++;
                }
                copy.add(other, from, j);
            }
        }
        copy.add(one, i, one.people());
        copy.add(other, j, other.people());
        return copy.part();
    }

    private void add(Part part, int first, int last) {
        if (first < last) {
            runs.add(new Run(part, first, last));
        }
    }

    private Part part() {
        int people = runs.stream().mapToInt(Run::people).sum();
        int events = runs.stream().mapToInt(Run::events).sum();
        Part part = new Part(
                new String[people],
                new int[people],
                new int[people],
                new char[people],
                new char[people],
                new long[people],
                new int[people + 1],
                new byte[events],
                new int[events],
                new int[events],
                new char[events],
                new char[events],
                new float[events],
                new short[events],
                new byte[events]);
        int person = 0;
        int event = 0;
        for (Run run : runs) {
            people(run, part, person, event);
            events(run, part, event);
            person += run.people();
            event += run.events();
        }
        return part;
    }

    private static void people(Run run, Part to, int person, int event) {
        Part from = run.part();
        copy(from.ids(), run.first(), to.ids(), person, run.people());
        copy(from.birth(), run.first(), to.birth(), person, run.people());
        copy(from.death(), run.first(), to.death(), person, run.people());
        copy(from.sex(), run.first(), to.sex(), person, run.people());
        copy(from.countryOfBirth(), run.first(), to.countryOfBirth(), person, run.people());
        copy(from.kinds(), run.first(), to.kinds(), person, run.people());
        int moved = event - run.firstEvent();
        for (int i = 1; i <= run.people(); i++) {
            to.firstEvent()[person + i] = from.firstEvent()[run.first() + i] + moved;
        }
    }

    private static void events(Run run, Part to, int event) {
        Part from = run.part();
        int first = run.firstEvent();
        int count = run.events();
        copy(from.kind(), first, to.kind(), event, count);
        copy(from.day(), first, to.day(), event, count);
        copy(from.lastDay(), first, to.lastDay(), event, count);
        copy(from.code(), first, to.code(), event, count);
        copy(from.qualifier(), first, to.qualifier(), event, count);
        copy(from.value(), first, to.value(), event, count);
        copy(from.contact(), first, to.contact(), event, count);
        copy(from.flags(), first, to.flags(), event, count);
    }

    // The columns are arrays of one type each.
    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void copy(Object from, int first, Object to, int at, int count) {
        System.arraycopy(from, first, to, at, count);
    }
}
