package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.access.Scope.Context;
import health.kedja.access.Scope.Interaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every scope, and for every text that is none. */
class ScopeProperties {

    @Provide
    Arbitrary<Scope> scopes() {
        Arbitrary<String> names =
                Arbitraries.of("category", "code", "date", "code:in", "subject:Patient.identifier", "_tag");
        Arbitrary<String> values = Arbitraries.strings()
                .withChars("abz019|:/.,$=-?")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<Map<String, List<String>>> constraints = Arbitraries.maps(
                        names,
                        values.list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .map(list -> list.stream().sorted().distinct().toList()))
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(Context.values()),
                        Arbitraries.of("*", "Patient", "Observation", "EpisodeOfCare"),
                        Arbitraries.of(Interaction.values()).set().ofMinSize(1),
                        constraints)
                .as(Scope::new);
    }

    @Property(tries = 2000)
    void a_scope_that_is_written_and_read_is_the_same(@ForAll("scopes") Scope scope) {
        assertThat(Scope.parse(scope.toString())).contains(scope);
    }

    @Property(tries = 2000)
    void the_letters_are_in_the_order_that_the_specification_asks_for(@ForAll("scopes") Scope scope) {
        assertThat(scope.toString().replaceFirst("\\?.*$", "")).matches("[a-z]+/(\\*|[A-Za-z]+)\\.c?r?u?d?s?");
    }

    @Property(tries = 5000)
    void garbage_grants_nothing(@ForAll String text) {
        for (Interaction interaction : EnumSet.allOf(Interaction.class)) {
            assertThat(Scopes.parse(text).granting(interaction, "Patient"))
                    .allMatch(scope -> text.contains("/") && text.contains(".") && scope.concerns("Patient"));
        }
    }

    @Property(tries = 2000)
    void a_scope_with_a_letter_changed_grants_no_more_than_it_says(
            @ForAll("scopes") Scope scope, @ForAll char letter, @ForAll int place) {
        StringBuilder text = new StringBuilder(scope.toString());
        text.setCharAt(Math.floorMod(place, text.length()), letter);
        Scope.parse(text.toString()).ifPresent(read -> {
            Scope again = Scope.parse(read.toString()).orElseThrow();
            assertThat(again).hasToString(read.toString());
            assertThat(again.interactions()).isEqualTo(read.interactions());
            assertThat(again.constraint().keySet()).isEqualTo(read.constraint().keySet());
        });
    }
}
