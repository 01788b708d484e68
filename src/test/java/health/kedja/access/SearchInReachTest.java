package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search of those who see some of a region finds what they could read one by one: all of it, and counted. */
class SearchInReachTest {

    private static final int PEOPLE = 45;
    private static final int PAGE = 7;

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static Crowd crowd;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        crowd = new Crowd(world, PEOPLE, 20261122);
    }

    private static FhirHttp caller(String name) {
        return switch (name) {
            case "coordinator of the clinic" -> world.as(Role.COORDINATOR, world.clinic);
            case "coordinator of the region" -> world.as(Role.COORDINATOR, world.north);
            case "clinician of the ward" -> world.as(Role.CLINICIAN, world.ward);
            case "register" -> world.as(Role.REGISTER, world.north);
            case "launch" ->
                world.launched(Role.COORDINATOR, world.clinic, "patient/*.rs", reached("coordinator of the clinic"));
            case "coordinator and clinician" ->
                SERVER.http(SERVER.issuer()
                        .sign(SERVER.claims()
                                .claim("roles", List.of("clinician", "coordinator", "analyst"))
                                .claim("organizations", List.of(world.ward))
                                .claim("fhirUser", "Practitioner/" + world.anna)
                                .claim("scope", "user/*.rs")
                                .build()));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** One of the crowd. */
    private static String reached(String name) {
        return crowd.patients.stream()
                .filter(patient -> caller(name).get("Patient/" + patient).status() == 200)
                .findFirst()
                .orElseThrow();
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.north);
    }

    private static String name(BundleEntryComponent entry) {
        return entry.getResource().fhirType() + "/"
                + entry.getResource().getIdElement().getIdPart();
    }

    /** Every page of a search. */
    private static List<List<String>> pages(FhirHttp http, String path) {
        List<List<String>> pages = new ArrayList<>();
        String next = path;
        while (next != null) {
            Bundle page = http.get(next).expect(200).as(Bundle.class);
            pages.add(page.getEntry().stream()
                    .filter(entry -> entry.getSearch().getMode() != SearchEntryMode.INCLUDE)
                    .map(SearchInReachTest::name)
                    .toList());
            next = page.getLink(Bundle.LINK_NEXT) == null
                    ? null
                    : page.getLink(Bundle.LINK_NEXT).getUrl();
        }
        return pages;
    }

    private static List<String> found(FhirHttp http, String path) {
        return pages(http, path).stream().flatMap(List::stream).toList();
    }

    private static int total(FhirHttp http, String path) {
        Bundle answer = http.get(path).expect(200).as(Bundle.class);
        assertThat(answer.hasTotal()).as(path).isTrue();
        return answer.getTotal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coordinator of the clinic",
                "coordinator of the region",
                "clinician of the ward",
                "coordinator and clinician",
                "register",
                "launch"
            })
    void what_a_search_finds_is_what_could_be_read_one_by_one(String name) {
        FhirHttp caller = caller(name);
        Map<String, Boolean> readable = new HashMap<>();
        Map<String, Integer> most = new LinkedHashMap<>();
        for (String type : Crowd.TYPES) {
            for (int round = 0; round < 4; round++) {
                String question = type + "?" + (round == 0 ? "" : crowd.question(type) + "&");
                List<String> expected = found(system(), question + "_count=100").stream()
                        .filter(one -> readable.computeIfAbsent(
                                one, any -> caller.get(one).status() == 200))
                        .toList();
                List<List<String>> pages = pages(caller, question + "_count=" + PAGE);
                assertThat(pages.stream().flatMap(List::stream))
                        .as("%s: %s", name, question)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(pages.subList(0, pages.size() - 1))
                        .as("%s: pages of %s", name, question)
                        .allSatisfy(page -> assertThat(page).hasSize(PAGE));
                assertThat(total(caller, question + "_summary=count"))
                        .as("%s: %s", name, question)
                        .isEqualTo(expected.size());
                assertThat(total(caller, question + "_total=accurate&_count=2"))
                        .as("%s: %s", name, question)
                        .isEqualTo(expected.size());
                most.merge(type, expected.size(), Math::max);
            }
        }
        // Otherwise it would say nothing.
        assertThat(most.get("Patient")).isPositive();
        assertThat(most.get("Condition")).isPositive().isLessThan(PEOPLE);
        assertThat(readable.values()).contains(true, false);
    }

    @Test
    void the_crowd_has_records_of_every_kind() {
        FhirHttp coordinator = caller("coordinator of the clinic");
        for (String type : Crowd.TYPES) {
            assertThat(found(coordinator, type + "?_count=100"))
                    .as(type)
                    .isNotEmpty()
                    .hasSizeLessThan(found(system(), type + "?_count=100").size());
        }
    }

    @Test
    void what_a_blocked_or_opted_out_patient_has_is_not_counted() {
        FhirHttp coordinator = caller("coordinator of the clinic");
        FhirHttp register = caller("register");
        String blocked = world.of(Standing.BLOCKED).patient();
        String optedOut = world.of(Standing.OPTED_OUT).patient();
        assertThat(total(coordinator, "Condition?_summary=count&patient=" + blocked))
                .isZero();
        assertThat(total(coordinator, "Encounter?_summary=count&patient=" + blocked))
                .isEqualTo(1);
        assertThat(total(register, "Condition?_summary=count&patient=" + blocked))
                .isZero();
        assertThat(total(register, "Encounter?_summary=count&patient=" + blocked + "," + optedOut))
                .isEqualTo(1);
        assertThat(total(register, "Patient?_summary=count&_id=" + blocked + "," + optedOut))
                .isEqualTo(1);
    }

    @Test
    void includes_come_with_full_pages() {
        FhirHttp coordinator = caller("coordinator of the clinic");
        Bundle page = coordinator
                .get("Condition?_count=5&_include=Condition:subject&_total=accurate")
                .expect(200)
                .as(Bundle.class);
        assertThat(page.getTotal())
                .isEqualTo(found(coordinator, "Condition?_count=50").size());
        assertThat(page.getEntry().stream().filter(entry -> entry.getSearch().getMode() == SearchEntryMode.MATCH))
                .hasSize(5);
        assertThat(page.getEntry().stream().filter(entry -> entry.getSearch().getMode() == SearchEntryMode.INCLUDE))
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(coordinator.get(name(entry)).status()).isEqualTo(200));
        Bundle reverse = coordinator
                .get("Patient?_count=30&_revinclude=Condition:subject")
                .expect(200)
                .as(Bundle.class);
        assertThat(reverse.getEntry())
                .anySatisfy(entry -> assertThat(name(entry)).startsWith("Condition/"))
                .allSatisfy(entry ->
                        assertThat(coordinator.get(name(entry)).status()).isEqualTo(200));
    }

    @Test
    void a_total_that_the_database_cannot_tell_is_refused() {
        String count = "Condition?_summary=count";
        assertThat(world.as(Role.COORDINATOR, world.clinic, "user/Condition.rs?clinical-status=active")
                        .get(count)
                        .expect(403)
                        .diagnostics())
                .contains("_summary=count", "constraints", "follow the links");
        assertThat(world.as(Role.CLINICIAN, world.clinic)
                        .get(
                                count + "&patient="
                                        + world.of(Standing.OTHER_UNIT).patient(),
                                "Kedja-Break-Glass",
                                "Unconscious in the emergency room")
                        .expect(403)
                        .diagnostics())
                .contains("breaks protection");
        Bundle batch = caller("coordinator of the clinic")
                .post("", """
                        {"resourceType": "Bundle", "type": "batch", "entry": [
                            {"request": {"method": "GET", "url": "%s"}},
                            {"request": {"method": "GET", "url": "Condition?_count=3"}}]}""".formatted(count))
                .expect(200)
                .as(Bundle.class);
        assertThat(batch.getEntryFirstRep().getResponse().getStatus()).startsWith("403");
        Bundle inner = (Bundle) batch.getEntry().get(1).getResource();
        assertThat(inner.hasTotal()).isFalse();
        assertThat(inner.getEntry())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(caller("coordinator of the clinic")
                                .get(name(entry))
                                .status())
                        .isEqualTo(200));
    }

    @Test
    void a_scope_with_a_constraint_narrows_further() {
        FhirHttp constrained =
                world.as(Role.COORDINATOR, world.clinic, "user/Condition.rs?code=urn:oid:1.2.752.116.1.1.1|S72.00");
        List<String> expected = found(caller("coordinator of the clinic"), "Condition?_count=50").stream()
                .filter(one -> constrained.get(one).status() == 200)
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(found(constrained, "Condition?_count=4")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void who_reaches_nobody_finds_and_counts_nothing() {
        String empty = world.writing(world.north).organization(world.north);
        FhirHttp coordinator = world.as(Role.COORDINATOR, empty);
        for (String type : Crowd.TYPES) {
            assertThat(found(coordinator, type)).as(type).isEmpty();
            assertThat(total(coordinator, type + "?_summary=count")).as(type).isZero();
        }
    }

    @Test
    void a_relation_that_ends_is_not_found_any_more_and_one_that_begins_is() {
        FhirHttp coordinator = caller("coordinator of the clinic");
        String patient = world.writing(world.ward).patient();
        String of = "Patient?_summary=count&_id=" + patient;
        assertThat(total(coordinator, of)).isZero();
        String contact = world.writing(world.ward).contact(patient, world.clinic, "2026-01-01", null);
        system().put("Encounter/" + contact, """
                {"resourceType": "Encounter", "id": "%s", "status": "in-progress", "class": {"code": "AMB"},
                 "subject": {"reference": "Patient/%s"}, "period": {"start": "2026-01-01"},
                 "serviceProvider": {"reference": "Organization/%s"}}""".formatted(contact, patient, world.clinic))
                .expect(200);
        assertThat(total(coordinator, of)).isEqualTo(1);
        system().delete("Encounter/" + contact).expect(200, 204);
        assertThat(total(coordinator, of)).isZero();
    }

    @Test
    void of_ones_own_patient_a_record_that_names_another_units_patient_too_is_not_found() {
        String own = world.of(Standing.OWN_UNIT).patient();
        String other = world.of(Standing.OTHER_UNIT).patient();
        String both =
                world.writing(world.clinic).fracture(own, ", \"asserter\": {\"reference\": \"Patient/" + other + "\"}");
        String question = "Condition?patient=" + own;
        assertThat(found(system(), question)).contains("Condition/" + both);
        FhirHttp coordinator = caller("coordinator of the clinic");
        coordinator.get("Condition/" + both).expect(404);
        assertThat(found(coordinator, question))
                .contains("Condition/" + world.of(Standing.OWN_UNIT).fracture())
                .doesNotContain("Condition/" + both);
        system().delete("Condition/" + both).expect(200, 204);
    }

    @Test
    void of_ones_own_patient_what_is_blocked_is_not_found_as_soon_as_it_is() {
        String patient = world.writing(world.clinic).patient();
        String today = LocalDate.now().toString();
        world.writing(world.clinic).contact(patient, world.clinic, today, null);
        String fracture = world.writing(world.ward).fracture(patient, "");
        FhirHttp coordinator = caller("coordinator of the clinic");
        String question = "Condition?patient=" + patient;
        assertThat(found(coordinator, question)).containsExactly("Condition/" + fracture);
        String block = world.writing(world.clinic).block(patient, world.ward);
        assertThat(found(coordinator, question)).isEmpty();
        system().delete("Consent/" + block).expect(200, 204);
        assertThat(found(coordinator, question)).containsExactly("Condition/" + fracture);
    }

    @Test
    void further_pages_are_those_of_the_search_as_it_was_narrowed() {
        FhirHttp coordinator = caller("coordinator of the region");
        List<String> one = found(coordinator, "Condition?_count=100&_sort=_id");
        assertThat(one).hasSizeGreaterThan(13);
        assertThat(found(coordinator, "Condition?_count=1&_sort=_id")).isEqualTo(one);
    }
}
