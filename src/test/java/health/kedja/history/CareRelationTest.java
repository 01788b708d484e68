package health.kedja.history;

import static health.kedja.history.Care.contactBody;
import static health.kedja.history.Care.period;
import static health.kedja.history.Care.reference;
import static health.kedja.history.Care.to;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CareRelationTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final Care care = new Care(new FhirHttp(SERVER.fhirBase()));
    private final Reach reach = SERVER.bean(Reach.class);
    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private String unit;
    private String anna;
    private String patient;
    private String subject;

    @BeforeEach
    void a_unit_a_practitioner_and_a_patient() {
        unit = care.organization(null);
        anna = care.practitioner();
        patient = care.patient();
        subject = reference("subject", "Patient/" + patient);
    }

    private Standing on(String day) {
        return reach.standing(Set.of(patient), LocalDate.parse(day)).get(patient);
    }

    private void assertRelation(String first, String last) {
        assertThat(on(first).organizations()).as(first).containsExactly(unit);
        assertThat(on(last).organizations()).as(last).containsExactly(unit);
        assertThat(on(LocalDate.parse(first).minusDays(1).toString()).organizations())
                .as("the day before " + first)
                .isEmpty();
        assertThat(on(LocalDate.parse(last).plusDays(1).toString()).organizations())
                .as("the day after " + last)
                .isEmpty();
    }

    @Test
    void no_one_has_to_do_with_a_patient_of_whom_nothing_says_so() {
        assertThat(on("2025-01-01"))
                .isEqualTo(new Standing(Optional.empty(), Set.of(), Set.of(), Set.of(), false, false, Set.of()));
        assertThat(reach.standing(Set.of("nobody"), LocalDate.EPOCH)).containsOnlyKeys("nobody");
    }

    @Test
    void where_a_patient_is_registered_and_listed_is_a_relation_but_no_treatment() {
        care.put(
                "Patient",
                patient,
                reference("managingOrganization", "Organization/" + unit) + ", \"generalPractitioner\": ["
                        + to("Practitioner/" + anna) + "]");
        assertThat(on("1900-01-01").organizations()).containsExactly(unit);
        assertThat(on("2100-01-01").practitioners()).containsExactly(anna);
        assertThat(on("2025-01-01").treating()).isEmpty();
    }

    @Test
    void a_record_that_is_not_in_use_says_nothing_of_who_has_to_do_with_the_person() {
        care.put("Patient", patient, "\"active\": false, " + reference("managingOrganization", "Organization/" + unit));
        assertThat(on("2025-01-01").organizations()).isEmpty();
    }

    @Test
    void a_contact_is_a_relation_for_ninety_days_after_its_end() {
        care.contact(patient, unit, "2024-03-01", "2024-03-09");
        assertRelation("2024-03-01", "2024-06-07");
        assertThat(on("2024-06-07").treating()).containsExactly(unit);
    }

    @Test
    void the_days_after_a_contact_are_a_setting() {
        care.contact(patient, unit, "2024-03-01", "2024-03-09");
        Reach strict = new Reach(SERVER.dataSource(), 0);
        assertThat(strict.standing(Set.of(patient), LocalDate.parse("2024-03-09"))
                        .get(patient)
                        .organizations())
                .containsExactly(unit);
        assertThat(strict.standing(Set.of(patient), LocalDate.parse("2024-03-10"))
                        .get(patient)
                        .organizations())
                .isEmpty();
    }

    @Test
    void a_contact_that_is_over_without_an_end_ends_on_the_day_it_began() {
        care.contact(patient, unit, "2024-03-01", null);
        assertRelation("2024-03-01", "2024-05-30");
    }

    @Test
    void a_contact_that_goes_on_is_a_relation_until_it_is_over() {
        String contact = care.put("Encounter", contactBody(patient, unit, "in-progress", "2024-03-01", null));
        assertThat(on("2030-01-01").organizations()).containsExactly(unit);
        care.put("Encounter", contact, contactBody(patient, unit, "finished", "2024-03-01", "2024-03-02"));
        assertRelation("2024-03-01", "2024-05-31");
    }

    @Test
    void a_contact_that_did_not_take_place_is_no_relation() {
        for (String status : new String[] {"planned", "cancelled", "entered-in-error"}) {
            care.put("Encounter", contactBody(patient, unit, status, "2024-03-01", null));
            assertThat(on("2024-03-01").organizations()).as(status).isEmpty();
        }
    }

    @Test
    void who_took_part_in_a_contact_has_a_relation_for_the_time_they_did() {
        care.put(
                "Encounter",
                contactBody(patient, unit, "finished", "2024-03-01", "2024-03-09") + ", \"participant\": [{"
                        + reference("individual", "Practitioner/" + anna)
                        + period("2024-03-05", "2024-03-06") + "}]");
        assertThat(on("2024-03-04").practitioners()).isEmpty();
        assertThat(on("2024-03-05").practitioners()).containsExactly(anna);
        assertThat(on("2024-06-04").practitioners()).containsExactly(anna);
        assertThat(on("2024-06-05").practitioners()).isEmpty();
    }

    @Test
    void a_role_is_its_practitioner_and_its_organization_as_they_are_now() {
        String role = care.role(anna, unit);
        care.put(
                "Encounter",
                "\"status\": \"in-progress\", \"class\": {\"code\": \"AMB\"}, " + subject + ", \"participant\": [{"
                        + reference("individual", "PractitionerRole/" + role) + "}]");
        assertThat(on("2024-03-04").practitioners()).containsExactly(anna);
        assertThat(on("2024-03-04").treating()).containsExactly(unit);

        String other = care.organization(null);
        care.put(
                "PractitionerRole",
                role,
                reference("practitioner", "Practitioner/" + anna) + ", "
                        + reference("organization", "Organization/" + other));
        assertThat(on("2024-03-04").organizations()).containsExactly(other);
    }

    @Test
    void a_contained_role_is_read_where_it_is() {
        care.put(
                "Encounter",
                "\"status\": \"in-progress\", \"class\": {\"code\": \"AMB\"}, \"contained\": [{"
                        + "\"resourceType\": \"PractitionerRole\", \"id\": \"r\", "
                        + reference("practitioner", "Practitioner/" + anna) + ", "
                        + reference("organization", "Organization/" + unit) + "}], " + subject
                        + ", \"participant\": [{" + reference("individual", "#r") + "}]");
        assertThat(on("2024-03-04").practitioners()).containsExactly(anna);
        assertThat(on("2024-03-04").organizations()).containsExactly(unit);
    }

    @Test
    void an_episode_is_a_relation_of_its_unit_and_manager_for_as_long_as_it_lasts() {
        String episode = care.put("EpisodeOfCare", episode("active", "2024-03-01", "2024-06-30"));
        assertRelation("2024-03-01", "2024-06-30");
        assertThat(on("2024-06-30").treating()).containsExactly(unit);
        assertThat(on("2024-06-30").practitioners()).containsExactly(anna);

        care.put("EpisodeOfCare", episode, episode("finished", "2024-03-01", "2024-04-30"));
        assertRelation("2024-03-01", "2024-04-30");
        care.put("EpisodeOfCare", episode, episode("finished", "2024-03-01", null));
        assertThat(on("2024-03-01").organizations()).isEmpty();
        care.put("EpisodeOfCare", episode, episode("waitlist", null, null));
        assertThat(on("2024-03-01").organizations()).containsExactly(unit);
        care.put("EpisodeOfCare", episode, episode("entered-in-error", "2024-03-01", null));
        assertThat(on("2024-03-01").organizations()).isEmpty();
    }

    private String episode(String status, String from, String end) {
        return "\"status\": \"" + status + "\", " + reference("patient", "Patient/" + patient) + ", "
                + reference("managingOrganization", "Organization/" + unit) + ", "
                + reference("careManager", "Practitioner/" + anna) + period(from, end);
    }

    @Test
    void a_care_team_is_a_relation_of_its_organizations_and_members() {
        String member = care.organization(null);
        String team = care.put(
                "CareTeam",
                "\"status\": \"active\", " + subject + ", \"managingOrganization\": [" + to("Organization/" + unit)
                        + "], \"participant\": [{" + reference("member", "Practitioner/" + anna) + ", "
                        + reference("onBehalfOf", "Organization/" + member) + period("2024-02-01", "2024-12-31")
                        + "}]" + period("2024-03-01", "2024-05-31"));
        assertThat(on("2024-02-29").practitioners()).isEmpty();
        assertThat(on("2024-03-01").practitioners()).containsExactly(anna);
        assertThat(on("2024-05-31").treating()).containsExactlyInAnyOrder(unit, member);
        assertThat(on("2024-06-01").organizations()).isEmpty();

        care.put(
                "CareTeam",
                team,
                "\"status\": \"proposed\", " + subject + ", \"managingOrganization\": [" + to("Organization/" + unit)
                        + "]");
        assertThat(on("2024-05-31").organizations()).isEmpty();
    }

    @Test
    void who_a_referral_asks_has_a_relation_while_it_is_open() {
        String request = care.put("ServiceRequest", referral("active", "order", ""));
        assertThat(on("2024-03-01").organizations()).containsExactly(unit);
        assertThat(on("2024-02-29").organizations()).isEmpty();
        assertThat(on("2030-01-01").treating()).isEmpty();
        care.put("ServiceRequest", request, referral("completed", "order", ""));
        assertThat(on("2024-03-01").organizations()).isEmpty();
        care.put("ServiceRequest", request, referral("active", "proposal", ""));
        assertThat(on("2024-03-01").organizations()).isEmpty();
        care.put("ServiceRequest", request, referral("active", "order", ", \"doNotPerform\": true"));
        assertThat(on("2024-03-01").organizations()).isEmpty();
    }

    private String referral(String status, String intent, String more) {
        return "\"status\": \"" + status + "\", \"intent\": \"" + intent + "\", \"code\": {\"text\": \"any\"}, "
                + "\"authoredOn\": \"2024-03-01\", \"performer\": [" + to("Organization/" + unit) + "], " + subject
                + more;
    }

    @Test
    void who_answers_for_a_plan_or_a_task_has_a_relation_while_it_is_open() {
        String plan = care.put(
                "CarePlan",
                "\"status\": \"active\", \"intent\": \"plan\", " + reference("author", "Practitioner/" + anna) + ", "
                        + subject + period("2024-03-01", "2024-03-31"));
        assertThat(on("2024-03-31").practitioners()).containsExactly(anna);
        assertThat(on("2024-04-01").practitioners()).isEmpty();
        http.delete("CarePlan/" + plan).expect(200);
        assertThat(on("2024-03-31").practitioners()).isEmpty();

        String task = care.put("Task", task("accepted"));
        assertThat(on("2024-03-01").organizations()).containsExactly(unit);
        care.put("Task", task, task("completed"));
        assertThat(on("2024-03-01").organizations()).isEmpty();
    }

    private String task(String status) {
        return "\"status\": \"" + status + "\", \"intent\": \"order\", \"authoredOn\": \"2024-03-01\", "
                + reference("for", "Patient/" + patient) + ", " + reference("owner", "Organization/" + unit);
    }

    @Test
    void records_of_one_person_have_what_any_of_them_has() {
        String old = care.patient();
        care.contact(old, unit, "2024-03-01", "2024-03-01");
        assertThat(on("2024-03-01").organizations()).isEmpty();
        care.replace(old, patient, "");
        assertThat(on("2024-03-01").organizations()).containsExactly(unit);
        assertThat(reach.standing(Set.of(old, patient), LocalDate.parse("2024-03-01")))
                .containsOnlyKeys(old, patient)
                .allSatisfy((record, standing) ->
                        assertThat(standing.organizations()).containsExactly(unit));
    }
}
