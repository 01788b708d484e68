package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.kedja.fhir.GuidelineActivities;
import health.kedja.fhir.GuidelinePlanDefinition;
import health.kedja.pathway.Guideline;
import health.kedja.server.GuidelineFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped guidelines as another system reads them. */
class PublishedGuidelinesTest {

    /** A rule of the file as the PlanDefinition cites it. */
    private record Cited(String id, String display) implements Comparable<Cited> {

        @Override
        public int compareTo(Cited other) {
            return (id + display).compareTo(other.id + other.display);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"se-psvf-2021", "se-skane-2018", "se-svos-2021", "dk-dks", "iof-fls"})
    void every_rule_of_the_file_is_cited_with_id_source_and_certainty_in_the_section_that_it_stands_in(String id)
            throws IOException {
        JsonNode file = new YAMLMapper()
                .readTree(Path.of("profiles/guidelines", id + ".yaml").toFile());
        PlanDefinition plan = GuidelinePlanDefinition.of(guideline(id));

        for (String section : List.of(
                "entry",
                "episode",
                "risk",
                "drugs",
                "treatment",
                "decisions",
                "chain-types",
                "density",
                "framo",
                "course",
                "prevention",
                "advice")) {
            Set<Cited> asked = new TreeSet<>();
            rules(file.path(section), asked);
            Set<Cited> cited = new TreeSet<>();
            plan.getAction().stream()
                    .filter(action -> action.getId().equals("section-" + section))
                    .forEach(action -> cited(action, cited));

            assertThat(cited).as(section).isEqualTo(asked);
        }
        assertThat(plan.getAction())
                .extracting(PlanDefinitionActionComponent::getId)
                .doesNotHaveDuplicates();
        Set<Cited> steps = new TreeSet<>();
        rules(file.path("steps"), steps);
        Set<Cited> cited = new TreeSet<>();
        plan.getAction().stream()
                .filter(PlanDefinitionActionComponent::hasCode)
                .forEach(action -> cited(action, cited));
        assertThat(cited).isEqualTo(steps).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"se-psvf-2021", "se-skane-2018", "se-svos-2021", "dk-dks", "iof-fls"})
    void a_reader_finds_every_rule_in_the_text(String id) throws IOException {
        JsonNode file = new YAMLMapper()
                .readTree(Path.of("profiles/guidelines", id + ".yaml").toFile());
        Set<Cited> asked = new TreeSet<>();
        rules(file, asked);
        String text =
                GuidelinePlanDefinition.of(guideline(id)).getText().getDiv().getValueAsString();

        assertThat(asked)
                .hasSizeGreaterThan(30)
                .allSatisfy(rule -> assertThat(text).contains("<td>" + rule.id() + "</td>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"se-psvf-2021", "se-skane-2018", "se-svos-2021", "dk-dks", "iof-fls"})
    void what_is_published_is_valid_R4(String id) {
        List<Resource> published = new ArrayList<>(GuidelineActivities.of(guideline(id)));
        published.add(GuidelinePlanDefinition.of(guideline(id)));

        assertThat(published)
                .hasSizeGreaterThan(10)
                .allSatisfy(resource -> assertThat(ProfileValidator.INSTANCE.errors(
                                Published.R4.newJsonParser().encodeResourceToString(resource)))
                        .as(resource.getId())
                        .isEmpty());
    }

    private static void rules(JsonNode node, Set<Cited> found) {
        if (node.has("id") && node.has("source") && node.has("certainty")) {
            found.add(new Cited(
                    node.get("id").asText(),
                    node.get("source").asText() + " ["
                            + node.get("certainty").asText().toLowerCase(Locale.ROOT) + "]"));
        }
        node.forEach(child -> rules(child, found));
    }

    private static void cited(PlanDefinitionActionComponent action, Set<Cited> found) {
        action.getDocumentation().forEach(rule -> found.add(new Cited(rule.getLabel(), rule.getDisplay())));
        action.getAction().forEach(inner -> cited(inner, found));
    }

    private static Guideline guideline(String id) {
        return GuidelineFiles.load(id, Optional.empty()).standard();
    }
}
