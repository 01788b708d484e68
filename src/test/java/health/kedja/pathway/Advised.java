package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The advice on the newest chain of a patient, in short words that tests can compare. */
record Advised(Advice advice) {

    static Advised on(Patient patient, Guideline guideline, String asOf) {
        return on(patient, guideline, asOf, 0);
    }

    /** The advice on an older chain: 0 is the newest. */
    static Advised on(Patient patient, Guideline guideline, String asOf, int chain) {
        FractureChain asked = patient.report(guideline, asOf).chains().get(chain);
        return new Advised(Advice.of(History.of(patient.events()), guideline, asked, LocalDate.parse(asOf)));
    }

    /** Code and rule of each reason, {@code !} behind those that set the risk: {@code site D09!}. */
    List<String> reasons() {
        return each(
                advice.riskReasons(),
                one -> one.code().token() + " " + one.rule().id() + (one.decides() ? "!" : ""));
    }

    RiskReason reason(RiskReasonCode code) {
        return advice.riskReasons().stream()
                .filter(one -> one.code() == code)
                .findFirst()
                .orElse(null);
    }

    /** Code and status of each line: {@code zoledronate advised}. */
    List<String> lines() {
        return each(advice.lines(), one -> one.code() + " " + one.status().token());
    }

    /** Code and status of the lines on drugs. */
    List<String> drugs() {
        return advice.lines().stream()
                .filter(one -> one.kind() == AdviceKind.DRUG)
                .map(one -> one.code() + " " + one.status().token())
                .toList();
    }

    AdviceLine line(String code) {
        return advice.lines().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line '" + code + "' in " + lines()));
    }

    boolean has(String code) {
        return advice.lines().stream().anyMatch(one -> one.code().equals(code));
    }

    /** Ids of what rules a drug out. */
    List<String> against(String code) {
        return each(line(code).ruledOutBy(), one -> one.finding().id());
    }

    /** Code of what is missing and the rule that asks for it: {@code egfr D14}. */
    List<String> missing() {
        return each(advice.missing(), one -> one.code() + " " + one.rule().id());
    }

    private static <T> List<String> each(List<T> items, Function<T, String> words) {
        return items.stream().map(words).toList();
    }
}
