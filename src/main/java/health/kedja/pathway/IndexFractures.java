package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sorts recorded fractures into those that open a chain, those that belong to one, and those that do neither. */
final class IndexFractures {

    private static final Comparator<RecordedFracture> BY_DAY = Comparator.comparing(
                    RecordedFracture::day, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RecordedFracture::source);

    private final EntryRules entryRules;
    private final EpisodeRules rules;
    private final Entry entry;
    private final List<SiteEpisode> care = new ArrayList<>();
    private final Map<RecordedFracture, ExclusionReason> excluded = new LinkedHashMap<>();
    private final Set<RecordedFracture> merged = new HashSet<>();
    private final List<Episode> episodes = new ArrayList<>();

    /**
     * Sorts the fractures.
     *
     * @param events what is visible on the day asked for, in order of day
     * @param birth day of birth, or null
     */
    IndexFractures(List<Event> events, LocalDate birth, Guideline guideline) {
        entryRules = guideline.entry();
        rules = guideline.episode();
        entry = new Entry(entryRules, new Causes(events), birth);
        for (RecordedFracture fracture : RecordedFracture.of(events)) {
            place(fracture);
        }
        mergeDifferentSites();
    }

    /** Oldest first. */
    List<Episode> episodes() {
        return episodes;
    }

    /** In order of day. */
    List<ExcludedFracture> excluded() {
        return excluded.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_DAY))
                .map(one -> new ExcludedFracture(
                        one.getKey().source(), one.getValue(), ruleOf(one.getKey(), one.getValue())))
                .toList();
    }

    private Optional<Rule> ruleOf(RecordedFracture fracture, ExclusionReason reason) {
        return switch (reason) {
            case SAME_EPISODE ->
                Optional.of(merged.contains(fracture) ? rules.differentSitesRule() : rules.sameSiteRule());
            default -> entry.ruleOf(fracture, reason);
        };
    }

    private void place(RecordedFracture fracture) {
        ExclusionReason reason = entry.reasonAgainst(fracture);
        Site site = isCareOfAFracture(reason) ? entry.siteOf(fracture) : null;
        SiteEpisode ongoing = site == null ? null : ongoingCare(site, fracture);
        if (reason == null && ongoing == null) {
            care.add(new SiteEpisode(site, fracture, true));
            return;
        }
        if (ongoing != null) {
            ongoing.careOf(fracture);
            if (reason == null) {
                ongoing.fractures.add(fracture);
            }
        } else if (site != null) {
            care.add(new SiteEpisode(site, fracture, false));
        }
        excluded.put(fracture, reason == null ? ExclusionReason.SAME_EPISODE : reason);
    }

    /** Whether the record is of a broken bone that is cared for, be it one that opens no chain. */
    private static boolean isCareOfAFracture(ExclusionReason reason) {
        return reason == null
                || reason == ExclusionReason.HIGH_ENERGY
                || reason == ExclusionReason.PATHOLOGICAL
                || reason == ExclusionReason.BELOW_AGE_LIMIT;
    }

    private SiteEpisode ongoingCare(Site site, RecordedFracture fracture) {
        for (int i = care.size() - 1; i >= 0; i--) {
            if (care.get(i).continuesWith(site, fracture, rules.sameSiteMonths())) {
                return care.get(i);
            }
        }
        return null;
    }

    private void mergeDifferentSites() {
        List<SiteEpisode> together = new ArrayList<>();
        for (SiteEpisode next : care) {
            if (!next.opensChain()) {
                continue;
            }
            if (!together.isEmpty() && next.day().isAfter(together.get(0).day().plusDays(rules.differentSiteDays()))) {
                episodes.add(merged(together));
                together.clear();
            }
            together.add(next);
        }
        if (!together.isEmpty()) {
            episodes.add(merged(together));
        }
    }

    private Episode merged(List<SiteEpisode> together) {
        SiteEpisode leading = together.stream()
                .min(Comparator.comparingInt(one -> entryRules.sites().indexOf(one.site)))
                .orElseThrow();
        RecordedFracture index = leading.fractures.get(0);
        Set<String> sites = new LinkedHashSet<>();
        Set<String> fractures = new LinkedHashSet<>();
        fractures.add(index.source());
        for (SiteEpisode one : together) {
            sites.add(one.site.id());
            one.fractures.forEach(fracture -> fractures.add(fracture.source()));
            if (one != leading) {
                excluded.put(one.fractures.get(0), ExclusionReason.SAME_EPISODE);
                merged.add(one.fractures.get(0));
            }
        }
        return new Episode(index, leading.site, together.get(0).day(), sites, List.copyOf(fractures));
    }
}
