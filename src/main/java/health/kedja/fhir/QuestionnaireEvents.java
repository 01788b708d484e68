package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.FramoQuestion;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * Answers to the published Questionnaire {@code kedja-framo}; of other questionnaires Kedja knows nothing. The answer to
 * {@code prior-fracture} gives no event: the fracture of the chain answers that question.
 */
final class QuestionnaireEvents {

    /** The canonical URL of the Questionnaire, without version. */
    static final String FRAMO = Systems.BASE + "/Questionnaire/kedja-framo";

    private QuestionnaireEvents() {}

    static List<Event> of(QuestionnaireResponse response, Reading reading) {
        LocalDate day = reading.days().last(response.getAuthoredElement());
        if (day == null || !isFramo(response.getQuestionnaire()) || !isComplete(response)) {
            return List.of();
        }
        String encounter = reading.references().of(response.getEncounter());
        List<Event> events = new ArrayList<>(3);
        add(response.getItem(), day, encounter, reading, events);
        return events.stream().distinct().toList();
    }

    private static boolean isFramo(String questionnaire) {
        return questionnaire != null && (questionnaire.equals(FRAMO) || questionnaire.startsWith(FRAMO + "|"));
    }

    private static boolean isComplete(QuestionnaireResponse response) {
        return response.getStatus() == QuestionnaireResponseStatus.COMPLETED
                || response.getStatus() == QuestionnaireResponseStatus.AMENDED;
    }

    private static void add(
            List<QuestionnaireResponseItemComponent> items,
            LocalDate day,
            String encounter,
            Reading reading,
            List<Event> events) {
        for (QuestionnaireResponseItemComponent item : items) {
            for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
                Event event = event(item.getLinkId(), answer, day, reading);
                if (event != null) {
                    events.add(event.withEncounter(encounter));
                }
            }
            add(item.getItem(), day, encounter, reading, events);
        }
    }

    private static Event event(
            String question, QuestionnaireResponseItemAnswerComponent answer, LocalDate day, Reading reading) {
        double yes = Values.yesOrNo(answer.getValue());
        FramoQuestion known = FramoQuestion.find(question).orElse(null);
        if (known == null || Double.isNaN(yes)) {
            String said = answer.hasValue() ? Values.describe(answer.getValue()) : "no value";
            return reading.event(Kind.NOT_UNDERSTOOD, day).withCode(FRAMO + "#" + question + " = " + said);
        }
        return switch (known) {
            case AGE, WEIGHT ->
                reading.event(Kind.FRAMO_ANSWER, day).withCode(known.token()).withValue(yes);
            case RISE_UP -> reading.event(Kind.IMPAIRED_RISE_UP, day).withValue(yes);
            case PRIOR_FRACTURE -> null;
        };
    }
}
