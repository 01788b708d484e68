package health.kedja.fhir;

import static health.kedja.fhir.Given.ATC;
import static health.kedja.fhir.Given.ICD;
import static health.kedja.fhir.Given.codings;
import static health.kedja.fhir.Given.event;
import static health.kedja.fhir.Given.events;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Allergies, intolerances, diseases and doses that bear on the choice of drug. */
class AllergyEventsTest {

    private static final LocalDate DAY = LocalDate.of(2020, 5, 1);
    private static final String SNOMED_CT = "http://snomed.info/sct";

    private static String allergy(String more) {
        return "{'resourceType':'AllergyIntolerance','id':'1','patient':{'reference':'Patient/7'}," + more + "}";
    }

    private static final String ALENDRONATE = "'code':" + codings(ATC, "M05BA04");

    @Test
    void an_intolerance_is_an_event_with_the_drug_and_its_type() {
        assertThat(event(allergy(ALENDRONATE + ",'type':'intolerance','recordedDate':'2020-05-01'")))
                .isEqualTo(Event.of(Kind.ALLERGY_OR_INTOLERANCE, DAY, "AllergyIntolerance/1")
                        .withCode("M05BA04")
                        .withQualifier("intolerance"));
    }

    @Test
    void the_onset_goes_before_the_day_of_recording_and_neither_is_needed() {
        assertThat(event(allergy(ALENDRONATE + ",'onsetDateTime':'2019','recordedDate':'2020-05-01'"))
                        .day())
                .isEqualTo("2019-12-31");
        assertThat(event(allergy(ALENDRONATE)).day()).isNull();
        assertThat(event(allergy(ALENDRONATE)).qualifier()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"391730008, M05BA04", "446321003, M05BX04"})
    void a_substance_of_snomed_ct_is_the_drug(String code, String atc) {
        assertThat(event(allergy("'code':" + codings(SNOMED_CT, code))).code()).isEqualTo(atc);
    }

    @Test
    void the_substance_of_a_reaction_counts_and_each_drug_once() {
        assertThat(events(allergy(ALENDRONATE + ",'reaction':[{'substance':" + codings(ATC, "M05BA04", ATC, "M05BX04")
                        + ",'manifestation':[{'text':'any'}]}]")))
                .extracting(Event::code)
                .containsExactly("M05BA04", "M05BX04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'verificationStatus':{'coding':[{'code':'refuted'}]}",
                "'verificationStatus':{'coding':[{'code':'entered-in-error'}]}",
                "'clinicalStatus':{'coding':[{'code':'inactive'}]}",
                "'clinicalStatus':{'coding':[{'code':'resolved'}]}",
            })
    void what_is_refuted_or_over_is_none(String status) {
        assertThat(events(allergy(ALENDRONATE + "," + status))).isEmpty();
    }

    @Test
    void one_that_is_not_confirmed_counts() {
        assertThat(events(allergy(ALENDRONATE + ",'verificationStatus':{'coding':[{'code':'unconfirmed'}]}")))
                .hasSize(1);
    }

    @Test
    void an_allergy_to_something_else_says_nothing() {
        assertThat(events(allergy("'code':" + codings(ATC, "J01CE02")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "R13, dysphagia",
        "R139, dysphagia",
        "F000, cognitive-impairment",
        "F019, cognitive-impairment",
        "F02, cognitive-impairment",
        "F039, cognitive-impairment",
    })
    void a_disease_that_bears_on_the_choice_of_drug_is_an_event(String code, String disease) {
        assertThat(event(Given.json("Condition", "'onsetDateTime':'2020-05-01','code':" + codings(ICD, code))))
                .isEqualTo(Event.of(Kind.DISEASE, DAY, "Condition/1").withCode(disease));
    }

    @Test
    void a_disease_that_has_passed_ends_on_its_day_and_says_nothing_without_one() {
        String dysphagia = "'onsetDateTime':'2020-05-01','code':" + codings(SNOMED_CT, "40739000");

        assertThat(event(Given.json("Condition", dysphagia + ",'abatementDateTime':'2021-02-03'"))
                        .end())
                .isEqualTo("2021-02-03");
        assertThat(events(Given.json("Condition", dysphagia + ",'clinicalStatus':{'coding':[{'code':'resolved'}]}")))
                .isEmpty();
        assertThat(events(Given.json(
                        "Condition", dysphagia + ",'verificationStatus':{'coding':[{'code':'provisional'}]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'frequency':1,'period':1,'periodUnit':'d' | 'value':5,'unit':'mg' | 5",
                "'frequency':2,'period':1,'periodUnit':'d' | 'value':5,'code':'mg' | 10",
                "'period':1,'periodUnit':'wk' | 'value':70,'unit':'mg' | 10",
                "'frequency':1,'period':12,'periodUnit':'h' | 'value':5,'unit':'mg' | 10",
                "'frequency':1,'period':1,'periodUnit':'mo' | 'value':5,'unit':'mg' | NaN",
                "'frequency':1,'frequencyMax':2,'period':1,'periodUnit':'d' | 'value':5,'unit':'mg' | NaN",
                "'frequency':1,'period':1,'periodUnit':'d' | 'value':5,'unit':'g' | NaN",
                "'frequency':1,'period':1,'periodUnit':'d' | 'value':5,'comparator':'<','unit':'mg' | NaN",
                "'frequency':1 | 'value':5,'unit':'mg' | NaN",
            })
    void the_daily_dose_is_read_where_it_leaves_no_doubt(String repeat, String dose, double milligrams) {
        String dosage = "{'timing':{'repeat':{" + repeat + "}},'doseAndRate':[{'doseQuantity':{" + dose + "}}]}";

        assertThat(dose("'dosageInstruction':[" + dosage + "]")).isEqualTo(Double.valueOf(milligrams));
        assertThat(dose("'dosageInstruction':[" + dosage + "," + dosage + "]"))
                .isEqualTo(Double.valueOf(2 * milligrams));
        assertThat(dose("'dosageInstruction':[" + dosage.replaceFirst("\\{", "{'asNeededBoolean':true,") + "]"))
                .isNaN();
        assertThat(dose("'note':[]")).isNaN();
    }

    private static double dose(String more) {
        return event(Given.json(
                        "MedicationRequest",
                        "'status':'active','intent':'order','authoredOn':'2024-01-01','medicationCodeableConcept':"
                                + codings(ATC, "H02AB06") + "," + more))
                .value();
    }
}
