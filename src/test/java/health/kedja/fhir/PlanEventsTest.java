package health.kedja.fhir;

import static health.kedja.fhir.Given.ACTIVITY;
import static health.kedja.fhir.Given.KVA;
import static health.kedja.fhir.Given.REASON;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanEventsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bone-density", "primary-care", "physiotherapy", "osteoporosis-clinic", "falls-clinic"})
    void a_referral_says_where_to(String to) {
        Event event = Given.event(request("'code':" + codings(ACTIVITY, "referral-" + to)));

        assertThat(event.kind()).isEqualTo(Kind.REFERRAL);
        assertThat(event.code()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "AN006,bone-density",
        "QB001,physiotherapy",
        "DV111,lifestyle-advice:tobacco",
        "PT009,fall-prevention:home",
        "QB003,fall-prevention",
        "GB009,patient-education",
        "XV015,drug-review",
        "PB003,fall-risk-assessment"
    })
    void a_request_for_a_scan_or_training_is_a_referral_and_not_the_thing_itself(String kva, String to) {
        Event event = Given.event(request("'code':" + codings(KVA, kva)));

        assertThat(event.kind()).isEqualTo(Kind.REFERRAL);
        assertThat(event.code()).isEqualTo(to);
    }

    @Test
    void two_codes_for_one_place_are_one_referral() {
        assertThat(Given.events(request("'code':" + codings(ACTIVITY, "referral-bone-density", KVA, "AN006"))))
                .hasSize(1);
    }

    @Test
    void an_unspecified_referral_may_say_where_to_in_its_details() {
        assertThat(Given.event(request("'code':" + codings(KVA, "XT001") + ",'orderDetail':["
                                + codings(ACTIVITY, "referral-primary-care") + "]"))
                        .code())
                .isEqualTo("primary-care");
    }

    @ParameterizedTest
    @CsvSource({"draft,order", "entered-in-error,order", "active,proposal", "active,plan", "active,option"})
    void what_no_one_has_sent_is_no_referral(String status, String intent) {
        assertThat(Given.events(request("'code':" + codings(ACTIVITY, "referral-primary-care"))
                        .replace("'active'", "'" + status + "'")
                        .replace("'order'", "'" + intent + "'")))
                .isEmpty();
    }

    @Test
    void a_referral_decided_against_is_not_done() {
        Event event = Given.event(request("'doNotPerform':true,'code':" + codings(KVA, "AN006") + ",'reasonCode':["
                + codings(REASON, "not-indicated") + "]"));

        assertThat(event)
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "referral:bone-density", "not-indicated");
    }

    @Test
    void a_revoked_referral_is_a_decision_only_with_its_reason() {
        String revoked =
                request("'code':" + codings(ACTIVITY, "referral-physiotherapy")).replace("active", "revoked");
        String declined = revoked.replace(
                "'status'",
                "'extension':[{'url':"
                        + "'http://hl7.org/fhir/StructureDefinition/request-statusReason','valueCodeableConcept':"
                        + codings(REASON, "declined") + "}],'status'");

        assertThat(Given.events(revoked)).isEmpty();
        assertThat(Given.event(declined))
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "referral:physiotherapy", "declined");
    }

    @Test
    void a_fracture_chain_plan_opens_the_chain_and_plans_its_review() {
        String plan = plan("'period':{'start':'2024-03-01','end':'2026-03-01'},'created':'2024-03-02'");

        assertThat(Given.events(plan, Kind.EPISODE_OPENED))
                .extracting(e -> e.day().toString())
                .containsExactly("2024-03-01");
        Event made = Given.events(plan, Kind.FOLLOW_UP_PLAN).get(0);
        assertThat(made.day()).isEqualTo("2024-03-02");
        assertThat(made.end()).isEqualTo("2026-03-01");
    }

    @Test
    void a_planned_follow_up_contact_is_the_review() {
        Event made = Given.events(
                        plan("'created':'2024-03-02','period':{'start':'2024-03-01','end':'2026-03-01'},'activity':["
                                + "{'detail':{'status':'scheduled','code':" + codings(KVA, "QB001")
                                + ",'scheduledPeriod':{'end':'2024-04-01'}}},"
                                + "{'detail':{'status':'scheduled','code':" + codings(ACTIVITY, "follow-up-contact")
                                + ",'scheduledTiming':{'event':['2024-09-01','2024-06-20']}}}]"),
                        Kind.FOLLOW_UP_PLAN)
                .get(0);

        assertThat(made.end()).isEqualTo("2024-06-20");
    }

    @Test
    void a_revoked_plan_is_no_follow_up_plan_and_a_draft_is_nothing() {
        String plan = plan("'created':'2024-03-02'");

        assertThat(Given.events(plan.replace("active", "revoked")))
                .extracting(Event::kind)
                .containsExactly(Kind.EPISODE_OPENED);
        assertThat(Given.events(plan.replace("active", "draft"))).isEmpty();
    }

    private static String request(String more) {
        return Given.json("ServiceRequest", "'status':'active','intent':'order','authoredOn':'2024-03-01'," + more);
    }

    private static String plan(String more) {
        return Given.json(
                "CarePlan",
                "'status':'active','intent':'plan','category':[" + codings(ACTIVITY, "fracture-chain-plan") + "],"
                        + more);
    }
}
