package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Care of one broken bone, as long as it goes on: recorded fractures of one site that are one fracture. */
final class SiteEpisode {

    final Site site;
    final List<RecordedFracture> fractures = new ArrayList<>();
    private final boolean opensChain;
    private String laterality;
    private LocalDate lastCare;

    /**
     * Begins with its first recorded fracture.
     *
     * @param opensChain false when that fracture was excluded: later codes of the same care open no chain either
     */
    SiteEpisode(Site site, RecordedFracture first, boolean opensChain) {
        this.site = site;
        this.opensChain = opensChain;
        fractures.add(first);
        careOf(first);
    }

    /** Further care; whether or not the record counts as one of the fractures, it tells that care goes on. */
    void careOf(RecordedFracture fracture) {
        lastCare = fracture.day();
        if (laterality == null) {
            laterality = fracture.laterality();
        }
    }

    boolean continuesWith(Site otherSite, RecordedFracture fracture, int months) {
        return site == otherSite
                && fracture.maySameSideAs(laterality)
                && fracture.day().isBefore(lastCare.plusMonths(months));
    }

    boolean opensChain() {
        return opensChain;
    }

    LocalDate day() {
        return fractures.get(0).day();
    }
}
