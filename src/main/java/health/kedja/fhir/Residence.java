package health.kedja.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;

/**
 * Where an address is.
 *
 * @param region county of Sweden ({@code 12}), region of Denmark ({@code 1084}) or {@code abroad}; null when not said
 * @param municipality four digits, or null
 * @param unread what is written in place of a country or region and cannot be read
 */
record Residence(String region, String municipality, List<String> unread) {

    static final String ABROAD = "abroad";

    private static final String COUNTY = Systems.PROFILE + "kedja-county";
    private static final String MUNICIPALITY = Systems.PROFILE + "kedja-municipality";
    private static final String DANISH_REGION =
            "http://hl7.dk/fhir/core/StructureDefinition/dk-core-RegionalSubDivisionCodes";
    private static final String DANISH_MUNICIPALITY =
            "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes";
    private static final Set<String> OWN_COUNTRIES = Set.of("SE", "DK");

    static Residence of(Address address) {
        List<String> unread = new ArrayList<>();
        String country = Country.code(address.getCountry());
        if (country != null && !OWN_COUNTRIES.contains(country)) {
            return new Residence(ABROAD, null, unread);
        }
        if (country == null && address.hasCountry()) {
            unread.add(address.getCountry());
        }
        String swedish = code(address, MUNICIPALITY, "[0-9]{4}", unread);
        String danish = code(address, DANISH_MUNICIPALITY, "[0-9]{4}", unread);
        String county = code(address, COUNTY, "[0-9]{2}", unread);
        if (county == null && swedish != null) {
            // The first two digits of a municipality of Sweden are its county.
            county = swedish.substring(0, 2);
        }
        String region = county == null ? subdivision(address, unread) : county;
        return new Residence(region, swedish == null ? danish : swedish, unread);
    }

    /** The region by ISO 3166-2, as extension or as what is written for the state. */
    private static String subdivision(Address address, List<String> unread) {
        String written = code(address, DANISH_REGION, ".+", unread);
        if (written == null) {
            written = address.getState();
        }
        if (written == null) {
            return null;
        }
        String region = Region.code(written);
        if (region == null) {
            unread.add(written);
        }
        return region;
    }

    private static String code(Address address, String url, String shape, List<String> unread) {
        Extension extension = address.getExtensionByUrl(url);
        if (extension == null || !(extension.getValue() instanceof CodeableConcept concept)) {
            return null;
        }
        for (Coding coding : concept.getCoding()) {
            if (coding.hasCode() && coding.getCode().matches(shape)) {
                return coding.getCode();
            }
        }
        unread.add(concept.hasCoding() ? concept.getCodingFirstRep().getCode() : concept.getText());
        return null;
    }
}
