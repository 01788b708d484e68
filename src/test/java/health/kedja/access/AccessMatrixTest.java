package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every role with every interaction with a patient of every standing, as the table says, over HTTP. */
class AccessMatrixTest {

    private static final Rules RULES = Rules.load();
    private static final String DAY = "2024-03-01";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
    }

    /** How an interaction is asked for. */
    private enum Way {
        READ("Condition", "read"),
        VREAD("Condition", "vread"),
        HISTORY("Condition", "history"),
        SEARCH("Condition", "search"),
        META("Condition", "$meta"),
        CREATE("Condition", "create"),
        UPDATE("Condition", "update"),
        PATCH("Condition", "patch"),
        DELETE("Condition", "delete"),
        EVERYTHING("Patient", "$everything"),
        FRACTURE_CHAIN("Patient", "$fracture-chain"),
        NEXT_ACTIONS("Patient", "$next-actions"),
        ACCESS_LOG("Patient", "$access-log"),
        EXPORT("Condition", "export");

        private final String type;
        private final String interaction;

        Way(String type, String interaction) {
            this.type = type;
            this.interaction = interaction;
        }

        Extent extent(Role role) {
            return RULES.find(Optional.of(type), interaction).orElseThrow().extent(role);
        }

        /** Whether it is about the record that the patient blocked. */
        boolean ofBlockedRecord(Standing standing) {
            return standing == Standing.BLOCKED && type.equals("Condition") && this != CREATE;
        }

        FhirHttp.Answer ask(FhirHttp http, Person person) {
            String fracture = "Condition/" + person.fracture();
            String patient = "Patient/" + person.patient();
            String changed = Records.hipFracture(person.fracture(), person.patient(), DAY);
            return switch (this) {
                case READ -> http.get(fracture);
                case VREAD -> http.get(fracture + "/_history/1");
                case HISTORY -> http.get(fracture + "/_history");
                case SEARCH -> http.get("Condition?_id=" + person.fracture());
                case META -> http.get(fracture + "/$meta");
                case CREATE -> http.post("Condition", changed.replaceFirst("\"id\": \"[^\"]+\",", ""));
                case UPDATE -> http.put(fracture, changed);
                case PATCH ->
                    http.patch(
                            fracture,
                            "application/json-patch+json",
                            "[{\"op\": \"replace\", \"path\": \"/onsetDateTime\", \"value\": \"" + DAY + "\"}]");
                case DELETE -> http.delete(fracture);
                case EVERYTHING -> http.get(patient + "/$everything");
                case FRACTURE_CHAIN -> http.get(patient + "/$fracture-chain");
                case NEXT_ACTIONS -> http.get(patient + "/$next-actions");
                case ACCESS_LOG -> http.get(patient + "/$access-log");
                case EXPORT -> http.get("Patient/$export?_type=Condition", "Prefer", "respond-async");
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> every_role_with_every_interaction_and_a_patient_of_every_standing() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Role.values())
                        .flatMap(role -> Stream.of(Standing.values())
                                .map(standing -> dynamicTest(
                                        role.token() + " " + way.interaction + " " + standing,
                                        () -> check(role, way, standing)))));
    }

    private static void check(Role role, Way way, Standing standing) {
        boolean ofUnit = role == Role.COORDINATOR || role == Role.CLINICIAN;
        FhirHttp http = world.as(role, ofUnit ? world.clinic : world.north);
        Person person = way == Way.DELETE ? withFracture(standing) : world.of(standing);
        FhirHttp.Answer answer = way.ask(http, person);
        Extent extent = way.extent(role);
        if (extent == Extent.NO) {
            answer.expect(403);
        } else if (way == Way.EXPORT) {
            Exported export = Exported.of(http, Exported.kickedOff(answer));
            assertThat(export.ids("Condition").contains(person.fracture())).isEqualTo(reaches(extent, way, standing));
            http.delete(export.status()).expect(202);
        } else if (way == Way.SEARCH) {
            assertThat(answer.expect(200).as(Bundle.class).getEntry()).hasSize(reaches(extent, way, standing) ? 1 : 0);
        } else if (reaches(extent, way, standing)) {
            answer.expect(200, 201, 204);
        } else {
            answer.expect(way == Way.CREATE ? 400 : 404);
        }
    }

    /** One more for the same patient, to be deleted. */
    private static Person withFracture(Standing standing) {
        Person person = world.of(standing);
        String unit = standing == Standing.OTHER_REGION ? world.hospital : world.ward;
        return new Person(
                person.patient(), person.contact(), world.writing(unit).fracture(person.patient(), ""));
    }

    private static boolean reaches(Extent extent, Way way, Standing standing) {
        if (standing == Standing.OTHER_REGION) {
            return false;
        }
        return switch (extent) {
            case REGION -> true;
            case UNIT, CARE -> standing != Standing.OTHER_UNIT && !way.ofBlockedRecord(standing);
            case REGISTERED -> standing != Standing.OPTED_OUT && !way.ofBlockedRecord(standing);
            default -> throw new IllegalStateException("No row of a patient has this: " + extent);
        };
    }

    @Test
    void every_interaction_with_a_patient_in_the_table_is_one_of_the_matrix() {
        Set<String> asked = new TreeSet<>(
                Stream.of(Way.values()).map(way -> way.interaction).toList());
        // Asked for in tests of their own, because they need a body or do not show a resource.
        asked.addAll(List.of("$meta-add", "$meta-delete", "$validate", "$expunge", "$export"));
        RULES.all().stream()
                .filter(rule -> rule.what().equals("patient") || rule.what().equals("Patient"))
                .forEach(rule -> assertThat(asked).contains(rule.interaction()));
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
        assertThat(new TreeSet<>(without))
                .as("offered, and in no row of the table")
                .isEmpty();
    }

    private static boolean hasRow(Optional<String> type, String operation) {
        String name = "$" + operation;
        return Stream.of(name, name + " population", name + " of all", name + " posted")
                .anyMatch(row -> RULES.find(type, row).isPresent());
    }
}
