package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an update is told of what is stored, and what of it is looked at again. */
class UpdateAccessTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
    }

    private static FhirHttp coordinator() {
        return world.as(Role.COORDINATOR, world.clinic);
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.north);
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"OTHER_UNIT", "OTHER_REGION", "BLOCKED"})
    void whatever_is_sent_for_whatever_version_what_is_out_of_reach_is_not_known(Standing standing) {
        Person person = world.of(standing);
        String name = "Condition/" + person.fracture();
        String body = Records.hipFracture(person.fracture(), person.patient(), "2024-01-01");
        String ofVersion = body.replaceFirst("\\{", "{\"meta\": {\"versionId\": \"%s\"}, ");
        String ofLongTag =
                body.replaceFirst("\\{", "{\"meta\": {\"tag\": [{\"code\": \"" + "x".repeat(300) + "\"}]}, ");
        List<Function<String, FhirHttp.Answer>> ways = List.of(
                version -> coordinator().put(name, body),
                version -> coordinator().put(name, body, "If-Match", "W/\"" + version + "\""),
                version -> coordinator().put(name, ofVersion.formatted(version)),
                version -> coordinator().put(name, body.replace("Patient/" + person.patient(), "Patient/never-was")),
                version -> coordinator().put(name, Records.hipFracture(person.fracture(), own(), "2024-01-01")),
                version -> coordinator().put(name, body.replace("confirmed", "no-such-code")),
                version -> coordinator().put(name, Records.hipFracture(person.fracture(), own(), "2999-01-01")),
                version -> coordinator().put(name, ofLongTag));
        Set<String> told = new LinkedHashSet<>();
        for (Function<String, FhirHttp.Answer> way : ways) {
            told.add(way.apply("1").expect(404).diagnostics());
            told.add(way.apply("17").expect(404).diagnostics());
        }
        assertThat(told).hasSize(1);
        FhirHttp theirs = standing == Standing.OTHER_REGION ? world.as(Role.INTEGRATION, world.south) : system();
        assertThat(theirs.get(name).expect(200).as(Condition.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    private static String own() {
        return world.of(Standing.OWN_UNIT).patient();
    }

    @Test
    void what_was_deleted_out_of_reach_is_not_stored_again() {
        String patient = world.of(Standing.OTHER_UNIT).patient();
        String gone = world.newId("c");
        String name = "Condition/" + gone;
        system().put(name, Records.hipFracture(gone, patient, "2024-01-01")).expect(201);
        system().delete(name).expect(200, 204);
        coordinator().put(name, Records.hipFracture(gone, own(), "2024-01-01")).expect(404);
        system().get(name).expect(404);
    }

    @Test
    void a_reference_that_stays_may_lead_to_what_has_become_hidden_and_a_new_one_may_not() {
        Person other = world.of(Standing.OTHER_UNIT);
        String id = world.newId("c");
        system().put("Condition/" + id, noting(id, "Encounter/" + other.contact(), "2024-03-01"))
                .expect(201);
        // Of the coordinator's patient, with a reference that a system of the region wrote.
        coordinator()
                .put("Condition/" + id, noting(id, "Encounter/" + other.contact(), "2024-03-02"))
                .expect(200);
        for (String another : List.of(
                "Condition/" + other.fracture(),
                "Encounter/" + world.of(Standing.OTHER_REGION).contact(),
                "Encounter/" + world.north + ".never-was")) {
            assertThat(coordinator()
                            .put("Condition/" + id, noting(id, another, "2024-03-02"))
                            .expect(400)
                            .diagnostics())
                    .isEqualTo("HAPI-1094: Resource " + another + " not found");
        }
    }

    @Test
    void what_comes_to_a_region_by_an_update_refers_to_nothing_of_others() {
        FhirHttp server = world.ofTheServer(Role.INTEGRATION);
        String nobodys = Records.newId("p");
        server.put("Patient/" + nobodys, Records.patient(nobodys, "1940-01-01")).expect(201);
        String id = Records.newId("c");
        String name = "Condition/" + id;
        server.put(name, Records.hipFractureNoting(id, nobodys, "2024-03-01", "Patient/" + nobodys))
                .expect(201);
        // Of nobody until it names a patient of the region; what it refers to besides stays nobody's.
        assertThat(server.put(name, noting(id, "Patient/" + nobodys, "2024-03-01"))
                        .expect(400)
                        .diagnostics())
                .isEqualTo("HAPI-1094: Resource Patient/" + nobodys + " not found");
        server.put(name, Records.hipFracture(id, own(), "2024-03-01")).expect(200);
        system().get(name).expect(200);
    }

    private static String noting(String id, String reference, String onset) {
        return Records.hipFractureNoting(id, own(), onset, reference);
    }
}
