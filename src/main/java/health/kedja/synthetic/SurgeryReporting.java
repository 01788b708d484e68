package health.kedja.synthetic;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which regions report operations of hip fractures. In 2022 Uppsala, Jämtland Härjedalen, Västerbotten and Norrbotten
 * reported none and Blekinge those of January to March (Socialstyrelsen, Utvärdering av vård vid osteoporos 2023,
 * diagram 19). What was not reported is not in the record.
 */
final class SurgeryReporting {

    private static final int YEAR = 2022;
    private static final Set<String> NONE = Set.of("03", "23", "24", "25");
    private static final String UNTIL_MARCH = "10";

    private SurgeryReporting() {}

    /** Whether an operation on a day is reported. */
    static boolean reported(Country country, String region, LocalDate day) {
        if (country != Country.SE || day.getYear() != YEAR) {
            return true;
        }
        return !NONE.contains(region) && (!region.equals(UNTIL_MARCH) || day.getMonthValue() <= 3);
    }
}
