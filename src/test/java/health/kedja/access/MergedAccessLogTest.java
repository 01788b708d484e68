package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.history.Records;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The access log of a person of whom there are several records. */
class MergedAccessLogTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    private String kept;
    private String replaced;
    private String read;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
    }

    @BeforeEach
    void two_records_of_which_one_was_read() {
        kept = seenAtTheClinic();
        replaced = seenAtTheClinic();
        read = Records.newId("request");
        clinician().get("Patient/" + replaced, "X-Request-ID", read).expect(200);
    }

    private static String seenAtTheClinic() {
        String patient = world.newId("p");
        system().put("Patient/" + patient, """
                        {"resourceType": "Patient", "id": "%s", "birthDate": "1940-01-01", "active": true}""".formatted(patient)).expect(201);
        world.writing(world.clinic)
                .contact(patient, world.clinic, "2024-01-01", LocalDate.now().toString());
        return patient;
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.clinic);
    }

    private static FhirHttp clinician() {
        return world.as(Role.CLINICIAN, world.clinic);
    }

    private static void replace(String record, String by) {
        system().put("Patient/" + record, Records.replacedPatient(record, by)).expect(200);
    }

    private static String log(FhirHttp http, String patient) {
        return http.get("Patient/" + patient + "/$access-log").expect(200).body();
    }

    @Test
    void accesses_to_the_replaced_record_are_in_the_log_of_the_one_that_replaced_it() {
        assertThat(log(clinician(), kept)).doesNotContain(read);
        replace(replaced, kept);
        assertThat(log(clinician(), kept)).contains(read, "Patient/" + replaced);
    }

    @Test
    void the_log_is_of_the_person_whichever_record_is_asked_for() {
        String other = Records.newId("request");
        clinician().get("Patient/" + kept, "X-Request-ID", other).expect(200);
        replace(replaced, kept);
        String later = seenAtTheClinic();
        replace(kept, later);
        for (String record : List.of(replaced, kept, later)) {
            assertThat(log(clinician(), record)).as(record).contains(read, other);
        }
    }

    @Test
    void a_page_goes_on_over_all_records() {
        replace(replaced, kept);
        List<Long> ids = new ArrayList<>();
        String next = "Patient/" + kept + "/$access-log?_count=2";
        while (next != null) {
            Bundle page = clinician().get(next).expect(200).as(Bundle.class);
            page.getEntry()
                    .forEach(entry -> ids.add(Long.valueOf(
                            ((AuditEvent) entry.getResource()).getIdElement().getIdPart())));
            next = page.getLink(Bundle.LINK_NEXT) == null
                    ? null
                    : page.getLink(Bundle.LINK_NEXT).getUrl();
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(6).doesNotHaveDuplicates();
        assertThat(ids).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void a_launch_for_the_person_tells_of_all_their_records() {
        replace(replaced, kept);
        FhirHttp launched = world.launched(Role.CLINICIAN, world.clinic, "patient/*.rs", kept);
        assertThat(log(launched, kept)).contains(read);
        launched.get("Patient/" + replaced + "/$access-log").expect(403, 404);
    }

    @Test
    void a_record_that_a_scope_does_not_grant_is_not_told_of() {
        replace(replaced, kept);
        FhirHttp narrow = world.as(Role.CLINICIAN, world.clinic, "user/AuditEvent.rs user/Patient.rs?active=true");
        assertThat(log(narrow, kept)).contains("Patient/" + kept).doesNotContain(read);
        narrow.get("Patient/" + replaced + "/$access-log").expect(404);
    }

    @Test
    void who_does_not_reach_the_person_gets_no_log_by_any_record() {
        replace(replaced, kept);
        for (String record : List.of(replaced, kept)) {
            world.as(Role.COORDINATOR, world.ward)
                    .get("Patient/" + record + "/$access-log")
                    .expect(404);
            world.as(Role.CLINICIAN, world.hospital)
                    .get("Patient/" + record + "/$access-log")
                    .expect(404);
        }
    }

    @Test
    void who_was_asked_for_beside_the_person_is_not_told() {
        String other = seenAtTheClinic();
        replace(replaced, kept);
        String query = "Condition?patient=" + other + ",Patient/" + kept + "," + replaced + "&_sort=onset-date";
        String several = Records.newId("request");
        clinician().get(query, "X-Request-ID", several).expect(200);
        String numbers = "Patient?identifier=urn:example:n|1940,urn:example:n|1950&_id=" + kept;
        clinician().get(numbers, "X-Request-ID", several).expect(200);
        Bundle log =
                clinician().get("Patient/" + kept + "/$access-log").expect(200).as(Bundle.class);
        List<String> queries = log.getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .filter(event -> event.getEntity().stream()
                        .anyMatch(entity ->
                                several.equals(entity.getWhat().getIdentifier().getValue())))
                .flatMap(event -> event.getEntity().stream())
                .filter(AuditEvent.AuditEventEntityComponent::hasQuery)
                .map(entity -> new String(entity.getQuery(), StandardCharsets.UTF_8))
                .map(asked -> asked.substring(asked.indexOf("/fhir/") + 6))
                .distinct()
                .toList();
        assertThat(queries)
                .containsExactlyInAnyOrder(
                        "Condition?patient=…,Patient/" + kept + "," + replaced + "&_sort=onset-date",
                        "Patient?identifier=…,…&_id=" + kept);
        assertThat(log(clinician(), kept)).doesNotContain(other, "1950");
    }

    @Test
    void a_link_that_is_taken_back_parts_the_logs_again() {
        replace(replaced, kept);
        system().put("Patient/" + replaced, """
                        {"resourceType": "Patient", "id": "%s", "birthDate": "1940-01-01"}""".formatted(replaced)).expect(200);
        assertThat(log(clinician(), kept)).doesNotContain(read);
        assertThat(log(clinician(), replaced)).contains(read);
    }
}
