package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Standing;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every row of the table, for every role and what is of every standing, over HTTP: the answer, and that what is stored
 * changes when that is open and stays as it is when it is not.
 */
class AccessMatrixTest {

    private static final Rules RULES = Rules.load();

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static List<Door> doors;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        OwnerlessDoors ownerless = new OwnerlessDoors(world);
        SystemDoors others = new SystemDoors(world, SERVER);
        doors = Stream.of(
                        new PatientDoors(world).all(),
                        new MeasureDoors(world).all(),
                        new ExportDoors(world).all(),
                        new ServiceDoors(world, SERVER).all(),
                        ownerless.directory(),
                        ownerless.definitions(),
                        others.terminology(),
                        others.audit(),
                        others.system())
                .flatMap(List::stream)
                .toList();
    }

    /** Rows that are not asked for here, each with the test of theirs. */
    private static final Map<String, Tested> ELSEWHERE =
            Map.of("system page", new Tested(ReadAccessTest.class, "the_next_page_is_for_whoever_was_given_its_link"));

    private record Tested(Class<?> type, String method) {}

    @TestFactory
    Stream<DynamicTest> every_role_with_every_interaction_and_what_it_is_about() {
        return doors.stream()
                .flatMap(door -> Stream.of(Asking.values())
                        .flatMap(who -> door.standings().stream()
                                .map(standing -> dynamicTest(
                                        who + ", " + door.row() + ", " + standing, () -> check(door, who, standing)))));
    }

    private static void check(Door door, Asking who, Standing standing) {
        door.check(who.in(world), door.expected(RULES, who, standing), standing, new StoredState(SERVER));
    }

    /** A row that has just been added: give it a door in one of the lists above, or name its test in ELSEWHERE. */
    @Test
    void every_row_is_asked_for_here_or_in_a_test_that_is_named() {
        Set<String> here = doors.stream().map(Door::row).collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = RULES.all().stream()
                .map(rule -> rule.what() + " " + rule.interaction())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(here).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
        here.addAll(ELSEWHERE.keySet());
        assertThat(here).isEqualTo(rows);
        ELSEWHERE
                .values()
                .forEach(test -> assertThat(test.type().getDeclaredMethods())
                        .filteredOn(method -> method.isAnnotationPresent(Test.class))
                        .extracting(Method::getName)
                        .contains(test.method()));
    }

    @Test
    void everything_that_the_server_offers_has_a_row() {
        CapabilityStatement offered = SERVER.http().get("metadata").expect(200).as(CapabilityStatement.class);
        List<String> without = new ArrayList<>();
        for (CapabilityStatementRestComponent rest : offered.getRest()) {
            rest.getOperation().forEach(operation -> {
                if (!hasRow(Optional.empty(), operation.getName())
                        && rest.getResource().stream()
                                .noneMatch(type -> type.getOperation().stream()
                                        .anyMatch(of -> of.getName().equals(operation.getName())))) {
                    without.add("system $" + operation.getName());
                }
            });
            rest.getResource().forEach(type -> {
                type.getOperation().forEach(operation -> {
                    if (!hasRow(Optional.of(type.getType()), operation.getName())) {
                        without.add(type.getType() + " $" + operation.getName());
                    }
                });
                type.getInteraction().forEach(interaction -> {
                    String name = interaction.getCode().toCode();
                    if (RULES.find(Optional.of(type.getType()), name.replace("history-instance", "history"))
                                    .isEmpty()
                            && !name.equals("search-type")
                            && !name.equals("history-type")) {
                        without.add(type.getType() + " " + name);
                    }
                });
            });
        }
        services().forEach(service -> {
            if (RULES.find(Optional.of("Patient"), "cds-services/" + service).isEmpty()
                    || RULES.find(Optional.empty(), "cds-services/" + service + " prefetched")
                            .isEmpty()) {
                without.add("cds-services/" + service);
            }
        });
        assertThat(new TreeSet<>(without))
                .as("offered, and in no row of the table")
                .isEmpty();
    }

    /** As discovery tells them. */
    private static List<String> services() {
        String discovery =
                new FhirHttp(SERVER.base()).get("cds-services").expect(200).body();
        List<String> services = Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(discovery)
                .results()
                .map(id -> id.group(1))
                .toList();
        assertThat(services).isNotEmpty();
        return services;
    }

    private static boolean hasRow(Optional<String> type, String operation) {
        String name = "$" + operation;
        return Stream.of(name, name + " population", name + " of all", name + " posted")
                .anyMatch(row -> RULES.find(type, row).isPresent());
    }
}
