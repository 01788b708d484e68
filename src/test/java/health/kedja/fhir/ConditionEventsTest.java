package health.kedja.fhir;

import static health.kedja.fhir.Given.ICD;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionEventsTest {

    private static final String SCT = "http://snomed.info/sct";
    private static final String DUE_TO = "http://hl7.org/fhir/StructureDefinition/condition-dueTo";
    private static final String HIP = "'onsetDateTime':'2024-03-01','code':" + codings(ICD, "S72.0");

    @Test
    void a_fracture_carries_code_day_side_contact_and_evidence() {
        Event event = Given.event(condition(HIP + ",'encounter':{'reference':'http://a/fhir/Encounter/9/_history/2'},"
                + "'bodySite':[" + codings(SCT, "29627003", SCT, "7771000") + "]"));

        assertThat(event)
                .isEqualTo(Event.of(Kind.FRACTURE, LocalDate.of(2024, 3, 1), "Condition/1")
                        .withCode("S720")
                        .withQualifier("hip")
                        .withLaterality("left")
                        .withEncounter("Encounter/9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "refuted"})
    void a_diagnosis_in_error_or_refuted_gives_nothing(String status) {
        assertThat(Given.events(condition(HIP + ",'verificationStatus':" + verification(status))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unconfirmed", "provisional", "differential"})
    void a_fracture_that_is_not_confirmed_is_kept_as_such(String status) {
        Event event = Given.event(condition("'onsetDateTime':'2024-03-01','code':" + codings(ICD, "S72.0", ICD, "W010")
                + ",'verificationStatus':" + verification(status)));

        assertThat(event.kind()).isEqualTo(Kind.UNCONFIRMED_FRACTURE);
        assertThat(event.code()).isEqualTo("S720");
    }

    @Test
    void an_osteoporosis_diagnosis_that_is_not_confirmed_gives_nothing() {
        assertThat(Given.events(condition("'onsetDateTime':'2024-03-01','code':" + codings(ICD, "M81.0")
                        + ",'verificationStatus':" + verification("provisional"))))
                .isEmpty();
    }

    @Test
    void an_external_cause_beside_the_fracture_is_its_circumstance() {
        assertThat(Given.events(condition("'onsetDateTime':'2024-03-01','code':"
                        + codings(ICD, "S72.00", "http://hl7.org/fhir/sid/icd-10-se", "W01.0"))))
                .extracting(Event::kind, Event::code, Event::source)
                .containsExactly(
                        tuple(Kind.FRACTURE, "S7200", "Condition/1"), tuple(Kind.CIRCUMSTANCE, "W010", "Condition/1"));
    }

    @Test
    void a_coded_due_to_is_a_circumstance_of_the_fracture_whatever_disease_it_is() {
        List<Event> events = Given.events(condition(
                HIP + ",'extension':[{'url':'" + DUE_TO + "','valueCodeableConcept':" + codings(ICD, "C50.9") + "}]"));

        assertThat(events)
                .filteredOn(e -> e.kind() == Kind.CIRCUMSTANCE)
                .extracting(Event::code)
                .containsExactly("C509");
    }

    @Test
    void a_due_to_that_refers_to_another_condition_names_it() {
        Event link = Given.events(
                        condition(HIP + ",'extension':[{'url':'" + DUE_TO
                                + "','valueReference':{'reference':'Condition/5'}}]"),
                        Kind.CIRCUMSTANCE)
                .get(0);

        assertThat(link.code()).isNull();
        assertThat(link.qualifier()).isEqualTo("Condition/5");
        assertThat(link.source()).isEqualTo("Condition/1");
    }

    @Test
    void a_cause_recorded_on_its_own_is_a_circumstance_of_its_day() {
        Event event = Given.event(condition("'onsetDateTime':'2024-03-01','code':" + codings(ICD, "V03.1")));

        assertThat(event.kind()).isEqualTo(Kind.CIRCUMSTANCE);
        assertThat(event.day()).isEqualTo("2024-03-01");
    }

    @Test
    void codings_that_mean_the_same_fracture_give_one() {
        Event event = Given.event(condition("'onsetDateTime':'2024-03-01','code':"
                + codings(SCT, "5913000", ICD, "S72.0", "http://hl7.org/fhir/sid/icd-10", "S72.00")));

        assertThat(event.code()).isEqualTo("S7200");
        assertThat(event.qualifier()).isEqualTo("hip");
    }

    @Test
    void a_snomed_code_with_known_site_gives_the_site() {
        Event event = Given.event(condition("'onsetDateTime':'2024-03-01','code':" + codings(SCT, "5913000")));

        assertThat(event.code()).isNull();
        assertThat(event.qualifier()).isEqualTo("hip");
    }

    @Test
    void osteoporosis_with_fracture_is_both() {
        List<Event> events = Given.events(condition("'onsetDateTime':'2024-03-01','code':" + codings(ICD, "M80.0F")));

        assertThat(events).extracting(Event::kind).containsExactly(Kind.FRACTURE, Kind.OSTEOPOROSIS_DIAGNOSIS);
        assertThat(events).extracting(Event::code).containsOnly("M800F");
        assertThat(events.get(0).qualifier()).isEqualTo("hip");
    }

    @Test
    void the_body_site_goes_before_the_site_character() {
        Event fracture = Given.events(
                        condition("'onsetDateTime':'2024-03-01','code':" + codings(ICD, "M80.0F") + ",'bodySite':["
                                + codings("https://kedja.health/fhir/CodeSystem/kedja-fracture-site", "pelvis") + "]"),
                        Kind.FRACTURE)
                .get(0);

        assertThat(fracture.qualifier()).isEqualTo("pelvis");
    }

    @Test
    void beside_an_injury_code_m80_adds_a_diagnosis_and_no_second_fracture() {
        List<Event> events =
                Given.events(condition("'onsetDateTime':'2024-03-01','code':" + codings(ICD, "M80.9", ICD, "S52.5")));

        assertThat(events)
                .extracting(Event::kind, Event::code)
                .containsExactly(tuple(Kind.FRACTURE, "S525"), tuple(Kind.OSTEOPOROSIS_DIAGNOSIS, "M809"));
    }

    @Test
    void a_follow_up_code_beside_the_fracture_is_kept() {
        assertThat(Given.events(
                        condition("'onsetDateTime':'2024-03-01','code':" + codings(ICD, "S52.5", ICD, "Z09.4"))))
                .extracting(Event::code)
                .containsExactlyInAnyOrder("S525", "Z094");
    }

    @ParameterizedTest
    @CsvSource({"24028007,right", "7771000,left", "51440002,bilateral", "71341001:272741003=7771000,left"})
    void the_side_is_read_from_the_body_site(String code, String side) {
        Event event = Given.event(condition(HIP + ",'bodySite':[" + codings(SCT, code) + "]"));

        assertThat(event.laterality()).isEqualTo(side);
    }

    @Test
    void the_onset_goes_before_the_day_of_recording() {
        assertThat(Given.event(condition(HIP + ",'recordedDate':'2024-03-09'")).day())
                .isEqualTo("2024-03-01");
        Event recorded = Given.event(condition("'recordedDate':'2024-03-09','code':" + codings(ICD, "S72.0")));
        assertThat(recorded.day()).isEqualTo("2024-03-09");
        assertThat(recorded.end()).isNull();
    }

    @Test
    void a_recorded_day_with_a_contact_says_that_the_contact_may_know_better() {
        Event event = Given.event(condition(
                "'recordedDate':'2024-03-09','encounter':{'reference':'Encounter/9'},'code':" + codings(ICD, "S72.0")));

        assertThat(event.day()).isEqualTo("2024-03-09");
        assertThat(event.end()).isEqualTo("2024-03-09");
    }

    @Test
    void a_fracture_without_any_date_is_kept() {
        assertThat(Given.event(condition("'code':" + codings(ICD, "S72.0"))).day())
                .isNull();
    }

    @Test
    void a_partial_onset_opens_on_its_first_day_and_a_diagnosis_counts_from_its_last() {
        List<Event> events = Given.events(condition("'onsetDateTime':'2024-02','code':" + codings(ICD, "M80.9")));

        assertThat(events).extracting(Event::day).containsExactly(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));
    }

    @Test
    void palliative_care_is_a_limited_life_expectancy() {
        Event event = Given.event(condition("'recordedDate':'2024-03-01','code':" + codings(ICD, "Z51.5")));

        assertThat(event.kind()).isEqualTo(Kind.LIMITED_LIFE_EXPECTANCY);
    }

    @Test
    void codes_of_unknown_systems_are_reported_and_other_diagnoses_ignored() {
        Event event = Given.event(condition("'recordedDate':'2024-03-01','code':" + codings("http://local", "F-17")));

        assertThat(event.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(event.code()).isEqualTo("http://local|F-17");
        assertThat(Given.events(condition("'code':" + codings(ICD, "I10")))).isEmpty();
        assertThat(Given.events(condition("'code':" + codings("http://local", "F-17", ICD, "I10"))))
                .isEmpty();
    }

    @Test
    void a_diagnosis_in_words_alone_is_reported_with_its_words() {
        assertThat(Given.event(condition("'code':{'text':'Höftfraktur'}")).code())
                .isEqualTo("Höftfraktur");
    }

    private static String condition(String more) {
        return Given.json("Condition", more);
    }

    private static String verification(String status) {
        return codings("http://terminology.hl7.org/CodeSystem/condition-ver-status", status);
    }
}
