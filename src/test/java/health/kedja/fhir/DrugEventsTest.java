package health.kedja.fhir;

import static health.kedja.fhir.Given.ATC;
import static health.kedja.fhir.Given.REASON;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrugEventsTest {

    private static final String ALENDRONATE = "'medicationCodeableConcept':" + codings(ATC, "M05BA04");
    private static final String DECLINED = codings(REASON, "declined");

    @ParameterizedTest
    @ValueSource(strings = {"active", "on-hold", "completed", "stopped", "unknown"})
    void a_prescription_is_an_order(String status) {
        Event event = Given.event(request("'status':'" + status + "','intent':'order'," + ALENDRONATE));

        assertThat(event.kind()).isEqualTo(Kind.DRUG_ORDERED);
        assertThat(event.code()).isEqualTo("M05BA04");
        assertThat(event.day()).isEqualTo("2024-03-01");
    }

    @ParameterizedTest
    @CsvSource({"draft,order", "cancelled,order", "entered-in-error,order", "active,proposal", "active,plan"})
    void what_no_one_has_prescribed_is_none(String status, String intent) {
        assertThat(Given.events(request("'status':'" + status + "','intent':'" + intent + "'," + ALENDRONATE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M05BA04", "M05B", "M05"})
    void a_decision_not_to_treat_is_read_with_its_reason(String atc) {
        Event event = Given.event(request("'status':'active','intent':'order','doNotPerform':true,"
                + "'medicationCodeableConcept':" + codings(ATC, atc) + ",'reasonCode':[" + DECLINED + "]"));

        assertThat(event)
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "drug-ordered", "declined");
    }

    @Test
    void a_decision_without_a_reason_that_is_known_is_one_all_the_same() {
        assertThat(Given.event(request("'status':'active','intent':'order','doNotPerform':true," + ALENDRONATE))
                        .qualifier())
                .isEqualTo("other");
    }

    @Test
    void palliative_care_as_a_reason_is_a_limited_life_expectancy() {
        assertThat(Given.event(request("'status':'active','intent':'order','doNotPerform':true," + ALENDRONATE
                                + ",'reasonCode':[" + codings(Given.ICD, "Z51.5") + "]"))
                        .qualifier())
                .isEqualTo("limited-life-expectancy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H02AB06", "A12AX", "N02BE01"})
    void a_decision_against_another_drug_is_none_about_treatment(String atc) {
        assertThat(Given.events(request("'status':'active','intent':'order','doNotPerform':true,"
                        + "'medicationCodeableConcept':" + codings(ATC, atc))))
                .isEmpty();
    }

    @Test
    void a_treatment_decision_by_profile_needs_no_atc_code() {
        assertThat(Given.event(request("'meta':{'profile':["
                                + "'https://kedja.health/fhir/StructureDefinition/kedja-treatment-decision|0.1.0']},"
                                + "'status':'active','intent':'order','doNotPerform':true,"
                                + "'medicationCodeableConcept':{'text':'Benskörhetsläkemedel'}"))
                        .kind())
                .isEqualTo(Kind.NOT_DONE);
    }

    @Test
    void a_contained_medication_is_read() {
        Event event = Given.event(request("'contained':[{'resourceType':'Medication','id':'m','code':"
                + codings(ATC, "M05BX04") + "}],'status':'active','intent':'order',"
                + "'medicationReference':{'reference':'#m'}"));

        assertThat(event.code()).isEqualTo("M05BX04");
    }

    @Test
    void a_medication_that_is_not_at_hand_is_reported() {
        Event event = Given.event(
                request("'status':'active','intent':'order','medicationReference':{'reference':'Medication/4'}"));

        assertThat(event.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(event.code()).isEqualTo("Medication/4");
    }

    @Test
    void a_drug_in_an_unknown_system_is_reported_and_one_of_another_group_ignored() {
        assertThat(Given.event(request("'status':'active','intent':'order','medicationCodeableConcept':"
                                + codings("http://local", "Fosamax")))
                        .code())
                .isEqualTo("http://local|Fosamax");
        assertThat(Given.events(request(
                        "'status':'active','intent':'order','medicationCodeableConcept':" + codings(ATC, "N02BE01"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"84,d,84", "12,wk,84", "90,dagar,90", "3,mo,91.3125", "3,packs,NaN"})
    void a_dispensing_lasts_the_days_supplied(String value, String unit, double days) {
        Event event = Given.event(dispense("'daysSupply':{'value':" + value + ",'unit':'" + unit + "'}"));

        assertThat(event.kind()).isEqualTo(Kind.DRUG_DISPENSED);
        assertThat(event.day()).isEqualTo("2024-03-05");
        if (Double.isNaN(days)) {
            assertThat(event.hasValue()).isFalse();
        } else {
            assertThat(event.value()).isCloseTo(days, within(1e-9));
        }
    }

    @Test
    void else_it_lasts_the_amount_divided_by_the_dose() {
        String dose = "'dosageInstruction':[{'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'wk'}},"
                + "'doseAndRate':[{'doseQuantity':{'value':1,'unit':'tablett'}}]}]";

        assertThat(Given.event(dispense("'quantity':{'value':12,'unit':'tablett'}," + dose))
                        .value())
                .isEqualTo(84);
        assertThat(Given.event(dispense("'quantity':{'value':12,'unit':'förpackning'}," + dose))
                        .hasValue())
                .isFalse();
        assertThat(Given.event(dispense("'quantity':{'value':12,'unit':'tablett'}"))
                        .hasValue())
                .isFalse();
    }

    @Test
    void a_declined_dispensing_is_a_decision_only_with_its_reason() {
        String declined = dispense("'statusReasonCodeableConcept':" + DECLINED).replace("'completed'", "'declined'");

        assertThat(Given.event(declined))
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "drug-ordered", "declined");
        assertThat(Given.events(dispense("'quantity':{'value':1}").replace("'completed'", "'declined'")))
                .isEmpty();
        assertThat(Given.events(dispense("'quantity':{'value':1}").replace("'completed'", "'in-progress'")))
                .isEmpty();
    }

    @Test
    void a_dose_given_in_clinic_is_read() {
        Event event = Given.event(Given.json(
                "MedicationAdministration",
                "'status':'completed',"
                        + "'effectivePeriod':{'start':'2024-03-01T10:00:00+01:00','end':'2024-03-01T10:30:00+01:00'},"
                        + "'medicationCodeableConcept':" + codings(ATC, "M05BA08")));

        assertThat(event.kind()).isEqualTo(Kind.DRUG_ADMINISTERED);
        assertThat(event.code()).isEqualTo("M05BA08");
        assertThat(event.day()).isEqualTo("2024-03-01");
    }

    @Test
    void a_dose_not_given_is_not_done() {
        Event event = Given.event(Given.json(
                "MedicationAdministration",
                "'status':'not-done',"
                        + "'effectiveDateTime':'2024-03-01'," + ALENDRONATE + ",'statusReason':["
                        + codings(REASON, "contraindicated") + "]"));

        assertThat(event)
                .extracting(Event::kind, Event::code, Event::qualifier)
                .containsExactly(Kind.NOT_DONE, "drug-ordered", "contraindicated");
    }

    @Test
    void a_statement_holds_for_its_period() {
        Event open = Given.event(statement("'status':'active','effectivePeriod':{'start':'2023-01'}"));
        assertThat(open.kind()).isEqualTo(Kind.DRUG_STATED);
        assertThat(open.day()).isEqualTo("2023-01-31");
        assertThat(open.end()).isNull();

        Event closed = Given.event(
                statement("'status':'stopped','dateAsserted':'2024-05-01','effectivePeriod':{'start':'2023-01-05'}"));
        assertThat(closed.end()).isEqualTo("2024-05-01");
    }

    @Test
    void a_statement_without_period_holds_on_its_day() {
        Event event = Given.event(statement("'status':'active','dateAsserted':'2024-05-01'"));

        assertThat(event.day()).isEqualTo("2024-05-01");
        assertThat(event.end()).isEqualTo("2024-05-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-taken", "intended", "on-hold", "entered-in-error"})
    void a_drug_not_taken_is_none(String status) {
        assertThat(Given.events(statement("'status':'" + status + "','dateAsserted':'2024-05-01'")))
                .isEmpty();
    }

    private static String request(String more) {
        return Given.json("MedicationRequest", "'authoredOn':'2024-03-01'," + more);
    }

    private static String dispense(String more) {
        return Given.json(
                "MedicationDispense", "'status':'completed','whenHandedOver':'2024-03-05'," + ALENDRONATE + "," + more);
    }

    private static String statement(String more) {
        return Given.json("MedicationStatement", ALENDRONATE + "," + more);
    }
}
