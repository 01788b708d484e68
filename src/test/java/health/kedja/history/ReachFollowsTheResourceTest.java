package health.kedja.history;

import static health.kedja.history.Care.contactBody;
import static health.kedja.history.Care.heldBy;
import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.fhir.ResourceEvents;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReachFollowsTheResourceTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final Care care = new Care(http);
    private final Reach reach = SERVER.bean(Reach.class);
    private final EventTable table = new EventTable(SERVER.dataSource(), SERVER.bean(ResourceEvents.class));

    private String region;
    private String unit;
    private String patient;

    @BeforeEach
    void a_patient_of_a_region() {
        region = care.organization(null);
        unit = care.organization(region);
        patient = care.patientOf(region);
    }

    /** The rows that name something. */
    private List<String> rowsOf(String id) {
        return table.reach().stream().filter(row -> row.contains(id)).toList();
    }

    @Test
    void what_a_new_version_does_not_say_any_more_is_gone() {
        String contact = care.contact(patient, unit, "2024-03-01", null);
        assertThat(rowsOf("Encounter/" + contact)).hasSize(2);
        care.put(
                "Encounter",
                contact,
                "\"status\": \"finished\", \"class\": {\"code\": \"AMB\"}, "
                        + Care.reference("subject", "Patient/" + patient));
        assertThat(rowsOf("Encounter/" + contact)).isEmpty();
        care.put("Encounter", contact, contactBody(patient, unit, "finished", "2024-03-01", null));
        assertThat(rowsOf("Encounter/" + contact)).hasSize(2);
        http.delete("Encounter/" + contact).expect(200);
        assertThat(rowsOf("Encounter/" + contact)).isEmpty();
    }

    @Test
    void the_owner_of_a_patient_is_the_region_of_the_label() {
        LocalDate day = LocalDate.parse("2025-01-01");
        assertThat(reach.patientsOf(region)).containsExactly(patient);
        assertThat(reach.standing(Set.of(patient), day).get(patient).region()).contains(region);

        String unlabelled = care.patient();
        assertThat(reach.standing(Set.of(unlabelled), day).get(unlabelled).region())
                .isEmpty();
        care.replace(unlabelled, patient, "");
        assertThat(reach.patientsOf(region)).isEmpty();
        assertThat(reach.standing(Set.of(patient), day).get(patient).region()).isEmpty();
        care.replace(unlabelled, patient, ", " + Care.owned(care.organization(null)));
        assertThat(reach.patientsOf(region)).isEmpty();
        care.replace(unlabelled, patient, ", " + Care.owned(region));
        assertThat(reach.patientsOf(region)).containsExactlyInAnyOrder(patient, unlabelled);
        assertThat(reach.standing(Set.of(unlabelled), day).get(unlabelled).region())
                .contains(region);
    }

    @Test
    void the_rows_are_written_by_the_transaction_that_stores_the_resource_or_not_at_all() {
        String contact = newId("e");
        String fracture = newId("c");
        String ofContact = "{\"resourceType\": \"Encounter\", \"id\": \"" + contact + "\", "
                + contactBody(patient, unit, "finished", "2024-03-01", null) + "}";
        String ofFracture =
                Records.hipFracture(fracture, patient, "2024-03-01").replaceFirst("\\{", "{" + heldBy(unit) + ", ");
        List<String> before = table.reach();
        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Encounter/" + contact,
                                ofContact,
                                "PUT Condition/" + fracture,
                                ofFracture.replace("Patient/" + patient, "Patient/nobody-" + patient)))
                .expect(400, 422);
        assertThat(table.reach()).isEqualTo(before);

        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Encounter/" + contact,
                                ofContact,
                                "PUT Condition/" + fracture,
                                ofFracture))
                .expect(200);
        assertThat(rowsOf("Encounter/" + contact)).hasSize(2);
        assertThat(rowsOf("Condition/" + fracture)).hasSize(1);
        assertThat(table.jdbc()
                        .queryForList(
                                """
                                select distinct xmin::text from kedja.care_relation where source = ?
                                union select xmin::text from kedja.custody where source in (?, ?)
                                union select xmin::text from public.hfj_resource where fhir_id in (?, ?)""",
                                String.class,
                                "Encounter/" + contact,
                                "Encounter/" + contact,
                                "Condition/" + fracture,
                                contact,
                                fracture))
                .hasSize(1);
    }

    @Test
    void whom_a_resource_names_beside_its_patient_is_kept_with_the_patient() {
        String beside = care.patientOf(region);
        String note = ", \"note\": [{\"text\": \"said\", \"authorReference\": {\"reference\": \"Patient/%s\"}}]";
        String fracture = care.fracture(patient, note.formatted(beside));
        assertThat(rowsOf("Condition/" + fracture))
                .filteredOn(row -> row.startsWith("named_patient"))
                .hasSize(2)
                .anyMatch(row -> row.contains(patient))
                .anyMatch(row -> row.contains(beside));
        String own = care.fracture(patient, note.formatted(patient));
        String group = care.put(
                "Group",
                "\"type\": \"person\", \"actual\": true, \"member\": [{\"entity\": " + Care.to("Patient/" + patient)
                        + "}, {\"entity\": " + Care.to("Patient/" + beside) + "}]");
        // The storage's index tells as much.
        assertThat(rowsOf("Condition/" + own)).isEmpty();
        assertThat(rowsOf("Group/" + group)).isEmpty();
        http.delete("Condition/" + fracture).expect(200);
        assertThat(rowsOf("Condition/" + fracture)).isEmpty();
    }

    @Test
    void what_is_expunged_leaves_no_rows() {
        String role = care.role(care.practitioner(), unit);
        String contact = care.contact(patient, unit, "2024-03-01", null);
        String consent = care.block(patient, unit);
        for (String gone : List.of(
                "Consent/" + consent, "Encounter/" + contact, "PractitionerRole/" + role, "Patient/" + patient)) {
            String id = gone.substring(gone.indexOf('/') + 1);
            assertThat(rowsOf(id + "\"")).as(gone).isNotEmpty();
            http.delete(gone.replace("/", "?_id=") + "&_expunge=true").expect(200);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(rowsOf(id + "\"")).as(gone).isEmpty());
        }
        http.delete("Organization?_id=" + unit + "&_expunge=true").expect(200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rowsOf("\"id\": \"" + unit)).isEmpty());
    }
}
