package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tells what happened to a patient, in the order of the story. Days are written {@code 2024-01-31}. */
final class Patient {

    private final List<Event> events = new ArrayList<>();
    private int fractures;

    /** A patient of 67 to 74 years in most tests: born on 1 January 1950. */
    static Patient born1950() {
        return bornOn("1950-01-01");
    }

    static Patient bornOn(String day) {
        return new Patient().on(day, Kind.BIRTH, "Patient/1", event -> event);
    }

    static Patient withoutBirthDate() {
        return new Patient();
    }

    /** A fracture, {@code Condition/1} and so on in order. */
    Patient breaks(String icd, String day) {
        return breaks(icd, day, event -> event);
    }

    Patient breaks(String icd, String day, UnaryOperator<Event> more) {
        fractures++;
        return on(day, Kind.FRACTURE, "Condition/" + fractures, event -> more.apply(event.withCode(icd)));
    }

    /** An event that only its kind (and code, after a colon) describes; its source is {@code token@day}. */
    Patient has(String token, String day) {
        return has(token, day, event -> event);
    }

    Patient has(String token, String day, UnaryOperator<Event> more) {
        EvidenceToken parsed = EvidenceToken.parse(token);
        return on(day, parsed.kind(), token + "@" + day, event -> more.apply(event.withCode(parsed.code())));
    }

    Patient frax(double percent, String day) {
        return has("frax-major:without-bmd", day, event -> event.withValue(percent));
    }

    Patient tScore(double value, String day) {
        return has("t-score", day, event -> event.withQualifier("lumbar-spine").withValue(value));
    }

    Patient dispensed(String atc, String day, int days) {
        return has("drug-dispensed:" + atc, day, event -> event.withValue(days));
    }

    Patient decidedAgainst(String what, String reason, String day) {
        return has("not-done", day, event -> event.withCode(what).withQualifier(reason));
    }

    Patient laboratoryExcept(String day, String... missing) {
        for (String analyte : List.of("egfr", "calcium-ionised", "tsh", "alp", "haemoglobin", "esr")) {
            if (!List.of(missing).contains(analyte)) {
                has(
                        "laboratory-result:" + analyte,
                        day,
                        event -> event.withValue(analyte.equals("haemoglobin") ? 130 : 1));
            }
        }
        return this;
    }

    /** Everything that the national pathway asks for within the time of a fracture on 2024-01-01, but a drug. */
    Patient cared() {
        return has("episode-opened", "2024-01-05")
                .frax(20, "2024-01-10")
                .tScore(-2.7, "2024-02-01")
                .laboratoryExcept("2024-02-01")
                .has("training", "2024-02-10")
                .has("referral:primary-care", "2024-02-11")
                .has("referral:physiotherapy", "2024-02-11")
                .has("follow-up-plan", "2024-02-12")
                .has("follow-up-contact", "2024-04-01");
    }

    Patient treatedForAYear() {
        return has("drug-administered:M05BA08", "2024-02-20");
    }

    Patient dies(String day) {
        return on(day, Kind.DEATH, "Patient/1", event -> event);
    }

    private Patient on(String day, Kind kind, String source, UnaryOperator<Event> more) {
        events.add(more.apply(Event.of(kind, day == null ? null : LocalDate.parse(day), source)));
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    ChainReport report(Guideline guideline, String asOf) {
        return FractureChain.evaluate(History.of(events), guideline, LocalDate.parse(asOf));
    }

    ChainReport report(String asOf) {
        return report(Programmes.psvf(), asOf);
    }

    /** The newest chain under the national pathway. */
    FractureChain chain(String asOf) {
        return chain(Programmes.psvf(), asOf);
    }

    FractureChain chain(Guideline guideline, String asOf) {
        return report(guideline, asOf).chains().get(0);
    }

    Step step(StepCode code, String asOf) {
        return step(Programmes.psvf(), code, asOf);
    }

    Step step(Guideline guideline, StepCode code, String asOf) {
        return chain(guideline, asOf).steps().get(code.ordinal());
    }

    /** Reason of exclusion by Condition, for example {@code Condition/1 high-energy}. */
    List<String> excluded(Guideline guideline, String asOf) {
        return report(guideline, asOf).excluded().stream()
                .map(one -> one.fracture() + " " + one.reason().token())
                .toList();
    }

    List<String> excluded(String asOf) {
        return excluded(Programmes.psvf(), asOf);
    }

    List<String> indexFractures(String asOf) {
        return report(asOf).chains().stream()
                .map(chain -> chain.indexFracture() + " " + chain.site() + " " + chain.fractureDate())
                .toList();
    }
}
