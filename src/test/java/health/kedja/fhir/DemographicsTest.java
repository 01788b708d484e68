package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemographicsTest {

    private static final String COUNTY = "https://kedja.health/fhir/StructureDefinition/kedja-county";
    private static final String MUNICIPALITY = "https://kedja.health/fhir/StructureDefinition/kedja-municipality";
    private static final String DANISH_REGION =
            "http://hl7.dk/fhir/core/StructureDefinition/dk-core-RegionalSubDivisionCodes";
    private static final String DANISH_MUNICIPALITY =
            "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes";
    private static final String SCB = "urn:oid:1.2.752.129.2.2.1.";
    private static final String EDUCATION = "https://kedja.health/fhir/StructureDefinition/kedja-education";
    private static final String LEVEL = "https://kedja.health/fhir/CodeSystem/kedja-education";

    @ParameterizedTest
    @ValueSource(strings = {"female", "male", "other", "unknown"})
    void sex_is_the_gender_of_the_record(String gender) {
        Event event = Given.event(patient("'gender':'" + gender + "'"));

        assertThat(event.kind()).isEqualTo(Kind.SEX);
        assertThat(event.code()).isEqualTo(gender);
        assertThat(event.day()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"SE,SE", "se,SE", "FIN,FI", " DK ,DK", "XKX,"})
    void country_of_birth_is_an_iso_code_of_two_or_three_letters(String written, String code) {
        Event event = Given.event(patient(birthPlace(written)));

        assertThat(event.kind()).isEqualTo(code == null ? Kind.NOT_UNDERSTOOD : Kind.COUNTRY_OF_BIRTH);
        assertThat(event.code()).isEqualTo(code == null ? written : code);
    }

    @Test
    void a_country_of_birth_in_words_is_kept_as_written_and_not_guessed() {
        assertThat(Given.event(patient(birthPlace("Jugoslavien"))))
                .extracting(Event::kind, Event::code)
                .containsExactly(Kind.NOT_UNDERSTOOD, "Jugoslavien");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compulsory", "upper-secondary", "post-secondary"})
    void education_has_three_levels(String level) {
        assertThat(Given.event(patient(extension(EDUCATION, LEVEL, level))))
                .extracting(Event::kind, Event::code)
                .containsExactly(Kind.EDUCATION, level);
    }

    @Test
    void education_in_another_system_is_reported() {
        assertThat(Given.event(patient(extension(EDUCATION, "http://local/sun", "327"))))
                .extracting(Event::kind, Event::code)
                .containsExactly(Kind.NOT_UNDERSTOOD, "http://local/sun|327");
    }

    @Test
    void residence_is_county_and_municipality_for_the_period_of_the_address() {
        Event event = Given.event(patient("'address':[{'period':{'start':'2019-06','end':'2023-01'},"
                + extensions(coded(COUNTY, SCB + "18", "12"), coded(MUNICIPALITY, SCB + "17", "1280")) + "}]"));

        assertThat(event)
                .isEqualTo(Event.of(Kind.RESIDENCE, LocalDate.of(2019, 6, 1), "Patient/7")
                        .withEnd(LocalDate.of(2023, 1, 31))
                        .withCode("12")
                        .withQualifier("1280"));
    }

    @Test
    void a_swedish_municipality_says_its_county() {
        assertThat(residence(extensions(coded(MUNICIPALITY, SCB + "17", "2480"))))
                .extracting(Event::code, Event::qualifier)
                .containsExactly("24", "2480");
    }

    @ParameterizedTest
    @CsvSource({
        "DK-81,1081",
        "dk-85,1085",
        "1084,1084",
        "Region Hovedstaden,1084",
        "Sjælland,1085",
        "SE-AC,24",
        "SE-M,12"
    })
    void a_region_may_be_written_as_state(String state, String region) {
        assertThat(residence("'state':'" + state + "'").code()).isEqualTo(region);
    }

    @Test
    void a_danish_region_may_be_the_extension_of_dk_core() {
        assertThat(residence(extensions(
                        coded(DANISH_REGION, "urn:iso:std:iso:3166:-2", "DK-83"),
                        coded(
                                DANISH_MUNICIPALITY,
                                "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes",
                                "0461"))))
                .extracting(Event::code, Event::qualifier)
                .containsExactly("1083", "0461");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "FIN", "US", "GL"})
    void an_address_in_another_country_is_abroad(String country) {
        assertThat(residence("'country':'" + country + "','state':'DK-84'").code())
                .isEqualTo("abroad");
    }

    @Test
    void a_region_or_country_that_cannot_be_read_is_reported() {
        assertThat(Given.event(patient("'address':[{'state':'Skåneland'}]")))
                .extracting(Event::kind, Event::code)
                .containsExactly(Kind.NOT_UNDERSTOOD, "Skåneland");
        assertThat(Given.events(patient("'address':[{'country':'Danmark','state':'DK-84'}]")))
                .extracting(Event::kind, Event::code)
                .containsExactly(tuple(Kind.RESIDENCE, "1084"), tuple(Kind.NOT_UNDERSTOOD, "Danmark"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'use':'temp'", "'use':'work'", "'use':'billing'", "'use':'old'", "'type':'postal'"})
    void an_address_that_is_not_lived_at_says_nothing(String what) {
        assertThat(Given.events(patient("'address':[{" + what + ",'state':'DK-84'}]")))
                .isEmpty();
    }

    @Test
    void an_old_address_with_an_end_is_where_the_patient_lived() {
        assertThat(residence("'use':'old','period':{'end':'2020-05-31'},'state':'DK-84'")
                        .end())
                .isEqualTo("2020-05-31");
    }

    @Test
    void a_patient_is_listed_at_the_organisation_not_at_the_doctor() {
        assertThat(Given.event(patient("'generalPractitioner':[{'reference':'Practitioner/1'},"
                        + "{'reference':'http://elsewhere/fhir/Organization/3/_history/2'}]")))
                .extracting(Event::kind, Event::qualifier)
                .containsExactly(Kind.LISTED, "Organization/3");
    }

    @Test
    void a_replaced_record_tells_none_of_it() {
        assertThat(Given.events(patient("'gender':'male',"
                        + birthPlace("SE")
                        + ",'address':[{'state':'DK-84'}],'generalPractitioner':[{'reference':'Organization/3'}],"
                        + "'link':[{'other':{'reference':'Patient/9'},'type':'replaced-by'}]")))
                .isEmpty();
    }

    private static Event residence(String address) {
        Event event = Given.event(patient("'address':[{" + address + "}]"));
        assertThat(event.kind()).isEqualTo(Kind.RESIDENCE);
        return event;
    }

    private static String birthPlace(String country) {
        return "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',"
                + "'valueAddress':{'country':'" + country + "'}}]";
    }

    private static String extension(String url, String system, String code) {
        return extensions(coded(url, system, code));
    }

    private static String extensions(String... extensions) {
        return "'extension':[" + String.join(",", extensions) + "]";
    }

    private static String coded(String url, String system, String code) {
        return "{'url':'" + url + "','valueCodeableConcept':" + Given.codings(system, code) + "}";
    }

    private static String patient(String more) {
        return "{'resourceType':'Patient','id':'7'," + more + "}";
    }
}
