package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMapsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:oid:1.2.752.116.1.1.1",
                "urn:oid:1.2.752.116.1.1.1.1.3",
                "urn:oid:1.2.752.116.1.1.1.1.8",
                "urn:oid:1.2.752.116.1.1.1.1.1",
                "http://hl7.org/fhir/sid/icd-10-se",
                "http://hl7.org/fhir/sid/icd-10",
                "https://terminologitjansten.inera.se/fhir/CodeSystem/icd-10-se",
                "urn:oid:1.2.208.176.2.4",
                "urn:oid:1.2.208.176.2.4.12"
            })
    void a_fracture_is_read_under_every_uri_of_icd10(String system) {
        assertThat(fracture(system, "S7200").code()).isEqualTo("S7200");
    }

    @ParameterizedTest
    @CsvSource({
        "S72.0,S720",
        "S720,S720",
        "S7200,S7200",
        "S72.00,S7200",
        "s72.0,S720",
        "DS720,S720",
        "DS72.0,S720",
        "DS721+TUL1,S721",
        "DS721B+TUL2,S721",
        "DM800F,M800",
        "M49.5*,M495",
        "M80.-,M80",
        "T08,T08",
        "T08.9,T089"
    })
    void every_spelling_of_a_code_becomes_one(String spelling, String canonical) {
        assertThat(fracture("urn:oid:1.2.208.176.2.4.12", spelling).code()).isEqualTo(canonical);
        assertThat(fracture(Given.ICD, spelling).code()).isEqualTo(canonical);
    }

    @Test
    void the_site_letter_of_the_swedish_edition_is_kept_and_the_letter_of_the_danish_is_not() {
        assertThat(fracture(Given.ICD, "M80.0F").code()).isEqualTo("M800F");
        assertThat(fracture("urn:oid:1.2.208.176.2.4.12", "DM800F").qualifier()).isNull();
    }

    @Test
    void a_code_of_chapter_d_keeps_its_letter() {
        assertThat(IcdCode.canonical("D64.0", false)).isEqualTo("D640");
        assertThat(IcdCode.canonical("DD640", true)).isEqualTo("D640");
    }

    @Test
    void the_longest_prefix_decides() {
        String icd = Given.MAPS.canonical(Given.ICD);

        assertThat(Given.MAPS.targets(icd, "M800F"))
                .extracting(Target::kind)
                .containsExactlyInAnyOrder(Kind.FRACTURE, Kind.OSTEOPOROSIS_DIAGNOSIS);
        assertThat(Given.MAPS.targets(icd, "C509")).isEmpty();
        assertThat(Given.MAPS.targets(Given.ATC, "M05BX04"))
                .extracting(Target::isDrug)
                .containsExactly(true);
        assertThat(Given.MAPS.targets(Given.ATC, "N02BE01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:oid:1.2.752.116.1.3.2.1.4",
        "urn:oid:1.2.752.116.1.3.2.3.4",
        "urn:oid:1.2.752.116.1.3.2.3.6",
        "urn:oid:1.2.752.129.2.2.2.1",
        "http://electronichealth.se/id/kva"
    })
    void a_procedure_is_read_under_every_uri_of_kva(String system) {
        assertThat(Given.event(Given.json(
                                "Procedure",
                                "'status':'completed','performedDateTime':'2024-03-01','code':"
                                        + Given.codings(system, "AN006")))
                        .kind())
                .isEqualTo(Kind.BONE_DENSITY_SCAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.whocc.no/atc", "http://whocc.no/atc", "urn:oid:1.2.752.129.2.2.3.1.1"})
    void a_drug_is_read_under_every_uri_of_atc(String system) {
        assertThat(Given.event(Given.json(
                                "MedicationRequest",
                                "'status':'active','intent':'order',"
                                        + "'authoredOn':'2024-03-01','medicationCodeableConcept':"
                                        + Given.codings(system, "M05BA04")))
                        .code())
                .isEqualTo("M05BA04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://npu-terminology.org", "urn:oid:1.2.752.108.1", "https://www.npu-terminology.org"})
    void a_result_is_read_under_every_uri_of_npu(String system) {
        assertThat(Given.event(Given.json(
                                "Observation",
                                "'status':'final','effectiveDateTime':'2024-03-01','code':"
                                        + Given.codings(system, "NPU03577")))
                        .code())
                .isEqualTo("tsh");
    }

    @Test
    void a_danish_operation_is_read_as_its_nordic_code() {
        Event event = Given.event(Given.json(
                "Procedure",
                "'status':'completed','performedDateTime':'2024-03-01','code':"
                        + Given.codings("urn:oid:1.2.208.176.2.4", "KNFJ59")));

        assertThat(event.kind()).isEqualTo(Kind.HIP_FRACTURE_SURGERY);
        assertThat(event.code()).isEqualTo("NFJ59");
    }

    @Test
    void a_target_that_names_no_kind_is_refused() {
        assertThatThrownBy(() -> Target.parse("fractured:hip"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fractured");
    }

    private static Event fracture(String system, String code) {
        return Given.events(
                        Given.json("Condition", "'onsetDateTime':'2024-03-01','code':" + Given.codings(system, code)),
                        Kind.FRACTURE)
                .get(0);
    }
}
