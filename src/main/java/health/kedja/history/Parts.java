package health.kedja.history;

import health.kedja.indicator.cohort.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Replaces people in the parts of a cohort. Parts without any of them are shared between the old cohort and the new. */
final class Parts {

    /** A part up to this size takes in those who changed later; so what changes much is copied little. */
    private static final int SMALL = 4_096;
    /** How many small parts are left beside each other. */
    private static final int MOST_SMALL = 4;

    private Parts() {}

    /**
     * The parts with some people replaced.
     *
     * @param gone ids of people who are taken out, where they are there
     * @param come parts of those who take their place
     */
    static List<Part> replaced(List<Part> parts, Collection<String> gone, List<Part> come) {
        List<Part> all = new ArrayList<>();
        for (Part part : parts) {
            Part rest = PartCopy.without(gone, part);
            if (rest.people() > 0) {
                all.add(rest);
            }
        }
        all.addAll(come);
        return joined(all);
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> small = new ArrayList<>(
                parts.stream().filter(part -> part.people() <= SMALL).toList());
        List<Part> all = new ArrayList<>(
                parts.stream().filter(part -> part.people() > SMALL).toList());
        while (small.size() > MOST_SMALL) {
            small.sort(Comparator.comparingInt(Part::people));
            Part both = PartCopy.of(small.remove(0), small.remove(0));
            (both.people() <= SMALL ? small : all).add(both);
        }
        all.addAll(small);
        return all;
    }
}
