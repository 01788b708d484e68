package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import health.kedja.pathway.Rule;
import health.kedja.server.GuidelineFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With {@code -Dclinical-rules.write=true} the document is written anew; {@code docs/clinical-rules.sh} does that. */
class ClinicalRulesTest {

    private static final Path DOCUMENT = Path.of("docs/clinical-rules.md");
    private static final Guidelines GUIDELINES = GuidelineFiles.load("se-psvf-2021", Optional.empty());

    @Test
    void the_document_says_what_the_guideline_files_say() throws IOException {
        String expected = ClinicalRules.of(GUIDELINES);
        if (Boolean.getBoolean("clinical-rules.write")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/clinical-rules.md is stale: run docs/clinical-rules.sh")
                .isEqualTo(expected);
    }

    @Test
    void every_rule_of_every_file_is_found() throws IOException {
        for (Guideline guideline : GUIDELINES.all()) {
            List<String> written = new ArrayList<>();
            Matcher ids = Pattern.compile("(?:rule|when-stopped): \\{id: ([^,]+),")
                    .matcher(Files.readString(Path.of("profiles/guidelines", guideline.id() + ".yaml")));
            while (ids.find()) {
                written.add(ids.group(1));
            }

            assertThat(GuidelineRules.of(guideline).stream()
                            .flatMap(rule -> rule.rule().stream())
                            .map(Rule::id))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void every_rule_says_what_it_states_and_stands_in_the_text_of_the_plan_definition() {
        for (Guideline guideline : GUIDELINES.all()) {
            String table = GuidelinePlanDefinition.of(guideline).getText().getDivAsString();
            for (GuidelineRule rule : GuidelineRules.of(guideline)) {
                rule.rule().ifPresent(one -> assertThat(table).contains("<td>" + one.id() + "</td>"));
            }
            assertThat(table).contains("minimum age years: " + guideline.entry().minimumAgeYears());
        }
    }

    @Test
    void a_field_stands_beside_the_rule_that_governs_it() {
        List<GuidelineRule> rules = GuidelineRules.of(GUIDELINES.standard());

        assertThat(rules)
                .filteredOn(rule -> rule.place().equals(List.of("steps", "handover")))
                .satisfiesExactly(
                        asked -> assertThat(asked.statements())
                                .extracting(GuidelineRule.Statement::field)
                                .contains("dueWithinDays", "doneBy"),
                        forWhom -> assertThat(forWhom.statements())
                                .extracting(GuidelineRule.Statement::field)
                                .containsExactly("applies", "appliesAboveAgeYears", "appliesAtLimitedLifeExpectancy"));
        assertThat(rules)
                .filteredOn(rule -> rule.place().equals(List.of("risk")))
                .satisfiesExactly(
                        site -> assertThat(site.statements())
                                .extracting(GuidelineRule.Statement::value)
                                .containsExactly("hip, vertebra", "yes"),
                        low -> assertThat(low.statements())
                                .extracting(GuidelineRule.Statement::value)
                                .containsExactly("at or below 15"),
                        high -> assertThat(high.statements())
                                .extracting(GuidelineRule.Statement::value)
                                .containsExactly("above 30"));
    }
}
