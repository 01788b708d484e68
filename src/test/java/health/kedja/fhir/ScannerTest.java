package health.kedja.fhir;

import static health.kedja.fhir.Given.LOINC;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the device of an Observation to the maker of the scanner. */
class ScannerTest {

    private static final String BMD = "'status':'final','effectiveDateTime':'2025-03-20','code':"
            + codings(LOINC, "46278-8") + ",'valueQuantity':{'value':0.612,'code':'g/cm2'}";

    @Test
    void a_bone_density_names_its_device() {
        Event event = Given.event(Given.json("Observation", BMD + ",'device':{'reference':'Device/scanner'}"));

        assertThat(event.kind()).isEqualTo(Kind.BMD);
        assertThat(event.device()).isEqualTo("Device/scanner");
    }

    @Test
    void a_bone_density_without_device_names_none() {
        assertThat(Given.event(Given.json("Observation", BMD)).device()).isNull();
    }

    @Test
    void a_contained_device_is_read_with_the_observation() {
        List<Event> events = Given.events(
                Given.json(
                        "Observation",
                        BMD
                                + ",'device':{'reference':'#s'},'contained':[{'resourceType':'Device','id':'s','manufacturer':'Hologic'}]"));

        assertThat(events)
                .extracting(Event::kind, Event::source, Event::device, Event::code)
                .containsExactly(
                        tuple(Kind.BMD, "Observation/1", "Observation/1#s", null),
                        tuple(Kind.SCANNER, "Observation/1#s", null, "hologic"));
    }

    @Test
    void a_contained_device_metric_stands_for_its_device() {
        String metric = ",'device':{'reference':'#m'},'contained':[{'resourceType':'DeviceMetric','id':'m','category':"
                + "'measurement','type':{'text':'BMD'},'source':{'reference':'%s'}}%s]";

        assertThat(Given.events(Given.json(
                        "Observation",
                        BMD + metric.formatted("#s", ",{'resourceType':'Device','id':'s','manufacturer':'Norland'}"))))
                .extracting(Event::kind, Event::device, Event::code)
                .containsExactly(tuple(Kind.BMD, "Observation/1#s", null), tuple(Kind.SCANNER, null, "norland"));
        assertThat(Given.event(Given.json("Observation", BMD + metric.formatted("Device/9", "")))
                        .device())
                .isEqualTo("Device/9");
    }

    @Test
    void a_manufacturer_given_as_a_name_of_the_device_is_read_where_there_is_no_field_for_it() {
        String named = "{'resourceType':'Device','id':'7',%s'deviceName':[{'name':'Discovery','type':'model-name'},"
                + "{'name':'Hologic','type':'manufacturer-name'}]}";

        assertThat(Given.EVENTS.of(Given.resource(named.formatted(""))).get(0).code())
                .isEqualTo("hologic");
        assertThat(Given.EVENTS
                        .of(Given.resource(named.formatted("'manufacturer':'Norland',")))
                        .get(0)
                        .code())
                .isEqualTo("norland");
    }

    @Test
    void a_name_of_the_model_or_in_the_reference_tells_no_manufacturer() {
        assertThat(Given.EVENTS
                        .of(Given.resource("{'resourceType':'Device','id':'7','modelNumber':'Hologic',"
                                + "'deviceName':[{'name':'Hologic','type':'user-friendly-name'}]}"))
                        .get(0)
                        .code())
                .isNull();
        assertThat(Given.events(
                        Given.json("Observation", BMD + ",'device':{'display':'Hologic','identifier':{'value':'1'}}")))
                .extracting(Event::kind, Event::device)
                .containsExactly(tuple(Kind.BMD, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Hologic,hologic",
        "'HOLOGIC, Inc.',hologic",
        "GE Lunar,ge-lunar",
        "GE Healthcare Lunar,ge-lunar",
        "'GE Healthcare, Lunar',ge-lunar",
        "GE  Medical Systems,ge-lunar",
        "Norland,norland",
        "Stratec,",
        "Hologic Norland,"
    })
    void names_of_makers_are_read_by_the_published_map(String written, String maker) {
        Event event = Given.EVENTS
                .of(Given.resource("{'resourceType':'Device','id':'7','manufacturer':'" + written + "'}"))
                .get(0);

        assertThat(event.kind()).isEqualTo(Kind.SCANNER);
        assertThat(event.source()).isEqualTo("Device/7");
        assertThat(event.code()).isEqualTo(maker);
        assertThat(event.qualifier()).isEqualTo(written);
        assertThat(event.day()).isNull();
    }

    @Test
    void a_device_without_manufacturer_is_a_scanner_of_unknown_maker() {
        Event event = Given.EVENTS
                .of(Given.resource("{'resourceType':'Device','id':'7'}"))
                .get(0);

        assertThat(event.code()).isNull();
        assertThat(event.qualifier()).isNull();
    }

    @Test
    void a_bundle_gives_the_scanners_with_the_history_whatever_their_order() {
        String patient = "{'resource':{'resourceType':'Patient','id':'7'}}";
        String device = "{'fullUrl':'urn:uuid:0f','resource':{'resourceType':'Device','manufacturer':'Norland'}}";
        String bmd = "{'resource':" + Given.json("Observation", BMD + ",'device':{'reference':'urn:uuid:0f'}") + "}";

        for (List<String> order : List.of(List.of(patient, device, bmd), List.of(bmd, device, patient))) {
            List<Event> events = new BundleEvents(Given.EVENTS)
                    .of(Given.bundle(order.toArray(String[]::new)))
                    .history()
                    .events();
            assertThat(events)
                    .filteredOn(event -> event.kind() != Kind.BIRTH)
                    .extracting(Event::kind, Event::source, Event::device, Event::code)
                    .containsExactly(
                            tuple(Kind.SCANNER, "urn:uuid:0f", null, "norland"),
                            tuple(Kind.BMD, "Observation/1", "urn:uuid:0f", null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4"})
    void a_single_vertebra_is_a_region_of_its_own(String number) {
        Event event = Given.event(Given.json(
                "Observation",
                "'status':'final','effectiveDateTime':'2025-03-20','code':" + codings(LOINC, "38267-1")
                        + ",'valueQuantity':{'value':-2.1,'code':'1'},'bodySite':"
                        + codings("https://kedja.health/fhir/CodeSystem/kedja-bone-region", "lumbar-" + number)));

        assertThat(event.qualifier()).isEqualTo("lumbar-" + number);
    }

    @Test
    void a_body_weight_is_read_in_kg_only() {
        assertThat(Given.event(observed(codings(LOINC, "29463-7"), "'valueQuantity':{'value':58.5,'code':'kg'}")))
                .returns(Kind.BODY_WEIGHT, Event::kind)
                .returns(58.5, Event::value);
        assertThat(Given.event(observed(codings(LOINC, "29463-7"), "'valueQuantity':{'value':58500,'code':'g'}"))
                        .kind())
                .isEqualTo(Kind.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource({"true,1", "false,0"})
    void an_impaired_rise_up_is_a_yes_or_a_no(String answer, double value) {
        assertThat(Given.event(observed(codings(Given.ACTIVITY, "impaired-rise-up"), "'valueBoolean':" + answer)))
                .returns(Kind.IMPAIRED_RISE_UP, Event::kind)
                .returns(value, Event::value);
    }

    private static String observed(String code, String value) {
        return Given.json(
                "Observation", "'status':'final','effectiveDateTime':'2025-03-20','code':" + code + "," + value);
    }
}
