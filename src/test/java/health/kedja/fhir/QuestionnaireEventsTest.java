package health.kedja.fhir;

import static health.kedja.fhir.Given.event;
import static health.kedja.fhir.Given.events;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.pathway.Event;
import health.kedja.pathway.FramoQuestion;
import health.kedja.pathway.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a completed questionnaire says. */
class QuestionnaireEventsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
    private static final String SOURCE = "QuestionnaireResponse/1";

    private static String response(String more) {
        return "{'resourceType':'QuestionnaireResponse','id':'1','subject':{'reference':'Patient/7'}," + more + "}";
    }

    private static String framo(String... items) {
        return response("'questionnaire':'" + QuestionnaireEvents.FRAMO
                + "','status':'completed','authored':'2024-02-01','item':[" + String.join(",", items) + "]");
    }

    private static String item(String question, String value) {
        return "{'linkId':'" + question + "','answer':[{" + value + "}]}";
    }

    @ParameterizedTest
    @CsvSource({"true,1", "false,0"})
    void each_question_but_the_fracture_of_the_chain_gives_its_answer(boolean said, double value) {
        String answer = "'valueBoolean':" + said;

        assertThat(events(framo(
                        item("age", answer),
                        item("weight", answer),
                        item("prior-fracture", answer),
                        item("rise-up", answer))))
                .containsExactly(
                        Event.of(Kind.FRAMO_ANSWER, DAY, SOURCE).withCode("age").withValue(value),
                        Event.of(Kind.FRAMO_ANSWER, DAY, SOURCE)
                                .withCode("weight")
                                .withValue(value),
                        Event.of(Kind.IMPAIRED_RISE_UP, DAY, SOURCE).withValue(value));
    }

    @Test
    void a_question_that_is_not_answered_gives_nothing() {
        assertThat(events(framo("{'linkId':'weight'}"))).isEmpty();
    }

    @Test
    void questions_in_a_group_and_a_version_of_the_questionnaire_are_read() {
        String grouped = framo("{'linkId':'group','item':[" + item("rise-up", "'valueBoolean':true") + "]}");

        assertThat(event(grouped.replace("kedja-framo'", "kedja-framo|0.1.0'")).kind())
                .isEqualTo(Kind.IMPAIRED_RISE_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-progress", "stopped", "entered-in-error"})
    void an_answer_that_is_not_complete_says_nothing(String status) {
        assertThat(events(framo(item("weight", "'valueBoolean':true")).replace("completed", status)))
                .isEmpty();
    }

    @Test
    void an_amended_one_is_read() {
        assertThat(events(framo(item("weight", "'valueBoolean':true")).replace("completed", "amended")))
                .hasSize(1);
    }

    @Test
    void without_a_day_or_by_another_questionnaire_it_says_nothing() {
        String answered = framo(item("weight", "'valueBoolean':true"));

        assertThat(events(answered.replace("'authored':'2024-02-01',", ""))).isEmpty();
        assertThat(events(answered.replace("kedja-framo", "kedja-framo-2"))).isEmpty();
        assertThat(events(answered.replace("kedja.health", "other.health"))).isEmpty();
        assertThat(events(response("'status':'completed','authored':'2024-02-01'")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "weight, 'valueString':'light', weight = string",
        "rise-up, 'valueInteger':1, rise-up = integer",
        "height, 'valueBoolean':true, height = boolean",
    })
    void what_is_no_question_of_framo_or_no_yes_or_no_is_kept_as_not_understood(
            String question, String value, String what) {
        assertThat(event(framo(item(question, value.replace("\"", "'")))))
                .returns(Kind.NOT_UNDERSTOOD, Event::kind)
                .returns("https://kedja.health/fhir/Questionnaire/kedja-framo#" + what, Event::code);
    }

    @Test
    void the_published_questionnaire_asks_these_questions_in_three_languages() throws IOException {
        Questionnaire questionnaire = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Questionnaire.class, Files.readString(Path.of("profiles/Questionnaire-kedja-framo.json")));

        assertThat(questionnaire.getUrl()).isEqualTo(QuestionnaireEvents.FRAMO);
        assertThat(questionnaire.getItem())
                .extracting(QuestionnaireItemComponent::getLinkId)
                .containsExactlyElementsOf(Stream.of(FramoQuestion.values())
                        .map(FramoQuestion::token)
                        .toList());
        assertThat(questionnaire.getItem()).allSatisfy(item -> {
            assertThat(item.getType()).isEqualTo(Questionnaire.QuestionnaireItemType.BOOLEAN);
            assertThat(item.getCodeFirstRep().getCode()).isEqualTo(item.getLinkId());
            assertThat(item.getText()).endsWith("?");
            assertThat(item.getTextElement().getExtension())
                    .extracting(translation ->
                            translation.getExtensionString("lang") + translation.getExtensionString("content"))
                    .satisfiesExactly(
                            sv -> assertThat(sv).startsWith("sv").endsWith("?"),
                            da -> assertThat(da).startsWith("da").endsWith("?"));
        });
    }
}
