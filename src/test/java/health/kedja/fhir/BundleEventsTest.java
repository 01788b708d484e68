package health.kedja.fhir;

import static health.kedja.fhir.Given.ICD;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleEventsTest {

    private static final String P = "urn:uuid:0000aaaa-0000-4000-8000-000000000001";
    private static final String C = "urn:uuid:0000aaaa-0000-4000-8000-000000000002";
    private static final String E = "urn:uuid:0000aaaa-0000-4000-8000-000000000003";
    private static final String IDENTIFIER =
            "'identifier':[{'system':'http://electronichealth.se/identifier/personnummer','value':'195009072553'}]";
    private static final String CONDITIONAL =
            "Patient?identifier=http://electronichealth.se/identifier/personnummer|195009072553";

    private final BundleEvents bundles = new BundleEvents(Given.EVENTS);

    @Test
    void entries_refer_to_each_other_by_full_url() {
        PatientHistory read = bundles.of(Given.bundle(patient(P, ""), encounter(E, P), fracture(C, P, E)));

        assertThat(read.patient()).isEqualTo(P);
        Event fracture = ofKind(read, Kind.FRACTURE);
        assertThat(fracture.source()).isEqualTo(C);
        assertThat(fracture.encounter()).isEqualTo(E);
        assertThat(ofKind(read, Kind.ENCOUNTER).source()).isEqualTo(E);
    }

    @Test
    void a_resource_with_an_id_goes_by_it() {
        PatientHistory read = bundles.of(Given.bundle(
                patient(P, "").replace("'birthDate'", "'id':'7','birthDate'"),
                fracture(C, "Patient/7", E),
                encounter(E, P)));

        assertThat(read.patient()).isEqualTo("Patient/7");
        assertThat(read.history().events()).hasSize(3);
    }

    @Test
    void full_urls_with_a_base_are_stripped() {
        PatientHistory read = bundles.of(Given.bundle(
                patient("http://a/fhir/Patient/7", ""),
                fracture("http://a/fhir/Condition/8", "http://a/fhir/Patient/7", null)));

        assertThat(read.patient()).isEqualTo("Patient/7");
        assertThat(ofKind(read, Kind.FRACTURE).source()).isEqualTo("Condition/8");
    }

    @Test
    void a_conditional_reference_finds_the_patient_by_identifier() {
        PatientHistory read = bundles.of(Given.bundle(patient(P, "," + IDENTIFIER), fracture(C, CONDITIONAL, null)));

        assertThat(read.patient()).isEqualTo(P);
        assertThat(ofKind(read, Kind.FRACTURE).source()).isEqualTo(C);
    }

    @Test
    void a_conditional_reference_finds_the_patient_by_condition_of_creation() {
        String created = patient(P, "")
                .replace(
                        "'fullUrl'",
                        "'request':{'method':'POST','url':'Patient','ifNoneExist':"
                                + "'identifier=http://electronichealth.se/identifier/personnummer%7C195009072553'},'fullUrl'");

        assertThat(bundles.of(Given.bundle(created, fracture(C, CONDITIONAL, null)))
                        .patient())
                .isEqualTo(P);
    }

    @Test
    void a_conditional_reference_to_no_entry_is_an_error() {
        assertThatThrownBy(() -> bundles.of(Given.bundle(patient(P, ""), fracture(C, CONDITIONAL, null))))
                .isInstanceOf(UnreadableBundleException.class)
                .hasMessageContaining("conditional reference to Patient")
                .hasMessageNotContaining("195009072553");
    }

    @Test
    void a_logical_reference_by_identifier_finds_the_patient() {
        String logical = fracture(C, "x", null)
                .replace(
                        "{'reference':'x'}",
                        "{'type':'Patient'," + IDENTIFIER.replace("[", "").replace("]", "") + "}");

        assertThat(ofKind(bundles.of(Given.bundle(patient(P, "," + IDENTIFIER), logical)), Kind.FRACTURE)
                        .source())
                .isEqualTo(C);
    }

    @Test
    void a_reference_to_an_entry_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> bundles.of(Given.bundle(patient(P, ""), fracture(C, E, null))))
                .isInstanceOf(UnreadableBundleException.class)
                .hasMessageContaining(E);
    }

    @Test
    void a_medication_in_another_entry_is_read() {
        String medication = "{'fullUrl':'" + E + "','resource':{'resourceType':'Medication','code':"
                + codings(Given.ATC, "M05BA04") + "}}";
        String request = "{'fullUrl':'" + C + "','resource':{'resourceType':'MedicationRequest','status':'active',"
                + "'intent':'order','authoredOn':'2024-03-01','subject':{'reference':'" + P
                + "'},'medicationReference':{'reference':'" + E + "'}}}";

        assertThat(ofKind(bundles.of(Given.bundle(patient(P, ""), request, medication)), Kind.DRUG_ORDERED)
                        .code())
                .isEqualTo("M05BA04");
    }

    @Test
    void no_patient_and_two_patients_are_errors() {
        assertThatThrownBy(() -> bundles.of(Given.bundle()))
                .isInstanceOf(UnreadableBundleException.class)
                .hasMessageContaining("no patient");
        assertThatThrownBy(() -> bundles.of(Given.bundle(patient(P, ""), fracture(C, "Patient/8", null))))
                .isInstanceOf(UnreadableBundleException.class)
                .hasMessageContaining("2 patients");
    }

    @Test
    void a_replaced_patient_and_the_survivor_are_one() {
        String replaced = patient(
                "urn:uuid:0000aaaa-0000-4000-8000-000000000009",
                ",'link':[{'type':'replaced-by'," + "'other':{'reference':'" + P + "'}}]");
        PatientHistory read = bundles.of(Given.bundle(
                replaced, patient(P, ""), fracture(C, "urn:uuid:0000aaaa-0000-4000-8000-000000000009", null)));

        assertThat(read.patient()).isEqualTo(P);
        assertThat(read.history().events()).extracting(Event::kind).containsExactly(Kind.BIRTH, Kind.FRACTURE);
    }

    @ParameterizedTest
    @EnumSource(
            value = BundleType.class,
            names = {"TRANSACTION", "BATCH", "COLLECTION", "SEARCHSET", "DOCUMENT"})
    void every_sort_of_bundle_is_read_but_a_history(BundleType type) {
        Bundle bundle = Given.bundle(patient(P, ""), fracture(C, P, null));

        assertThat(bundles.of(bundle.setType(type)).history().events()).hasSize(2);
        assertThatThrownBy(() -> bundles.of(bundle.setType(BundleType.HISTORY)))
                .isInstanceOf(UnreadableBundleException.class);
    }

    @Test
    void the_order_of_entries_makes_no_difference() {
        List<String> entries = new ArrayList<>(
                Arrays.asList(patient(P, "," + IDENTIFIER), encounter(E, P), fracture(C, CONDITIONAL, E)));
        for (int i = 10; i < 20; i++) {
            entries.add(fracture("urn:uuid:0000aaaa-0000-4000-8000-0000000000" + i, P, E));
        }
        List<Event> expected = bundles.of(Given.bundle(entries.toArray(String[]::new)))
                .history()
                .events();
        assertThat(expected).hasSize(13);
        Random random = new Random(20240301);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(entries, random);
            assertThat(bundles.of(Given.bundle(entries.toArray(String[]::new)))
                            .history()
                            .events())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_stored_resource_and_the_same_in_a_bundle_give_the_same() {
        String condition = Given.json(
                "Condition",
                "'onsetDateTime':'2024-03-01','code':"
                        + codings(ICD, "S72.0", ICD, "W010") + ",'extension':[{'url':"
                        + "'http://hl7.org/fhir/StructureDefinition/condition-dueTo','valueReference':{'reference':'Condition/5'}}]");

        assertThat(bundles.of(Given.bundle("{'resource':" + condition + "}"))
                        .history()
                        .events())
                .containsExactlyInAnyOrderElementsOf(Given.events(condition));
    }

    private static Event ofKind(PatientHistory read, Kind kind) {
        return read.history().events().stream()
                .filter(e -> e.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String patient(String fullUrl, String more) {
        return "{'fullUrl':'" + fullUrl + "','resource':{'resourceType':'Patient','birthDate':'1950-09-07'" + more
                + "}}";
    }

    private static String encounter(String fullUrl, String patient) {
        return "{'fullUrl':'" + fullUrl + "','resource':{'resourceType':'Encounter','status':'finished',"
                + "'class':{'code':'IMP'},'period':{'start':'2024-03-01'},'subject':{'reference':'" + patient + "'}}}";
    }

    private static String fracture(String fullUrl, String patient, String encounter) {
        return "{'fullUrl':'" + fullUrl
                + "','resource':{'resourceType':'Condition','onsetDateTime':'2024-03-01','code':"
                + codings(ICD, "S72.0") + ",'subject':{'reference':'" + patient + "'}"
                + (encounter == null ? "" : ",'encounter':{'reference':'" + encounter + "'}") + "}}";
    }
}
