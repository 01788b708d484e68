package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.pathway.Advice;
import health.kedja.pathway.ChainReport;
import health.kedja.pathway.Event;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.NextActions;
import health.kedja.server.GuidelineFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;

/** From events under a shipped guideline to the parts that a client sees. */
class AdviceParametersTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Guideline SKANE =
            GuidelineFiles.load("se-skane-2018", Optional.empty()).standard();

    private final History hip = History.of(List.of(
            Event.of(Kind.BIRTH, LocalDate.of(1940, 1, 1), "Patient/1"),
            Event.of(Kind.FRACTURE, LocalDate.of(2024, 1, 1), "Condition/1").withCode("S720"),
            Event.of(Kind.DISEASE, LocalDate.of(2020, 1, 1), "Condition/2").withCode("dysphagia"),
            Event.of(Kind.LABORATORY_RESULT, LocalDate.of(2024, 2, 1), "Observation/1")
                    .withCode("egfr")
                    .withValue(52)));

    private Parameters answer(String language) {
        Locale reader = Locale.forLanguageTag(language);
        ChainReport report = FractureChain.evaluate(hip, SKANE, DAY);
        Parameters answer = new ChainParameters(reader).of(report, "Patient/1", DAY, SKANE.canonicalWithVersion());
        new AdviceParameters(reader).add(answer, report, chain -> Advice.of(hip, SKANE, chain, DAY));
        return answer;
    }

    private static ParametersParameterComponent chain(Parameters answer) {
        return answer.getParameter().stream()
                .filter(part -> part.getName().equals("chain"))
                .findFirst()
                .orElseThrow();
    }

    private static List<ParametersParameterComponent> parts(ParametersParameterComponent of, String name) {
        return of.getPart().stream().filter(part -> part.getName().equals(name)).toList();
    }

    private static List<String> values(ParametersParameterComponent of, String name) {
        return parts(of, name).stream()
                .map(part -> part.getValue() instanceof org.hl7.fhir.r4.model.Reference reference
                        ? reference.getReference()
                        : part.getValue().primitiveValue())
                .toList();
    }

    private static String value(ParametersParameterComponent of, String name) {
        return values(of, name).get(0);
    }

    @Test
    void a_reason_of_risk_carries_code_rule_source_evidence_and_words() {
        List<ParametersParameterComponent> reasons = parts(chain(answer("sv")), "riskReason");

        assertThat(reasons).extracting(one -> value(one, "code")).containsExactly("site", "age");
        assertThat(reasons).extracting(one -> value(one, "decides")).containsExactly("true", "false");
        assertThat(reasons).extracting(one -> value(one, "rule")).containsExactly("D09", "D26");
        assertThat(value(reasons.get(0), "source")).startsWith("AKO Skåne");
        assertThat(value(reasons.get(0), "certainty")).isEqualTo("confirmed");
        assertThat(values(reasons.get(0), "evidence")).containsExactly("Condition/1");
        assertThat(value(reasons.get(1), "value")).isEqualTo("84");
        assertThat(value(reasons.get(1), "text")).isEqualTo("Ålder 84 år med typisk osteoporosfraktur");
    }

    @Test
    void a_drug_carries_all_that_a_clinician_needs_to_decide_and_that_it_is_theirs_to_decide() {
        List<ParametersParameterComponent> advice = parts(chain(answer("sv")), "advice");
        ParametersParameterComponent zoledronate = advice.get(0);

        assertThat(advice)
                .extracting(one -> value(one, "code") + " " + value(one, "status"))
                .containsExactly(
                        "zoledronate waits",
                        "calcium-and-vitamin-d advised",
                        "primary-care advised",
                        "physiotherapy advised",
                        "oral-bisphosphonate ruled-out");
        assertThat(value(zoledronate, "kind")).isEqualTo("drug");
        assertThat(value(zoledronate, "strength")).isEqualTo("recommended");
        assertThat(value(zoledronate, "rank")).isEqualTo("2");
        assertThat(value(zoledronate, "route")).isEqualTo("intravenous");
        assertThat(value(zoledronate, "level")).isEqualTo("primary-care");
        assertThat(value(zoledronate, "durationRule")).isEqualTo("D33");
        assertThat(value(zoledronate, "due")).isEqualTo("2024-04-22");
        assertThat(value(zoledronate, "rule")).isEqualTo("D20");
        assertThat(values(zoledronate, "because")).containsExactly("D18", "D20");
        assertThat(values(zoledronate, "evidence")).containsExactly("Condition/2");
        assertThat(parts(zoledronate, "needs"))
                .extracting(need -> value(need, "code") + " " + value(need, "known"))
                .containsExactly("egfr true", "calcium false", "vitamin-d false");
        assertThat(values(parts(zoledronate, "needs").get(0), "evidence")).containsExactly("Observation/1");
        assertThat(value(zoledronate, "text"))
                .isEqualTo("Zoledronat, intravenöst, en gång per år, i primärvården, nytt ställningstagande efter 36"
                        + " månader. Ska vara känt först: kalcium, 25-hydroxivitamin D.");
        assertThat(value(zoledronate, "note")).contains("beslutar");
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(answer("sv"));
        assertThat(json)
                .contains("\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"a\"}")
                .contains("{\"value\":36,\"unit\":\"months\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mo\"}")
                .contains("{\"system\":\"http://www.whocc.no/atc\",\"code\":\"M05BA08\"}");
    }

    @Test
    void what_rules_a_drug_out_is_named_with_its_rule_and_evidence() {
        ParametersParameterComponent oral = parts(chain(answer("da")), "advice").get(4);
        ParametersParameterComponent against = parts(oral, "contraindication").get(0);

        assertThat(value(against, "code")).isEqualTo("dysphagia");
        assertThat(value(against, "rule")).isEqualTo("D20");
        assertThat(values(against, "evidence")).containsExactly("Condition/2");
        assertThat(value(against, "text")).isEqualTo("synkebesvær");
        assertThat(value(oral, "text")).contains("Taler imod: synkebesvær.");
    }

    @Test
    void what_is_missing_names_what_waits_for_it_and_its_day() {
        ParametersParameterComponent calcium = parts(chain(answer("en")), "missing").stream()
                .filter(one -> value(one, "code").equals("calcium"))
                .findFirst()
                .orElseThrow();

        assertThat(values(calcium, "neededFor")).containsExactly("laboratory", "zoledronate");
        assertThat(value(calcium, "due")).isEqualTo("2024-03-25");
        assertThat(value(calcium, "rule")).isEqualTo("D14");
        assertThat(value(calcium, "text")).isEqualTo("Missing: calcium.");
    }

    @Test
    void every_line_has_words_and_the_note_in_every_language() {
        assertThat(Stream.of("sv", "da", "en", "de").map(this::answer)).allSatisfy(answer -> {
            assertThat(parts(chain(answer), "advice")).isNotEmpty().allSatisfy(one -> {
                assertThat(value(one, "text")).isNotBlank();
                assertThat(value(one, "note")).isNotBlank();
            });
        });
        assertThat(value(parts(chain(answer("de")), "advice").get(0), "note"))
                .isEqualTo("Decision support: a clinician decides.");
    }

    @Test
    void a_worklist_says_what_why_when_and_in_which_words() {
        Parameters answer = new NextActionsParameters(Locale.forLanguageTag("sv"))
                .of(NextActions.of(hip, SKANE, DAY, Map.of()), "Patient/1", DAY, SKANE.canonicalWithVersion());
        List<ParametersParameterComponent> actions = answer.getParameter().stream()
                .filter(part -> part.getName().equals("action"))
                .toList();
        ParametersParameterComponent first = actions.get(0);

        assertThat(answer.getParameter("patient").getValue().isEmpty()).isFalse();
        assertThat(answer.getParameter("asOf").getValue().primitiveValue()).isEqualTo("2024-03-01");
        assertThat(answer.getParameter("guideline").getValue().primitiveValue()).endsWith("/se-skane-2018|1.0.0");
        assertThat(answer.getParameter("note").getValue().primitiveValue()).contains("beslutar");
        assertThat(value(first, "type") + " " + value(first, "what")).isEqualTo("step identification");
        assertThat(value(first, "due")).isEqualTo("2024-01-29");
        assertThat(value(first, "overdue")).isEqualTo("true");
        assertThat(value(first, "fracture")).isEqualTo("Condition/1");
        assertThat(value(first, "text")).isEqualTo("Ta in patienten i frakturkedjan.");
        assertThat(value(parts(first, "why").get(0), "rule")).isEqualTo("D04");
        assertThat(value(parts(first, "why").get(0), "source")).startsWith("AKO Skåne");
        ParametersParameterComponent waits = actions.stream()
                .filter(one -> value(one, "what").equals("adherence"))
                .findFirst()
                .orElseThrow();
        assertThat(value(waits, "text")).isEqualTo("Kontrollera att läkemedlet tas: Väntar på att behandling inleds.");
        ParametersParameterComponent drug = actions.stream()
                .filter(one -> value(one, "what").equals("zoledronate"))
                .findFirst()
                .orElseThrow();
        assertThat(value(parts(drug, "advice").get(0), "code")).isEqualTo("zoledronate");
        assertThat(values(parts(drug, "why").get(0), "evidence")).containsExactly("Condition/2");
    }
}
