package health.kedja.operation.fracturechain;

import health.kedja.pathway.ChainReport;
import health.kedja.pathway.ExcludedFracture;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Step;
import java.util.Map;

/** The answer that the clinical core gave, in the names that a vignette gives its resources. */
final class CoreAnswer {

    private CoreAnswer() {}

    static Answer of(ChainReport report, Map<String, String> names) {
        Answer answer = new Answer();
        for (FractureChain chain : report.chains()) {
            answer.chain(
                    names.getOrDefault(chain.indexFracture(), chain.indexFracture()),
                    chain.fractureDate().toString(),
                    chain.site(),
                    chain.risk().token(),
                    chain.status().token(),
                    chain.endReason() == null ? null : chain.endReason().token(),
                    chain.completion());
            chain.steps().forEach(step -> step(answer, step, names));
        }
        for (ExcludedFracture excluded : report.excluded()) {
            answer.excluded(
                    names.getOrDefault(excluded.fracture(), excluded.fracture()),
                    excluded.reason().token());
        }
        return answer;
    }

    private static void step(Answer answer, Step step, Map<String, String> names) {
        answer.step(
                step.code().token(),
                step.status().token(),
                step.due() == null ? null : step.due().toString(),
                step.done() == null ? null : step.done().toString(),
                step.onTime(),
                step.reason() == null ? null : step.reason().token(),
                step.evidence().stream().map(e -> names.getOrDefault(e, e)).toList());
    }
}
