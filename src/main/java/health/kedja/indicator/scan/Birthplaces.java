package health.kedja.indicator.scan;

import health.kedja.indicator.Stratifier;
import java.util.List;

/** Countries of birth: the own country, the rest of the Nordic countries and Europe, and the rest of the world. */
final class Birthplaces implements StratumValue {

    private static final List<String> EUROPE = List.of(
            "AD", "AL", "AT", "AX", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FO", "FR",
            "GB", "GG", "GI", "GL", "GR", "HR", "HU", "IE", "IM", "IS", "IT", "JE", "LI", "LT", "LU", "LV", "MC", "MD",
            "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SJ", "SK", "SM", "TR", "UA", "VA",
            "XK");
    private static final String[] NAMES = {Stratifier.UNKNOWN, "sweden", "denmark", "nordic-europe", "world"};

    private final CodeSet europe;
    private final CodeSet sweden;
    private final CodeSet denmark;
    private final CodeSet danishRegions;

    Birthplaces(Words words) {
        europe = words.exactly(EUROPE);
        sweden = words.exactly(List.of("SE"));
        denmark = words.exactly(List.of("DK"));
        danishRegions = words.exactly(List.of("1081", "1082", "1083", "1084", "1085"));
    }

    @Override
    public int of(Person person, Unit unit) {
        char country = person.part.countryOfBirth()[person.index];
        if (country == 0) {
            return 0;
        }
        boolean inDenmark = danishRegions.has((char) StratumValues.region(person, unit));
        if (!inDenmark && sweden.has(country)) {
            return 1;
        }
        if (inDenmark && denmark.has(country)) {
            return 2;
        }
        return europe.has(country) ? 3 : 4;
    }

    @Override
    public String word(int value) {
        return NAMES[value];
    }
}
