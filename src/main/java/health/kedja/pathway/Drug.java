package health.kedja.pathway;

/**
 * A bone-specific drug.
 *
 * @param name generic name
 * @param atc beginning of the ATC code
 * @param doseCoversDays days that one dose given in clinic covers
 * @param dispensingCoversDays days that a dispensing covers when its days supplied are not stated
 */
public record Drug(String name, String atc, int doseCoversDays, int dispensingCoversDays) {

    public Drug {
        if (!atc.matches("[A-Z][A-Z0-9]*")) {
            throw new IllegalArgumentException("'" + atc + "' is no ATC code");
        }
        Check.range("dose-covers-days", doseCoversDays, 1, 3660);
        Check.range("dispensing-covers-days", dispensingCoversDays, 1, 3660);
    }
}
