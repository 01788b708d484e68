package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decision table of the clinical reference, D01 to D36: each rule stands in a guideline file, has a test that bears its
 * name, and taken out of a copy of the file changes the answer for a patient whom it concerns.
 */
class EveryRuleHasATestTest {

    private static final String SKANE = "se-skane-2018";
    private static final String SVOS = "se-svos-2021";
    private static final String DAY = "2024-02-01";

    static Stream<String> rules() {
        return IntStream.rangeClosed(1, 36).mapToObj("D%02d"::formatted);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_test_bears_the_name_of_the_rule(String rule) throws IOException {
        Pattern test = Pattern.compile(
                "@(?:Test|ParameterizedTest|Property)\\b(?:(?!\\bvoid\\b).)*?\\bvoid (?:d\\d\\d_)*" + rule.toLowerCase()
                        + "_",
                Pattern.DOTALL);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> test.matcher(text(file)).find())
                    .toList();

            assertThat(found).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_stands_in_a_guideline_file(String rule) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("profiles/guidelines"))) {
            assertThat(files.filter(file -> text(file).contains("rule: {id: " + rule + ",")
                            || text(file).contains("when-stopped: {id: " + rule + ",")))
                    .isNotEmpty();
        }
    }

    @Test
    void every_rule_is_taken_out_once() {
        assertThat(removals().map(row -> row.get()[0])).containsExactlyElementsOf(rules().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void without_the_rule_the_answer_is_another(
            String rule, Guideline shipped, Guideline without, Patient patient, String asOf) {
        WholeAnswer answer = WholeAnswer.on(patient, shipped, asOf);

        assertThat(WholeAnswer.on(patient, shipped, asOf)).isEqualTo(answer);
        assertThat(WholeAnswer.on(patient, without, asOf)).isNotEqualTo(answer);
    }

    static Stream<Arguments> removals() {
        String osteoporosis =
                "    - rule: {id: D12, source: \"AKO Skåne-riktlinjen Osteoporos: lägre än 2,5 standarddeviationer\", certainty: confirmed}";
        return Stream.of(
                changed("D01", "minimum-age-years: 51", "minimum-age-years: 0", aged("1975-01-01")),
                changed(
                        "D02",
                        "any-age: true",
                        "any-age: false",
                        bornOn("1990-01-01").breaks("S720", "2024-01-01")),
                removed("D03", "  left-out:", broken("S626")),
                changed("D04", "any-of: [frax-major, frax-hip, risk", "any-of: [risk", frax(20)),
                changed("D05", "at-or-below, value: 15", "below, value: 0", frax(12)),
                changed("D06", "applies: unless-low-risk", "applies: always", frax(12)),
                removed("D07", "    - id: bone-density", frax(20)),
                changed("D08", "{comparison: above, value: 30}", "{comparison: above, value: 100}", frax(35)),
                changed("D09", "high-risk-sites: [hip, vertebra]", "high-risk-sites: []", hip()),
                removed(SVOS, "D10", "    - rule: {id: D10", frax(20).tScore(-1.5, "2024-01-06")),
                // D10 would hide it: every T-score of D11 is one of D10.
                row(
                        "D11",
                        Programmes.without(SVOS, "    - rule: {id: D10"),
                        Programmes.without(SVOS, "    - rule: {id: D10", "    - rule: {id: D11"),
                        frax(20).tScore(-2.6, "2024-01-06")),
                removed("D12", osteoporosis + "\n      at-risk", frax(20).tScore(-2.6, "2024-01-06")),
                removed("D13", "    - id: secondary-cause\n", diabetic()),
                removed("D14", "      - {name: ESR", hip().laboratoryExcept("2024-01-10", "esr")),
                changed("D15", "states: [alat, ggt, pth, vitamin-d, testosterone]", "states: []", diabetic()),
                removed("D16", "  examination:", frax(20)),
                removed("D17", "    - id: smoking", hip()),
                removed("D18", "    - rule: {id: D18", frax(35)),
                removed("D19", "    - id: oral-bisphosphonate\n", hip()),
                removed("D20", "    - id: zoledronate", hip().has("disease:dysphagia", "2020-01-01")),
                removed("D21", "    - id: denosumab\n", allergic()),
                removed("D22", "    - id: teriparatide", broken("S221")),
                removed("D23", "  supplement:\n    rule: {id: D23", hip()),
                removed("D24", "    - rule: {id: D24", onCortisone()),
                removed(
                        "D25",
                        "      - {name: referral to physiotherapist",
                        hip().has("referral:primary-care", "2024-01-10")),
                removed(
                        "D26",
                        "    applies-above-age-years: 80",
                        bornOn("1940-01-01").breaks("S525", "2024-01-01").frax(10, "2024-01-05")),
                changed(
                        "D27",
                        "limited-life-expectancy: false",
                        "limited-life-expectancy: true",
                        hip().has("limited-life-expectancy", "2024-01-10")),
                removed("D28", "    - id: primary-care", hip()),
                removed("D29", "    - id: physiotherapy", hip()),
                removed("D30", "  density-reply:", frax(20).has("bone-density-scan", "2024-01-20")),
                removed(
                        "D31",
                        "    - id: osteoporosis-clinic",
                        born1950().dispensed("M05BA04", "2023-12-01", 90).breaks("S720", "2024-01-01")),
                removed("D32", "  control-density:", treated("2022-01-01", 800), "2024-03-01"),
                removed("D33", "      duration:\n        rule: {id: D33", treated("2019-01-01", 1900), "2024-02-01"),
                removed("D34", "        holiday:", treated("2019-01-01", 1827), "2025-01-01"),
                removed(
                        "D35",
                        "      follow-on: {rule: {id: D35",
                        hip().has("drug-administered:M05BX04", "2024-01-10"),
                        "2024-09-01"),
                removed("D36", "    - rule: {id: D36", frax(20).has("osteoporosis-diagnosis:M810", "2024-01-06")));
    }

    private static Arguments changed(String rule, String written, String instead, Patient patient) {
        return row(rule, Programmes.skane(), Programmes.with(SKANE, written, instead), patient);
    }

    private static Arguments removed(String rule, String block, Patient patient) {
        return removed(SKANE, rule, block, patient);
    }

    private static Arguments removed(String rule, String block, Patient patient, String asOf) {
        return arguments(rule, Programmes.skane(), Programmes.without(SKANE, block), patient, asOf);
    }

    private static Arguments removed(String programme, String rule, String block, Patient patient) {
        return row(rule, Programmes.without(programme), Programmes.without(programme, block), patient);
    }

    private static Arguments row(String rule, Guideline shipped, Guideline without, Patient patient) {
        return arguments(rule, shipped, without, patient, DAY);
    }

    private static Patient aged(String birth) {
        return bornOn(birth).breaks("S525", "2024-01-01");
    }

    private static Patient frax(double percent) {
        return broken("S525").frax(percent, "2024-01-05");
    }

    private static Patient hip() {
        return broken("S720");
    }

    private static Patient broken(String code) {
        return born1950().breaks(code, "2024-01-01");
    }

    private static Patient diabetic() {
        return hip().has("disease:type-1-diabetes", "2010-01-01");
    }

    private static Patient allergic() {
        return hip().has("allergy-or-intolerance:M05BA04", "2019-01-01", event -> event.withQualifier("allergy"));
    }

    private static Patient onCortisone() {
        return frax(10).dispensed("H02AB06", "2023-10-01", 120);
    }

    private static Patient treated(String from, int days) {
        return broken("S525").dispensed("M05BA04", from, days);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
