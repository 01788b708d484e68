package health.kedja.fhir;

import static health.kedja.fhir.Given.ACTIVITY;
import static health.kedja.fhir.Given.KVA;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unit, time of day and main diagnosis of contacts; stays in care homes; time of surgery. */
class ContactEventsTest {

    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/diagnosis-role";
    private static final String TYPE = "http://terminology.hl7.org/CodeSystem/ex-diagnosistype";

    @Test
    void a_contact_names_its_unit() {
        Event contact = contact("'serviceProvider':{'reference':'Organization/5'}");

        assertThat(contact.qualifier()).isEqualTo("Organization/5");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T08:15:00+01:00,495",
        // In local time: the day and the hour change.
        "2024-02-29T23:30:00Z,30",
        "2024-07-01T12:00:00Z,840",
        "2024-03-01,",
        "2024-03,"
    })
    void a_contact_starts_minutes_after_midnight_local_time(String start, Double minutes) {
        Event contact = Given.events(encounter("'period':{'start':'" + start + "'}")).stream()
                .findFirst()
                .orElseThrow();

        assertThat(contact.hasValue()).isEqualTo(minutes != null);
        assertThat(minutes == null || minutes == contact.value()).isTrue();
    }

    @Test
    void surgery_starts_minutes_after_midnight_local_time() {
        assertThat(surgery("'performedDateTime':'2024-03-02T09:05:00+01:00'").value())
                .isEqualTo(545);
        assertThat(surgery("'performedPeriod':{'start':'2024-03-02T08:05:00Z'}").value())
                .isEqualTo(545);
        assertThat(surgery("'performedDateTime':'2024-03-02'").hasValue()).isFalse();
    }

    @Test
    void the_time_of_day_is_kept_for_surgery_only() {
        assertThat(Given.event(Given.json(
                                "Procedure",
                                "'status':'completed','performedDateTime':'2024-03-02T09:05:00+01:00','code':"
                                        + codings(KVA, "QB001")))
                        .hasValue())
                .isFalse();
    }

    @Test
    void without_rank_the_first_diagnosis_is_the_main_one() {
        assertThat(main(diagnosis("1", ""), diagnosis("2", ""))).isEqualTo("Condition/1");
    }

    @Test
    void the_diagnosis_of_rank_1_is_the_main_one_wherever_it_stands() {
        assertThat(main(diagnosis("1", "'rank':2"), diagnosis("2", "'rank':1"))).isEqualTo("Condition/2");
        assertThat(main(diagnosis("1", "'rank':2"), diagnosis("2", "'rank':3"))).isNull();
    }

    @Test
    void a_discharge_diagnosis_goes_before_one_of_admission_and_others_of_its_rank() {
        assertThat(main(diagnosis("1", use(ROLE, "AD") + ",'rank':1"), diagnosis("2", use(ROLE, "DD") + ",'rank':1")))
                .isEqualTo("Condition/2");
        assertThat(main(diagnosis("1", use(ROLE, "CC") + ",'rank':1"), diagnosis("2", use(ROLE, "DD") + ",'rank':1")))
                .isEqualTo("Condition/2");
        assertThat(main(diagnosis("1", use(ROLE, "CM")))).isNull();
    }

    @Test
    void a_diagnosis_named_principal_is_the_main_one() {
        assertThat(main(diagnosis("1", "'rank':1"), diagnosis("2", use(TYPE, "principal"))))
                .isEqualTo("Condition/2");
    }

    @Test
    void a_procedure_is_no_diagnosis() {
        assertThat(main("{'condition':{'reference':'Procedure/1'}}", diagnosis("2", "")))
                .isEqualTo("Condition/2");
    }

    @Test
    void the_main_diagnosis_names_its_contact() {
        Event event = Given.events(
                        encounter("'period':{'start':'2024-03-01'},'diagnosis':[" + diagnosis("1", "") + "]"),
                        Kind.MAIN_DIAGNOSIS)
                .get(0);

        assertThat(event.encounter()).isEqualTo("Encounter/1");
        assertThat(event.day()).isEqualTo("2024-03-01");
    }

    @Test
    void a_stay_in_a_care_home_is_an_episode_or_a_contact_of_that_type() {
        String stay = "'type':[" + codings(ACTIVITY, "care-home-stay") + "],'period':{'start':'2022-04','end':'2024'}";
        for (String resource : List.of(Given.json("EpisodeOfCare", "'status':'finished'," + stay), encounter(stay))) {
            Event event = Given.events(resource, Kind.CARE_HOME_STAY).get(0);

            assertThat(event.day()).isEqualTo(LocalDate.of(2022, 4, 1));
            assertThat(event.end()).isEqualTo(LocalDate.of(2024, 12, 31));
        }
        assertThat(Given.events(Given.json("EpisodeOfCare", "'status':'planned'," + stay)))
                .isEmpty();
    }

    private static String main(String... diagnoses) {
        return Given.events(
                        encounter("'period':{'start':'2024-03-01'},'diagnosis':[" + String.join(",", diagnoses) + "]"),
                        Kind.MAIN_DIAGNOSIS)
                .stream()
                .map(Event::qualifier)
                .findFirst()
                .orElse(null);
    }

    private static String diagnosis(String condition, String more) {
        return "{'condition':{'reference':'Condition/" + condition + "'}" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String use(String system, String code) {
        return "'use':" + codings(system, code);
    }

    private static Event surgery(String performed) {
        Event event = Given.event(
                Given.json("Procedure", "'status':'completed','code':" + codings(KVA, "NFJ59") + "," + performed));
        assertThat(event.kind()).isEqualTo(Kind.HIP_FRACTURE_SURGERY);
        return event;
    }

    private static Event contact(String more) {
        return Given.event(encounter("'period':{'start':'2024-03-01'}," + more));
    }

    private static String encounter(String more) {
        return Given.json("Encounter", "'status':'finished','class':{'code':'IMP'}," + more);
    }
}
