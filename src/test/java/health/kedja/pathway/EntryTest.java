package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fractures open a chain: rules D01 to D03 and PSVF's entry. */
class EntryTest {

    private static final String LATER = "2024-02-01";

    @ParameterizedTest
    @CsvSource({
        "S720, hip",
        "S7210, hip",
        "S722, hip",
        "S220, vertebra",
        "S3200, vertebra",
        "M485, vertebra",
        "T089, vertebra",
        "S325, pelvis",
        "S328, pelvis",
        "S422, proximal-humerus",
        "S5250, wrist",
        "S526, wrist",
    })
    void the_five_sites_open_a_chain(String code, String site) {
        assertThat(born1950().breaks(code, "2024-01-01").indexFractures(LATER))
                .containsExactly("Condition/1 " + site + " 2024-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S626", "S628", "S923", "S024", "S322", "S724", "S821", "S829"})
    void d03_hand_foot_skull_and_other_sites_do_not(String code) {
        Patient patient = born1950().breaks(code, "2024-01-01");

        assertThat(patient.excluded(LATER)).containsExactly("Condition/1 site-not-in-pathway");
        assertThat(patient.indexFractures(LATER)).isEmpty();
    }

    @Test
    void d01_a_wrist_fracture_on_the_50th_birthday_opens_a_chain_and_at_49_it_opens_none() {
        assertThat(bornOn("1974-01-01").breaks("S525", "2024-01-01").indexFractures(LATER))
                .hasSize(1);
        assertThat(bornOn("1974-01-02").breaks("S525", "2024-01-01").excluded(LATER))
                .containsExactly("Condition/1 below-age-limit");
    }

    @Test
    void d01_skane_asks_for_more_than_50_years() {
        assertThat(bornOn("1974-01-01").breaks("S525", "2024-01-01").excluded(Programmes.skane(), LATER))
                .containsExactly("Condition/1 below-age-limit");
        assertThat(bornOn("1973-01-01")
                        .breaks("S525", "2024-01-01")
                        .report(Programmes.skane(), LATER)
                        .chains())
                .hasSize(1);
    }

    @Test
    void d02_a_hip_fracture_opens_a_chain_at_any_age() {
        assertThat(bornOn("1990-05-05").breaks("S720", "2024-01-01").indexFractures(LATER))
                .hasSize(1);
    }

    @Test
    void d03_the_answer_names_the_rule_that_keeps_a_finger_out_whatever_the_sites_list() {
        Patient finger = born1950().breaks("S626", "2024-01-01");
        Guideline wide = Programmes.with("se-skane-2018", "codes: [S525,", "codes: [S62, S525,");

        for (Guideline guideline : new Guideline[] {Programmes.skane(), wide}) {
            assertThat(finger.report(guideline, LATER).excluded())
                    .extracting(one -> one.reason().token() + " "
                            + one.rule().orElseThrow().id())
                    .containsExactly("site-not-in-pathway D03");
        }
        assertThat(born1950()
                        .breaks("S826", "2024-01-01")
                        .report(Programmes.skane(), LATER)
                        .excluded())
                .allMatch(one -> one.rule().isEmpty());
    }

    @Test
    void an_excluded_fracture_names_the_rule_that_keeps_it_out() {
        Patient patient = bornOn("1974-01-02")
                .breaks("S525", "2023-12-31")
                .breaks("T921", "2024-01-01")
                .breaks("M844", "2024-01-02")
                .breaks("S720", "2024-01-03")
                .breaks("S720", "2024-01-04")
                .breaks("S422", "2024-01-05");

        assertThat(patient.report(LATER).excluded())
                .extracting(one -> one.fracture() + " " + one.reason().token() + " "
                        + one.rule().map(Rule::id).orElse("none"))
                .contains(
                        "Condition/1 below-age-limit PSVF-1",
                        "Condition/2 not-a-new-fracture KEDJA-2",
                        "Condition/3 pathological PSVF-4",
                        "Condition/5 same-episode SOS-1",
                        "Condition/6 same-episode KEDJA-3");
    }

    @Test
    void who_is_born_on_29_february_has_a_birthday_on_1_march() {
        assertThat(bornOn("1972-02-29").breaks("S525", "2022-02-28").excluded("2022-03-01"))
                .containsExactly("Condition/1 below-age-limit");
        assertThat(bornOn("1972-02-29").breaks("S525", "2022-03-01").indexFractures("2022-03-01"))
                .hasSize(1);
    }

    @Test
    void without_a_birth_date_only_sites_without_age_limit_open_a_chain() {
        assertThat(Patient.withoutBirthDate().breaks("S525", "2024-01-01").excluded(LATER))
                .containsExactly("Condition/1 unconfirmed");
        assertThat(Patient.withoutBirthDate().breaks("S720", "2024-01-01").indexFractures(LATER))
                .hasSize(1);
    }

    @Test
    void m80_counts_at_its_recorded_site() {
        assertThat(born1950()
                        .breaks("M809", "2024-01-01", event -> event.withQualifier("vertebra"))
                        .indexFractures(LATER))
                .containsExactly("Condition/1 vertebra 2024-01-01");
    }

    @Test
    void m80_without_site_is_left_out() {
        assertThat(born1950().breaks("M809", "2024-01-01").excluded(LATER))
                .containsExactly("Condition/1 site-not-in-pathway");
        assertThat(born1950()
                        .breaks("M809", "2024-01-01", event -> event.withQualifier("rib"))
                        .excluded(LATER))
                .containsExactly("Condition/1 site-not-in-pathway");
    }

    @Test
    void the_letter_of_m80_counts_where_no_body_site_is_recorded() {
        assertThat(born1950().breaks("M800F", "2024-01-01").indexFractures(LATER))
                .containsExactly("Condition/1 hip 2024-01-01");
        assertThat(born1950()
                        .breaks("M800F", "2024-01-01", event -> event.withQualifier("pelvis"))
                        .indexFractures(LATER))
                .containsExactly("Condition/1 pelvis 2024-01-01");
        assertThat(born1950()
                        .breaks("M800F", "2024-01-01", event -> event.withQualifier("femur-shaft"))
                        .excluded(LATER))
                .containsExactly("Condition/1 site-not-in-pathway");
    }

    @Test
    void a_fracture_known_by_body_site_alone_counts() {
        assertThat(born1950()
                        .breaks(null, "2024-01-01", event -> event.withQualifier("wrist"))
                        .indexFractures(LATER))
                .containsExactly("Condition/1 wrist 2024-01-01");
    }

    @Test
    void a_code_that_states_the_site_outweighs_the_body_site() {
        assertThat(born1950()
                        .breaks("S626", "2024-01-01", event -> event.withQualifier("wrist"))
                        .excluded(LATER))
                .containsExactly("Condition/1 site-not-in-pathway");
    }

    @Test
    void several_codes_of_one_condition_are_one_fracture() {
        Patient patient = born1950()
                .breaks("M809", "2024-01-01")
                .has(
                        "fracture:S525",
                        "2024-01-01",
                        event -> new Event(
                                Kind.FRACTURE, event.day(), null, "S525", null, null, Double.NaN, "Condition/1", null));

        assertThat(patient.indexFractures(LATER)).containsExactly("Condition/1 wrist 2024-01-01");
        assertThat(patient.excluded(LATER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T911", "T921", "T931", "Z094", "M966F"})
    void sequelae_follow_up_and_periprosthetic_codes_are_no_new_fracture(String code) {
        assertThat(born1950().breaks(code, "2024-01-01").excluded(LATER))
                .containsExactly("Condition/1 not-a-new-fracture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M844", "M907", "M843", "M484"})
    void neoplastic_and_stress_fractures_are_pathological(String code) {
        assertThat(born1950().breaks(code, "2024-01-01").excluded(LATER)).containsExactly("Condition/1 pathological");
    }

    @Test
    void a_fracture_with_a_metastasis_of_the_same_contact_is_pathological() {
        assertThat(born1950()
                        .breaks("S220", "2024-01-01", event -> event.withEncounter("Encounter/1"))
                        .has("circumstance:C795", "2024-01-03", event -> event.withEncounter("Encounter/1"))
                        .excluded(LATER))
                .containsExactly("Condition/1 pathological");
    }

    @Test
    void an_unconfirmed_fracture_opens_no_chain() {
        assertThat(born1950().has("unconfirmed-fracture:S525", "2024-01-01").excluded(LATER))
                .containsExactly("unconfirmed-fracture:S525@2024-01-01 unconfirmed");
    }

    @Test
    void a_fracture_without_a_day_opens_no_chain() {
        assertThat(born1950().breaks("S525", null).excluded(LATER)).containsExactly("Condition/1 date-unknown");
    }

    @Test
    void the_first_reason_that_holds_is_reported() {
        assertThat(born1950()
                        .breaks("Z094", null)
                        .breaks("M966", "2024-01-01")
                        .has("circumstance:W15", "2024-01-01")
                        .breaks("M844", "2024-01-01")
                        .breaks("S626", "2024-01-01")
                        .excluded(LATER))
                .containsExactly(
                        "Condition/1 date-unknown",
                        "Condition/2 not-a-new-fracture",
                        "Condition/3 pathological",
                        "Condition/4 high-energy");
    }

    @Test
    void a_fracture_after_the_day_asked_for_is_not_seen() {
        Patient patient = born1950().breaks("S720", "2024-01-02");

        assertThat(patient.indexFractures("2024-01-01")).isEmpty();
        assertThat(patient.excluded("2024-01-01")).isEmpty();
    }

    @Test
    void a_patient_without_fractures_has_no_chain() {
        assertThat(born1950().has("osteoporosis-diagnosis:M810", "2024-01-01").report(LATER))
                .isEqualTo(new ChainReport(java.util.List.of(), java.util.List.of(), java.util.List.of()));
    }

    @Test
    void what_was_not_understood_is_reported_with_or_without_a_day() {
        assertThat(born1950()
                        .has("not-understood", null)
                        .has("not-understood", "2024-01-01")
                        .has("not-understood", "2024-03-01")
                        .report(LATER)
                        .notUnderstood())
                .extracting(Event::source)
                .containsExactly("not-understood@null", "not-understood@2024-01-01");
    }
}
