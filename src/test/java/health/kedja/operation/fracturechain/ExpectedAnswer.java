package health.kedja.operation.fracturechain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answer written by hand in {@code expected.yaml}. */
final class ExpectedAnswer {

    private ExpectedAnswer() {}

    static Answer of(JsonNode question) {
        Answer answer = new Answer();
        for (JsonNode chain : question.required("chains")) {
            answer.chain(
                    chain.required("indexFracture").asText(),
                    chain.required("fractureDate").asText(),
                    chain.required("site").asText(),
                    chain.required("risk").asText(),
                    chain.required("status").asText(),
                    text(chain, "endReason"),
                    new BigDecimal(chain.required("completion").asText()));
            for (Map.Entry<String, JsonNode> step : chain.required("steps").properties()) {
                step(answer, step.getKey(), step.getValue());
            }
        }
        for (JsonNode excluded : question.required("excluded")) {
            answer.excluded(
                    excluded.required("fracture").asText(),
                    excluded.required("reason").asText());
        }
        return answer;
    }

    private static void step(Answer answer, String code, JsonNode step) {
        List<String> evidence = new ArrayList<>();
        step.path("evidence").forEach(name -> evidence.add(name.asText()));
        answer.step(
                code,
                step.required("status").asText(),
                text(step, "due"),
                text(step, "done"),
                step.has("onTime") ? step.get("onTime").asBoolean() : null,
                text(step, "reason"),
                evidence);
    }

    private static String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asText() : null;
    }
}
