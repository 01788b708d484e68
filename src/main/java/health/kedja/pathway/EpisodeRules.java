package health.kedja.pathway;

/**
 * Which recorded fractures are one and the same, and what a new one does to the chain before it.
 *
 * @param sameSiteRule the rule for the same site
 * @param sameSiteMonths calendar months after the previous recorded care of a site from which it is a new fracture
 * @param differentSitesRule the rule for different sites
 * @param differentSiteDays days after the first fracture within which (last day included) other sites belong to it
 * @param newFractureRule the rule for a chain followed by a new fracture
 * @param newFractureEndsChain whether a new index fracture ends an older chain that is not complete
 */
public record EpisodeRules(
        Rule sameSiteRule,
        int sameSiteMonths,
        Rule differentSitesRule,
        int differentSiteDays,
        Rule newFractureRule,
        boolean newFractureEndsChain) {

    public EpisodeRules {
        Check.range("same-site-months", sameSiteMonths, 0, 120);
        Check.range("different-site-days", differentSiteDays, 0, 3660);
    }
}
