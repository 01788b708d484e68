package health.kedja.history;

import static health.kedja.history.Care.heldBy;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.pathway.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two regions, the first with a ward, a centre and two patients. */
class AudienceTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-01");

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final Care care = new Care(http);
    private final CurrentCohort current = SERVER.bean(CurrentCohort.class);
    private final PastCohorts past = SERVER.bean(PastCohorts.class);

    private String region;
    private String elsewhere;
    private String ward;
    private String centre;
    private String maj;
    private String eva;
    private String other;
    private String fracture;

    @BeforeEach
    void two_regions() {
        region = care.organization(null);
        elsewhere = care.organization(null);
        ward = care.organization(region);
        centre = care.organization(region);
        maj = care.patientOf(region);
        eva = care.patientOf(region);
        other = care.patientOf(elsewhere);
        fracture = care.fracture(maj, ", " + heldBy(ward));
        care.fracture(eva, ", " + heldBy(ward));
    }

    private Audience audience(boolean withoutOptedOut, String... organizations) {
        return new Audience(
                Optional.of(region),
                withoutOptedOut,
                organizations.length == 0 ? Optional.empty() : Optional.of(Set.of(organizations)),
                DAY);
    }

    private static Map<String, List<String>> people(Population population) {
        return Columns.of(population.cohort());
    }

    @Test
    void a_region_sees_its_own_people_and_no_others() {
        assertThat(people(current.now())).containsKeys(maj, eva, other);
        assertThat(people(current.now(audience(false)))).containsOnlyKeys(maj, eva);
        assertThat(people(current.now(audience(false))))
                .containsEntry(maj, people(current.now()).get(maj));
        assertThat(people(current.now(new Audience(Optional.of("no-such"), false, Optional.empty(), DAY))))
                .isEmpty();
    }

    @Test
    void a_register_does_not_see_those_who_opted_out() {
        String consent = care.optOut(eva, "active", null, null);
        assertThat(people(current.now(audience(true)))).containsOnlyKeys(maj);
        assertThat(people(current.now(audience(false)))).containsOnlyKeys(maj, eva);
        http.delete("Consent/" + consent).expect(200);
        assertThat(people(current.now(audience(true)))).containsOnlyKeys(maj, eva);
    }

    @Test
    void blocked_events_are_left_out_for_those_outside_the_unit_and_for_no_others() {
        Map<String, List<String>> all = people(current.now(audience(false, centre)));
        assertThat(all.get(maj)).anyMatch(line -> line.startsWith("FRACTURE"));
        care.block(maj, ward);
        Map<String, List<String>> seen = people(current.now(audience(false, centre)));
        assertThat(seen).containsOnlyKeys(maj, eva).containsEntry(eva, all.get(eva));
        assertThat(seen.get(maj)).noneMatch(line -> line.startsWith("FRACTURE")).hasSize(1);
        assertThat(people(current.now(audience(false, ward)))).isEqualTo(all);
        assertThat(people(current.now(audience(false)))).isEqualTo(all);
        assertThat(people(current.now()).get(maj)).isEqualTo(all.get(maj));
    }

    @Test
    void a_block_on_a_merged_record_counts_for_the_person() {
        String old = care.patientOf(region);
        care.block(old, ward);
        care.replace(old, maj, ", " + Care.owned(region));
        assertThat(people(current.now(audience(false, centre))).get(maj)).hasSize(1);
        assertThat(people(current.now(audience(false, ward))).get(maj)).hasSize(2);
    }

    @Test
    void what_was_one_person_then_and_is_two_now_is_not_told_together() {
        String old = care.patientOf(region);
        care.fracture(old, ", " + heldBy(ward));
        care.replace(old, maj, ", " + Care.owned(region));
        Instant then = current.now().dataAsOf();
        assertThat(people(past.asOf(then, audience(false))).get(maj)).hasSize(3);

        care.put("Patient", old, "\"birthDate\": \"1940-01-01\", " + Care.owned(elsewhere));
        assertThat(people(past.asOf(then, audience(false)))).containsOnlyKeys(maj, eva);
        assertThat(people(past.asOf(then, audience(false))).get(maj)).hasSize(2);
        assertThat(people(past.asOf(then)).get(maj)).hasSize(3);
    }

    @Test
    void of_a_few_people_too_nothing_that_is_blocked_is_read_now_or_as_of_then() {
        Instant then = current.now().dataAsOf();
        KnownPeople known = SERVER.bean(KnownPeople.class);
        care.block(maj, ward);
        for (Optional<Instant> until : List.of(Optional.<Instant>empty(), Optional.of(then))) {
            assertThat(sources(known.of(Set.of(maj), until, audience(false, centre))))
                    .containsOnly("Patient/" + maj);
            assertThat(sources(known.of(Set.of(maj), until, audience(false, ward))))
                    .contains("Condition/" + fracture);
        }
    }

    private Set<String> sources(Known known) {
        return known.histories().get(maj).history().events().stream()
                .map(Event::source)
                .collect(Collectors.toSet());
    }

    @Test
    void what_is_blocked_or_refused_now_is_not_seen_in_the_past_either() {
        Instant then = current.now().dataAsOf();
        Map<String, List<String>> before = people(past.asOf(then, audience(true, centre)));
        assertThat(before).containsOnlyKeys(maj, eva);
        assertThat(before.get(maj)).anyMatch(line -> line.startsWith("FRACTURE"));

        care.block(maj, ward);
        care.optOut(eva, "active", null, null);
        assertThat(people(past.asOf(then, audience(true, ward)))).containsOnly(Map.entry(maj, before.get(maj)));
        http.delete("Condition/" + fracture).expect(200);
        Map<String, List<String>> seen = people(past.asOf(then, audience(true, centre)));
        assertThat(seen).containsOnlyKeys(maj);
        assertThat(seen.get(maj)).hasSize(1);
        assertThat(people(past.asOf(then)).get(maj)).isEqualTo(before.get(maj));
    }
}
