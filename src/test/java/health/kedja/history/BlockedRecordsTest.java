package health.kedja.history;

import static health.kedja.history.Care.heldBy;
import static health.kedja.history.Care.reference;
import static health.kedja.history.Care.to;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.pathway.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A region with a hospital of two wards, and a health centre. */
class BlockedRecordsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-01");

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final Care care = new Care(http);
    private final Reach reach = SERVER.bean(Reach.class);
    private final AskedOfReach rows = new AskedOfReach(SERVER.dataSource());
    private final Histories histories = SERVER.bean(Histories.class);

    private String region;
    private String hospital;
    private String ward;
    private String otherWard;
    private String centre;
    private String patient;

    @BeforeEach
    void a_region() {
        region = care.organization(null);
        hospital = care.organization(region);
        ward = care.organization(hospital);
        otherWard = care.organization(hospital);
        centre = care.organization(region);
        patient = care.patient();
    }

    private Set<String> hidden(String organization, String... sources) {
        Map<String, String> asked = Stream.of(sources).collect(Collectors.toMap(source -> source, source -> patient));
        return reach.hidden(asked, Set.of(organization), DAY);
    }

    private boolean isHiddenFrom(String organization, String source) {
        return hidden(organization, source).contains(source);
    }

    private Optional<String> custodian(String source) {
        return Optional.ofNullable(rows.custodians(Set.of(source)).get(source));
    }

    private List<String> sources(String organization) {
        Histories.Seen seen =
                histories.ofRecord(patient, Set.of(organization), DAY).orElseThrow();
        return seen.patient().history().events().stream()
                .map(Event::source)
                .distinct()
                .toList();
    }

    @Test
    void the_unit_that_recorded_a_resource_is_that_of_its_label() {
        String contact = care.contact(patient, centre, "2024-03-01", null);
        String fracture =
                care.fracture(patient, ", " + heldBy(ward) + ", " + reference("encounter", "Encounter/" + contact));
        assertThat(custodian("Condition/" + fracture)).contains(ward);
        assertThat(custodian("Encounter/" + contact)).contains(centre);
    }

    @Test
    void without_a_label_it_is_the_organization_that_the_resource_names() {
        String scan = care.put(
                "Procedure",
                "\"status\": \"completed\", \"code\": {\"text\": \"any\"}, \"performer\": [{"
                        + reference("actor", "Practitioner/" + care.practitioner()) + ", "
                        + reference("onBehalfOf", "Organization/" + ward) + "}], "
                        + reference("subject", "Patient/" + patient));
        assertThat(custodian("Procedure/" + scan)).contains(ward);
        String value = care.put(
                "Observation",
                "\"status\": \"final\", \"code\": {\"text\": \"any\"}, \"performer\": ["
                        + to("Practitioner/" + care.practitioner()) + ", " + to("Organization/" + centre) + "], "
                        + reference("subject", "Patient/" + patient));
        assertThat(custodian("Observation/" + value)).contains(centre);
        String referral = care.put(
                "ServiceRequest",
                "\"status\": \"active\", \"intent\": \"order\", \"code\": {\"text\": \"any\"}, \"performer\": ["
                        + to("Organization/" + centre) + "], " + reference("requester", "Organization/" + ward) + ", "
                        + reference("subject", "Patient/" + patient));
        assertThat(custodian("ServiceRequest/" + referral)).contains(ward);
    }

    @Test
    void or_that_of_who_recorded_it_in_a_role_or_of_the_contact_as_they_are_now() {
        String role = care.role(care.practitioner(), ward);
        String byRole = care.fracture(patient, ", " + reference("recorder", "PractitionerRole/" + role));
        assertThat(custodian("Condition/" + byRole)).contains(ward);

        String contact = care.contact(patient, centre, "2024-03-01", null);
        String inContact = care.fracture(patient, ", " + reference("encounter", "Encounter/" + contact));
        assertThat(custodian("Condition/" + inContact)).contains(centre);
        care.put("Encounter", contact, Care.contactBody(patient, ward, "finished", "2024-03-01", null));
        assertThat(custodian("Condition/" + inContact)).contains(ward);

        String unknown = care.fracture(patient, "");
        assertThat(rows.custodians(Set.of("Condition/" + unknown, "Patient/" + patient)))
                .isEmpty();
    }

    @Test
    void records_of_a_blocked_unit_are_hidden_from_those_outside_it() {
        String fracture = "Condition/" + care.fracture(patient, ", " + heldBy(ward));
        String elsewhere = "Condition/" + care.fracture(patient, ", " + heldBy(centre));
        assertThat(hidden(centre, fracture, elsewhere)).isEmpty();

        care.block(patient, ward);
        assertThat(hidden(ward, fracture, elsewhere)).isEmpty();
        assertThat(hidden(centre, fracture, elsewhere)).containsExactly(fracture);
        assertThat(hidden(otherWard, fracture, elsewhere)).containsExactly(fracture);
        // Who works for all of the hospital or the region does not work in the ward.
        assertThat(hidden(hospital, fracture, elsewhere)).containsExactly(fracture);
        assertThat(hidden(region, fracture, elsewhere)).containsExactly(fracture);
        assertThat(reach.hidden(Map.of(fracture, patient), Set.of(), DAY)).containsExactly(fracture);
        assertThat(reach.hidden(Map.of(fracture, patient), Set.of(centre, ward), DAY))
                .isEmpty();
    }

    @Test
    void a_block_of_a_hospital_holds_for_its_wards_and_not_against_them() {
        String fracture = "Condition/" + care.fracture(patient, ", " + heldBy(ward));
        care.block(patient, hospital);
        assertThat(isHiddenFrom(centre, fracture)).isTrue();
        assertThat(isHiddenFrom(region, fracture)).isTrue();
        assertThat(isHiddenFrom(hospital, fracture)).isFalse();
        assertThat(isHiddenFrom(otherWard, fracture)).isFalse();
    }

    @Test
    void a_block_of_all_units_leaves_each_its_own() {
        String ofWard = "Condition/" + care.fracture(patient, ", " + heldBy(ward));
        String ofCentre = "Condition/" + care.fracture(patient, ", " + heldBy(centre));
        String ofNobody = "Condition/" + care.fracture(patient, "");
        care.block(patient);
        assertThat(hidden(ward, ofWard, ofCentre, ofNobody)).containsExactlyInAnyOrder(ofCentre, ofNobody);
        assertThat(hidden(centre, ofWard, ofCentre, ofNobody)).containsExactlyInAnyOrder(ofWard, ofNobody);
        assertThat(hidden(centre, "Patient/" + patient)).isEmpty();
    }

    @Test
    void what_no_one_can_tell_the_unit_of_is_blocked_with_any_unit() {
        String fracture = "Condition/" + care.fracture(patient, "");
        assertThat(isHiddenFrom(centre, fracture)).isFalse();
        care.block(patient, ward);
        assertThat(isHiddenFrom(centre, fracture)).isTrue();
        assertThat(isHiddenFrom(ward, fracture)).isFalse();
    }

    @Test
    void the_history_is_told_without_what_is_blocked_and_says_so() {
        String ofWard = "Condition/" + care.fracture(patient, ", " + heldBy(ward));
        String ofCentre = "Condition/" + care.fracture(patient, ", " + heldBy(centre));
        String person = "Patient/" + patient;
        assertThat(sources(centre)).containsExactlyInAnyOrder(person, ofWard, ofCentre);
        assertThat(histories
                        .ofRecord(patient, Set.of(centre), DAY)
                        .orElseThrow()
                        .blocked())
                .isFalse();

        care.block(patient, ward);
        assertThat(sources(centre)).containsExactlyInAnyOrder(person, ofCentre);
        assertThat(histories
                        .ofRecord(patient, Set.of(centre), DAY)
                        .orElseThrow()
                        .blocked())
                .isTrue();
        assertThat(sources(ward)).containsExactlyInAnyOrder(person, ofWard, ofCentre);
        assertThat(histories.ofRecord(patient, Set.of(ward), DAY).orElseThrow().blocked())
                .isFalse();
        assertThat(histories.of(patient).history().events()).hasSize(3);
        assertThat(histories.ofRecord("no-such", Set.of(ward), DAY)).isEmpty();
    }

    @Test
    void a_block_counts_for_the_records_of_the_person_under_every_number() {
        String fracture = "Condition/" + care.fracture(patient, ", " + heldBy(ward));
        String old = care.patient();
        care.block(old, ward);
        assertThat(isHiddenFrom(centre, fracture)).isFalse();
        care.replace(old, patient, "");
        assertThat(isHiddenFrom(centre, fracture)).isTrue();
        assertThat(sources(centre)).containsExactly("Patient/" + patient);
    }
}
