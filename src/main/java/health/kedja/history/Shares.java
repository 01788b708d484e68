package health.kedja.history;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The people of a population, share by share. Immutable: a change shares the parts that it leaves as they are.
 *
 * @param dictionary the codes of all parts
 * @param parts those of each share
 */
record Shares(Dictionary dictionary, Map<Share, List<Part>> parts) {

    Shares {
        // In the order in which they came, so that the same people are told in the same order.
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** All of them together. */
    Cohort cohort() {
        return new Cohort(
                dictionary, parts.values().stream().flatMap(List::stream).toList());
    }

    /** Those of the shares that an audience may see people of. */
    Shares of(Audience audience) {
        Map<Share, List<Part>> theirs = new LinkedHashMap<>(parts);
        theirs.keySet().removeIf(share -> !audience.isOf(share));
        return new Shares(dictionary, theirs);
    }

    /** The ids of those who refuse anything. */
    Set<String> refusing() {
        Set<String> ids = new HashSet<>();
        parts.forEach((share, ofShare) -> {
            if (share.refusing()) {
                ofShare.forEach(part -> Collections.addAll(ids, part.ids()));
            }
        });
        return ids;
    }

    /** Without some of those who refuse anything. */
    Shares without(Predicate<String> refusing) {
        Map<Share, List<Part>> left = new LinkedHashMap<>(parts);
        left.replaceAll((share, ofShare) -> share.refusing()
                ? ofShare.stream()
                        .map(part -> PartCopy.only(refusing.negate(), part))
                        .filter(part -> part.people() > 0)
                        .toList()
                : ofShare);
        return new Shares(dictionary, left);
    }

    /**
     * With some people replaced.
     *
     * @param gone ids of people who are taken out, where they are there
     * @param come those who take their place
     */
    Shares replaced(Collection<String> gone, Map<Share, List<Part>> come) {
        Set<Share> all = new LinkedHashSet<>(parts.keySet());
        all.addAll(come.keySet());
        Map<Share, List<Part>> replaced = new LinkedHashMap<>();
        for (Share share : all) {
            List<Part> ofShare =
                    Parts.replaced(parts.getOrDefault(share, List.of()), gone, come.getOrDefault(share, List.of()));
            if (!ofShare.isEmpty()) {
                replaced.put(share, ofShare);
            }
        }
        return new Shares(dictionary, replaced);
    }
}
