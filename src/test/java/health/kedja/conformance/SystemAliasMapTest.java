package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemIdentifierType;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemUniqueIdComponent;
import org.junit.jupiter.api.Test;

class SystemAliasMapTest {

    private final List<Terminology.Row> rows =
            Terminology.rows(Terminology.map("kedja-system-alias")).toList();

    @Test
    void a_uri_is_the_other_name_of_one_system_and_never_one_that_kedja_writes() {
        assertThat(rows).isNotEmpty();
        assertThat(rows).extracting(Terminology.Row::source).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(Terminology.Row::source)
                .doesNotContainAnyElementsOf(
                        rows.stream().map(Terminology.Row::target).toList());
    }

    @Test
    void a_system_of_the_event_map_is_never_an_alias() {
        assertThat(rows)
                .extracting(Terminology.Row::source)
                .doesNotContainAnyElementsOf(Terminology.map("kedja-code-to-event").getGroup().stream()
                        .map(group -> group.getSource())
                        .toList());
    }

    @Test
    void the_map_and_the_naming_systems_say_the_same() {
        Map<String, String> published = Terminology.namingSystems().stream()
                .flatMap(system -> uris(system, id -> !id.getPreferred())
                        .map(alias -> Map.entry(
                                alias,
                                uris(system, NamingSystemUniqueIdComponent::getPreferred)
                                        .findFirst()
                                        .orElseThrow())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(rows.stream().collect(Collectors.toMap(Terminology.Row::source, Terminology.Row::target)))
                .isEqualTo(published);
    }

    private static Stream<String> uris(NamingSystem system, Predicate<NamingSystemUniqueIdComponent> which) {
        return system.getUniqueId().stream()
                .filter(which)
                .map(id -> id.getType() == NamingSystemIdentifierType.OID ? "urn:oid:" + id.getValue() : id.getValue());
    }
}
