package health.kedja.fhir;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counties of Sweden and regions of Denmark, as an address may write them: by ISO 3166-2 ({@code SE-M}, {@code DK-84}), by
 * the national code ({@code 1084}), or, in Denmark, by name.
 */
final class Region {

    /** ISO 3166-2:SE, letters of the counties, to the codes of Statistics Sweden. */
    private static final String SWEDEN =
            "AB01 C03 D04 E05 F06 G07 H08 I09 K10 M12 N13 O14 S17 T18 U19 W20 X21 Y22 Z23 AC24 BD25";

    /** ISO 3166-2:DK; the national code is 10 and the same two digits. */
    private static final Map<String, String> DENMARK =
            Map.of("81", "nordjylland", "82", "midtjylland", "83", "syddanmark", "84", "hovedstaden", "85", "sjælland");

    private static final Map<String, String> CODES = codes();

    private Region() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String county : SWEDEN.split(" ")) {
            int digits = county.length() - 2;
            codes.put("se-" + county.substring(0, digits).toLowerCase(Locale.ROOT), county.substring(digits));
        }
        DENMARK.forEach((digits, name) -> {
            String national = "10" + digits;
            codes.put("dk-" + digits, national);
            codes.put(national, national);
            codes.put(name, national);
            codes.put("region " + name, national);
        });
        return codes;
    }

    /** The national code; null when what is written is none of the ways. */
    static String code(String written) {
        return CODES.get(written.trim().toLowerCase(Locale.ROOT));
    }
}
