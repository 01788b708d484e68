package health.kedja.fhir;

import static health.kedja.fhir.Given.ACTIVITY;
import static health.kedja.fhir.Given.ATC;
import static health.kedja.fhir.Given.KVA;
import static health.kedja.fhir.Given.LOINC;
import static health.kedja.fhir.Given.REASON;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CareEventsTest {

    private static final String VFA = "https://kedja.health/fhir/CodeSystem/kedja-vfa-result";

    @ParameterizedTest
    @CsvSource({
        "AN006,bone-density-scan,",
        "AN098,risk-assessment,without-bmd",
        "AN099,risk-assessment,with-bmd",
        "QB003,fall-prevention,",
        "PT009,fall-prevention,home",
        "QT009,fall-prevention,home",
        "QB001,training,balance",
        "QG004,training,balance",
        "QG003,training,strength",
        "QM015,training,",
        "GB009,patient-education,",
        "DV111,lifestyle-advice,tobacco",
        "DV112,lifestyle-advice,tobacco",
        "DV113,lifestyle-advice,tobacco",
        "DV121,lifestyle-advice,alcohol",
        "DV122,lifestyle-advice,alcohol",
        "DV123,lifestyle-advice,alcohol",
        "DV131,lifestyle-advice,activity",
        "DV132,lifestyle-advice,activity",
        "DV133,lifestyle-advice,activity",
        "DV200,lifestyle-advice,activity",
        "DV141,lifestyle-advice,diet",
        "DV142,lifestyle-advice,diet",
        "DV143,lifestyle-advice,diet",
        "XV015,drug-review,",
        "AW001,follow-up-contact,",
        "PB003,fall-risk-assessment,",
        "NFJ59,hip-fracture-surgery,NFJ59"
    })
    void a_procedure_is_what_its_code_says(String kva, String kind, String code) {
        Event event = Given.event(procedure("'code':" + codings(KVA, kva)));

        assertThat(event.kind().token()).isEqualTo(kind);
        assertThat(event.code()).isEqualTo(code);
        assertThat(event.day()).isEqualTo("2024-03-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DT016", "DT021"})
    void a_drug_beside_the_code_of_an_injection_was_given(String kva) {
        Event event = Given.event(procedure("'code':" + codings(KVA, kva, ATC, "M05BA08")));

        assertThat(event.kind()).isEqualTo(Kind.DRUG_ADMINISTERED);
        assertThat(event.code()).isEqualTo("M05BA08");
    }

    @Test
    void a_drug_may_be_the_used_code() {
        assertThat(Given.event(procedure(
                                "'code':" + codings(KVA, "DT021") + ",'usedCode':[" + codings(ATC, "M05BX04") + "]"))
                        .code())
                .isEqualTo("M05BX04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preparation", "on-hold", "stopped", "entered-in-error"})
    void what_was_not_carried_out_gives_nothing(String status) {
        assertThat(Given.events(procedure("'code':" + codings(KVA, "AN006")).replace("completed", status)))
                .isEmpty();
    }

    @Test
    void a_procedure_not_done_says_what_and_why() {
        String notDone = procedure("'code':" + codings(KVA, "AN006") + ",'statusReason':" + codings(REASON, "unable"))
                .replace("completed", "not-done");

        assertThat(Given.event(notDone))
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "bone-density-scan", "unable");
    }

    @ParameterizedTest
    @CsvSource({
        "DV111,lifestyle-advice:tobacco",
        "PT009,fall-prevention:home",
        "QB001,training:balance",
        "QB003,fall-prevention",
        "AN003,bone-density-scan"
    })
    void a_measure_declined_says_which(String kva, String what) {
        String notDone = procedure("'code':" + codings(KVA, kva) + ",'statusReason':" + codings(REASON, "declined"))
                .replace("completed", "not-done");

        assertThat(Given.event(notDone).code()).isEqualTo(what);
    }

    @Test
    void an_injection_not_given_is_a_decision_about_the_drug() {
        String notDone =
                procedure("'code':" + codings(KVA, "DT016", ATC, "M05BA08")).replace("completed", "not-done");

        assertThat(Given.event(notDone))
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "drug-ordered", "other");
    }

    @Test
    void a_training_period_starts_on_its_first_day() {
        Event event = Given.event(Given.json(
                "Procedure",
                "'status':'in-progress','performedPeriod':" + "{'start':'2024-03-01','end':'2024-06'},'code':"
                        + codings(KVA, "QB001")));

        assertThat(event.day()).isEqualTo("2024-03-01");
        assertThat(event.end()).isEqualTo("2024-06-30");
    }

    @Test
    void a_procedure_without_a_day_gives_nothing_and_one_in_an_unknown_system_is_reported() {
        assertThat(Given.events(Given.json("Procedure", "'status':'completed','code':" + codings(KVA, "AN006"))))
                .isEmpty();
        assertThat(Given.event(procedure("'code':" + codings("http://local", "DXA")))
                        .kind())
                .isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(Given.events(procedure("'code':" + codings(KVA, "ZZ999")))).isEmpty();
    }

    @Test
    void a_dxa_report_is_a_scan() {
        Event event = Given.event(report("'code':" + codings(LOINC, "38269-7")));

        assertThat(event.kind()).isEqualTo(Kind.BONE_DENSITY_SCAN);
    }

    @Test
    void a_report_coded_as_one_region_is_a_scan_without_a_number() {
        Event event = Given.event(report("'code':" + codings(LOINC, "24966-4")));

        assertThat(event.kind()).isEqualTo(Kind.BONE_DENSITY_SCAN);
        assertThat(event.code()).isNull();
    }

    @Test
    void a_dxa_report_that_concludes_on_the_vertebrae_assessed_them() {
        assertThat(Given.events(report("'code':" + codings(LOINC, "38269-7") + ",'conclusionCode':["
                        + codings(VFA, "fracture") + "]")))
                .extracting(Event::kind, Event::code)
                .containsExactly(
                        tuple(Kind.BONE_DENSITY_SCAN, null), tuple(Kind.VERTEBRAL_FRACTURE_ASSESSMENT, "fracture"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered", "cancelled", "entered-in-error"})
    void a_report_that_was_never_made_gives_nothing(String status) {
        assertThat(Given.events(report("'code':" + codings(LOINC, "38269-7")).replace("final", status)))
                .isEmpty();
    }

    @Test
    void a_contact_has_its_class_and_days() {
        Event event =
                Given.event(encounter("'class':{'code':'IMP'},'period':{'start':'2024-03-01','end':'2024-03-09'}"));

        assertThat(event)
                .isEqualTo(Event.of(Kind.ENCOUNTER, LocalDate.of(2024, 3, 1), "Encounter/1")
                        .withEnd(LocalDate.of(2024, 3, 9))
                        .withCode("IMP"));
    }

    @Test
    void the_type_of_a_contact_may_say_what_was_done_at_it() {
        assertThat(Given.events(encounter("'class':{'code':'AMB'},'period':{'start':'2024-06-01'},'type':["
                        + codings(KVA, "AW001") + "]")))
                .extracting(Event::kind)
                .containsExactly(Kind.ENCOUNTER, Kind.FOLLOW_UP_CONTACT);
    }

    @Test
    void a_planned_or_cancelled_contact_gives_nothing() {
        String contact = encounter("'class':{'code':'IMP'},'period':{'start':'2024-03-01'}");

        assertThat(Given.events(contact.replace("finished", "planned"))).isEmpty();
        assertThat(Given.events(contact.replace("finished", "cancelled"))).isEmpty();
    }

    @Test
    void an_episode_of_the_fracture_chain_opens_it() {
        String episode = Given.json(
                "EpisodeOfCare",
                "'status':'active','period':{'start':'2024-03-04'},'type':[" + codings(ACTIVITY, "fracture-chain")
                        + "]");

        assertThat(Given.event(episode).kind()).isEqualTo(Kind.EPISODE_OPENED);
        assertThat(Given.event(episode).day()).isEqualTo("2024-03-04");
        assertThat(Given.events(episode.replace("active", "planned"))).isEmpty();
    }

    private static String procedure(String more) {
        return Given.json("Procedure", "'status':'completed','performedDateTime':'2024-03-01'," + more);
    }

    private static String report(String more) {
        return Given.json("DiagnosticReport", "'status':'final','effectiveDateTime':'2024-03-01'," + more);
    }

    private static String encounter(String more) {
        return Given.json("Encounter", "'status':'finished'," + more);
    }
}
