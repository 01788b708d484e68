package health.kedja.fhir;

import static health.kedja.fhir.Given.KVA;
import static health.kedja.fhir.Given.LOINC;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationEventsTest {

    private static final String SCT = "http://snomed.info/sct";
    private static final String IMAGING =
            "'category':[" + codings("http://terminology.hl7.org/CodeSystem/observation-category", "imaging") + "],";

    @ParameterizedTest
    @CsvSource({"AN098,without-bmd", "AN099,with-bmd"})
    void frax_says_by_its_method_whether_bone_density_was_in_it(String method, String code) {
        Event event = Given.event(result("90265-0", quantity("22", "%"), ",'method':" + codings(KVA, method)));

        assertThat(event.kind()).isEqualTo(Kind.FRAX_MAJOR);
        assertThat(event.value()).isEqualTo(22);
        assertThat(event.code()).isEqualTo(code);
    }

    @Test
    void frax_without_method_leaves_it_open() {
        Event event = Given.event(result("90266-8", quantity("4.5", "%"), ""));

        assertThat(event.kind()).isEqualTo(Kind.FRAX_HIP);
        assertThat(event.code()).isNull();
    }

    @Test
    void both_frax_results_may_be_components_of_one_observation() {
        List<Event> events = Given.events(observation("'code':" + codings(KVA, "AN099") + ",'component':["
                + "{'code':" + codings(LOINC, "90265-0") + "," + quantity("22", "%") + "},"
                + "{'code':" + codings(LOINC, "90266-8") + "," + quantity("6", "%") + "}]"));

        assertThat(events)
                .extracting(Event::kind, Event::code, Event::value)
                .containsExactly(
                        tuple(Kind.RISK_ASSESSMENT, "with-bmd", Double.NaN),
                        tuple(Kind.FRAX_MAJOR, "with-bmd", 22.0),
                        tuple(Kind.FRAX_HIP, "with-bmd", 6.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{T-score}", "{T-Score}", "{Tscore}", "SD", "{SD}", "s.d.", "T score"})
    void a_t_score_is_read_in_every_unit_in_use(String unit) {
        Event event = Given.event(result("80946-7", quantity("-2.7", unit), ""));

        assertThat(event.kind()).isEqualTo(Kind.T_SCORE);
        assertThat(event.value()).isEqualTo(-2.7);
        assertThat(event.qualifier()).isEqualTo("hip");
        assertThat(event.laterality()).isEqualTo("left");
    }

    @Test
    void a_t_score_needs_no_unit() {
        assertThat(Given.event(result("38267-1", "'valueQuantity':{'value':-1.9}", ""))
                        .qualifier())
                .isEqualTo("lumbar-spine");
    }

    @Test
    void the_body_site_says_more_than_the_code() {
        Event event = Given.event(
                result("38263-0", quantity("-2.1", "1"), ",'bodySite':" + codings(SCT, "29627003", SCT, "24028007")));

        assertThat(event.qualifier()).isEqualTo("femoral-neck");
        assertThat(event.laterality()).isEqualTo("right");
    }

    @Test
    void a_general_body_site_does_not_change_the_region_of_the_code() {
        assertThat(Given.event(result("38264-8", quantity("-2.1", "1"), ",'bodySite':" + codings(SCT, "71341001")))
                        .qualifier())
                .isEqualTo("hip");
    }

    @Test
    void the_specifications_own_example_of_a_femur_density_is_read() {
        Event event = Given.event(result(
                "24701-5", quantity("0.887", "g/cm-2"), ",'bodySite':" + codings(SCT, "71341001:272741003=7771000")));

        assertThat(event.kind()).isEqualTo(Kind.BMD);
        assertThat(event.value()).isEqualTo(0.887);
        assertThat(event.qualifier()).isEqualTo("femur");
        assertThat(event.laterality()).isEqualTo("left");
    }

    @ParameterizedTest
    @CsvSource({"24966-4,850,mg/cm2", "90265-0,0.22,1", "38267-1,0.9,g/cm2", "90265-0,22,years"})
    void a_number_in_a_unit_that_leaves_a_doubt_is_reported_and_not_counted(String code, String value, String unit) {
        Event event = Given.event(result(code, quantity(value, unit), ""));

        assertThat(event.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(event.code()).contains(code).contains(value).contains(unit);
    }

    @Test
    void a_number_with_a_comparator_is_not_counted() {
        assertThat(Given.event(result("90265-0", "'valueQuantity':{'value':30,'comparator':'>','code':'%'}", ""))
                        .kind())
                .isEqualTo(Kind.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "14682-9,85,umol/L,creatinine,85",
        "2160-0,1.0,mg/dL,creatinine,88.42",
        "718-7,13.5,g/dL,haemoglobin,135",
        "98979-8,28,mL/min/{1.73_m2},egfr,28",
        "2000-8,10,mg/dL,calcium,2.495",
        "62292-8,20,ng/mL,vitamin-d,49.92",
        "3016-3,2.1,m[IU]/L,tsh,2.1"
    })
    void laboratory_results_come_in_one_unit(String code, String value, String unit, String analyte, double expected) {
        Event event = Given.event(result(code, quantity(value, unit), ""));

        assertThat(event.kind()).isEqualTo(Kind.LABORATORY_RESULT);
        assertThat(event.code()).isEqualTo(analyte);
        assertThat(event.value()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void a_laboratory_result_in_another_unit_was_still_taken() {
        Event event = Given.event(result("4537-7", quantity("12", "furlong"), ""));

        assertThat(event.code()).isEqualTo("esr");
        assertThat(event.hasValue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fracture", "no-fracture"})
    void a_vertebral_fracture_assessment_says_what_it_found(String found) {
        Event event = Given.event(observation(
                "'code':" + codings(Given.ACTIVITY, "vertebral-fracture-assessment") + ",'valueCodeableConcept':"
                        + codings("https://kedja.health/fhir/CodeSystem/kedja-vfa-result", found)));

        assertThat(event.kind()).isEqualTo(Kind.VERTEBRAL_FRACTURE_ASSESSMENT);
        assertThat(event.code()).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered", "entered-in-error", "cancelled"})
    void no_result_gives_no_event(String status) {
        assertThat(Given.events(result("38267-1", quantity("-2", "1"), "").replace("'final'", "'" + status + "'")))
                .isEmpty();
    }

    @Test
    void a_declined_measurement_is_not_done() {
        String absent = "'dataAbsentReason':"
                + codings("http://terminology.hl7.org/CodeSystem/data-absent-reason", "asked-declined");

        assertThat(Given.event(result("38267-1", absent, "")))
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "bone-density-scan", "declined");
        assertThat(Given.event(result("90265-0", absent, "").replace("'final'", "'cancelled'")))
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "risk-assessment", "declined");
    }

    @Test
    void an_absent_value_for_another_reason_gives_nothing() {
        assertThat(Given.events(result(
                        "38267-1",
                        "'dataAbsentReason':"
                                + codings("http://terminology.hl7.org/CodeSystem/data-absent-reason", "error"),
                        "")))
                .isEmpty();
    }

    @Test
    void an_unknown_code_is_reported_when_it_is_imaging_or_claims_our_profile() {
        String unknown = "'code':" + codings("http://local", "T-score");

        assertThat(Given.events(observation(unknown))).isEmpty();
        assertThat(Given.event(observation(IMAGING + unknown)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(Given.event(observation("'meta':{'profile':["
                                + "'https://kedja.health/fhir/StructureDefinition/kedja-bone-density']}," + unknown))
                        .code())
                .isEqualTo("http://local|T-score");
    }

    @Test
    void a_result_counts_from_the_end_of_its_period_and_else_from_its_issue() {
        String code = "'code':" + codings(LOINC, "3016-3");
        assertThat(Given.event(Given.json(
                                "Observation",
                                "'status':'final','effectivePeriod':{'start':'2024-03-01'," + "'end':'2024-03-04'},"
                                        + code))
                        .day())
                .isEqualTo("2024-03-04");
        assertThat(Given.event(Given.json("Observation", "'status':'final','issued':'2024-03-01T23:30:00Z'," + code))
                        .day())
                .isEqualTo("2024-03-02");
        assertThat(Given.events(Given.json("Observation", "'status':'final'," + code)))
                .isEmpty();
    }

    private static String quantity(String value, String unit) {
        return "'valueQuantity':{'value':" + value + ",'unit':'" + unit + "'}";
    }

    private static String result(String loinc, String value, String more) {
        return observation("'code':" + codings(LOINC, loinc) + "," + value + more);
    }

    private static String observation(String more) {
        return Given.json("Observation", "'status':'final','effectiveDateTime':'2024-03-01'," + more);
    }
}
