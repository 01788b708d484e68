package health.kedja.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportKeyTest {

    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00.123Z");
    private static final Indicator INDICATOR = Shipped.indicator("SOS-07");
    private static final Question QUESTION = Shipped.year(2021, Stratifier.REGION, Stratifier.SEX);

    private record Everything(
            String text,
            Optional<LocalDate> day,
            OptionalInt whole,
            OptionalDouble decimal,
            List<Integer> list,
            Set<String> set,
            Map<String, Period> map,
            boolean truth,
            Stratifier constant) {}

    private record Everything2(String text, Optional<String> addedLater, List<String> alsoAdded) {}

    private record Text(String text) {}

    private record Any(Object value) {}

    @Test
    void the_canonical_form_is_written_down_to_the_character() {
        Map<String, Period> map = new LinkedHashMap<>();
        map.put("b", Period.ofMonths(3));
        map.put("a", Period.ofDays(1));
        Everything everything = new Everything(
                "å \"\\\n",
                Optional.of(LocalDate.of(2024, 5, 6)),
                OptionalInt.of(50),
                OptionalDouble.of(0.8),
                List.of(50, 9),
                new LinkedHashSet<>(List.of("z", "y")),
                map,
                true,
                Stratifier.AGE_GROUP);

        assertThat(CanonicalJson.of(everything))
                .isEqualTo("{\"constant\":\"AGE_GROUP\",\"day\":\"2024-05-06\",\"decimal\":0.8,\"list\":[50,9],"
                        + "\"map\":{\"a\":\"P1D\",\"b\":\"P3M\"},\"set\":[\"y\",\"z\"],\"text\":\"å \\\"\\\\\\u000a\","
                        + "\"truth\":true,\"whole\":50}");
        // By another program: printf '{"text":"å"}' | sha256sum
        assertThat(CanonicalJson.hash(new Text("å")))
                .isEqualTo("751c716199c1848fc3bea11e8ac597047fcad64cef5af767e338b9054a7b321f");
    }

    @Test
    void a_field_that_is_added_and_not_used_changes_nothing() {
        assertThat(CanonicalJson.of(new Everything2("same", Optional.empty(), List.of())))
                .isEqualTo(CanonicalJson.of(new Text("same")));
    }

    @Test
    void what_is_not_written_the_same_everywhere_is_refused() {
        for (Object value : new Object[] {null, Double.NaN, Double.POSITIVE_INFINITY, new Object(), new int[] {1}}) {
            assertThatThrownBy(() -> CanonicalJson.of(new Any(value))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void every_definition_has_a_hash_of_its_own() {
        List<String> hashes = Shipped.ALL.all().stream().map(Indicator::hash).toList();
        assertThat(hashes)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void the_hash_changes_with_what_the_definition_says() {
        Set<String> hashes = Stream.<UnaryOperator<String>>of(
                        text -> text, text -> text + " ", text -> text.toUpperCase(java.util.Locale.ROOT))
                .map(change -> titled(change.apply(INDICATOR.title())).hash())
                .collect(Collectors.toSet());
        assertThat(hashes).hasSize(3).contains(INDICATOR.hash());
    }

    private static Indicator titled(String title) {
        return new Indicator(
                INDICATOR.id(),
                INDICATOR.version(),
                title,
                INDICATOR.officialId(),
                INDICATOR.sources(),
                INDICATOR.certainty(),
                INDICATOR.scoring(),
                INDICATOR.improvement(),
                INDICATOR.target(),
                INDICATOR.levels(),
                INDICATOR.population(),
                INDICATOR.exclusions(),
                INDICATOR.exposure(),
                INDICATOR.outcome(),
                INDICATOR.quantity(),
                INDICATOR.denominatorQuantity(),
                INDICATOR.ageBands(),
                INDICATOR.reportedData(),
                INDICATOR.counterpart(),
                INDICATOR.caveats(),
                INDICATOR.codeLists());
    }

    @Test
    void the_same_question_of_the_same_data_has_the_same_id() {
        ReportKey key = ReportKey.of(INDICATOR, asked(Set.of("a", "b", "c")), NOON, "rules");

        assertThat(key.id()).matches("[0-9a-f]{64}");
        assertThat(ReportKey.of(
                                titled(INDICATOR.title()),
                                asked(new LinkedHashSet<>(List.of("c", "b", "a"))),
                                NOON,
                                "rules")
                        .id())
                .isEqualTo(key.id());
    }

    @Test
    void another_definition_question_instant_or_rule_has_another_id() {
        List<String> ids = Stream.of(
                        ReportKey.of(INDICATOR, QUESTION, NOON, "rules"),
                        ReportKey.of(titled("other"), QUESTION, NOON, "rules"),
                        ReportKey.of(INDICATOR, Shipped.year(2022, Stratifier.REGION, Stratifier.SEX), NOON, "rules"),
                        ReportKey.of(INDICATOR, Shipped.year(2021, Stratifier.SEX, Stratifier.REGION), NOON, "rules"),
                        ReportKey.of(INDICATOR, Shipped.suppressing(QUESTION, 5), NOON, "rules"),
                        ReportKey.of(
                                INDICATOR,
                                Shipped.standardised(QUESTION, StandardPopulation.OWN_DENOMINATOR),
                                NOON,
                                "rules"),
                        ReportKey.of(INDICATOR, asked(Set.of("a")), NOON, "rules"),
                        ReportKey.of(INDICATOR, QUESTION, NOON.plusMillis(1), "rules"),
                        ReportKey.of(INDICATOR, QUESTION, NOON, "others"))
                .map(ReportKey::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void nobody_is_not_everybody() {
        assertThat(ReportKey.of(INDICATOR, asked(Set.of()), NOON, "rules").id())
                .isNotEqualTo(ReportKey.of(INDICATOR, QUESTION, NOON, "rules").id());
    }

    private static Question asked(Set<String> people) {
        return new Question(
                QUESTION.periodStart(),
                QUESTION.periodEnd(),
                QUESTION.asOf(),
                QUESTION.by(),
                Optional.of(people),
                QUESTION.standard(),
                QUESTION.suppressBelow());
    }
}
