package health.kedja.indicator.comparison;

import health.kedja.indicator.Stratifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Strata that are compared with each other.
 *
 * @param within what they have in common
 * @param places best first; then those that are shown and not ranked, the suppressed, and those not reported
 * @param ranked how many have a rank
 * @param funnel of the crude results; for proportions and rates of three named strata or more
 */
public record Group(Map<Stratifier, String> within, List<Place> places, int ranked, Optional<FunnelLine> funnel) {

    public Group {
        within = Map.copyOf(within);
        places = List.copyOf(places);
    }

    /**
     * What the limits of a funnel are made of.
     *
     * @param centre the result of those shown together, in the unit of the result
     * @param dispersion 1 when they differ by chance alone
     * @param betweenUnits variance beyond chance, on the scale of the square root (rate) or its arcsine (proportion)
     * @param strata how many
     */
    public record FunnelLine(double centre, double dispersion, double betweenUnits, int strata) {}
}
