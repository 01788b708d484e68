package health.kedja;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No room reaches where it may not. Each rule is also run on a house that breaks it, to show that it can fail. */
class ArchitectureTest {

    private static final String HOUSE = "health.kedja";
    private static final String WRONG_HOUSE = "health.kedja.wronghouse";
    private static final int MOST_LINES = 400;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);
    private static final JavaClasses WRONG_CLASSES = new ClassFileImporter().importPackages(WRONG_HOUSE);

    /** Which class of the wrong house breaks which rule. */
    private static final Map<String, String> CULPRITS = Map.ofEntries(
            Map.entry("pathway uses java only", "pathway.AsksTheDatabase"),
            Map.entry("indicator uses pathway", "indicator.ReadsResources"),
            Map.entry("fhir translates only", "fhir.WritesRows"),
            Map.entry("history reads and writes rows", "history.KnowsAnOperation"),
            Map.entry("operation answers requests", "operation.one.AsksTheDatabaseItself"),
            Map.entry("synthetic writes what it made up", "synthetic.KnowsAnOperation"),
            Map.entry("access knows who asks", "access.StartsAServer"),
            Map.entry("exchange lets data out", "exchange.StartsAServer"),
            Map.entry("nothing uses server", "operation.two.KnowsTheServer"),
            Map.entry("no cycles between rooms", "history.KnowsAnOperation"),
            Map.entry("operations do not know each other", "operation.one.KnowsAnotherOperation"),
            Map.entry("no clock in the core", "pathway.ReadsTheClock"),
            Map.entry("nothing prints", "pathway.Prints"),
            Map.entry("no java.util.Date in the core", "pathway.CountsInDates"));

    static Stream<String> rules() {
        return new HouseRules(HOUSE).all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rules(String name) {
        new HouseRules(HOUSE).all().get(name).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_house_that_breaks_a_rule_is_found(String name) {
        ArchRule rule = new HouseRules(WRONG_HOUSE).all().get(name);
        List<String> violations =
                rule.evaluate(WRONG_CLASSES).getFailureReport().getDetails();
        assertThat(violations)
                .as(name)
                .anyMatch(violation -> violation.contains(WRONG_HOUSE + "." + CULPRITS.get(name)));
    }

    @Test
    void every_way_to_read_the_clock_is_found() {
        List<String> violations = new HouseRules(WRONG_HOUSE)
                .all()
                .get("no clock in the core")
                .evaluate(WRONG_CLASSES)
                .getFailureReport()
                .getDetails();
        assertThat(violations)
                .filteredOn(violation -> violation.contains("ReadsTheClock"))
                .hasSize(wrong("pathway.ReadsTheClock"));
    }

    /** Each method of the class reads the clock once, in another way. */
    private static int wrong(String type) {
        return WRONG_CLASSES.get(WRONG_HOUSE + "." + type).getMethods().size();
    }

    @Test
    void no_java_file_is_longer_than_400_lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(100);
            assertThat(sources).filteredOn(file -> lines(file) > MOST_LINES).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
