package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary patients: anything that can be recorded, in any order, sensible or not. */
final class Histories {

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

    private Histories() {}

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 1400).map(FIRST::plusDays);
    }

    static Arbitrary<List<Event>> events() {
        Arbitrary<Event> fractures = Combinators.combine(
                        Arbitraries.of(Kind.FRACTURE, Kind.FRACTURE, Kind.FRACTURE, Kind.UNCONFIRMED_FRACTURE),
                        days(),
                        Arbitraries.of("S720", "S525", "S525", "S422", "S320", "S626", "M809", "Z094", "M844"),
                        Arbitraries.of("wrist", "hip", null),
                        Arbitraries.of("left", "right", null),
                        Arbitraries.integers().between(1, 4))
                .as((kind, day, code, site, side, number) ->
                        new Event(kind, day, null, code, site, side, Double.NaN, "Condition/" + number, null));
        Arbitrary<Event> others = Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        days().injectNull(0.05),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 40))
                .as(Histories::event);
        Arbitrary<List<Event>> some = Combinators.combine(
                        fractures.list().ofMinSize(1).ofMaxSize(4),
                        others.list().ofMaxSize(25))
                .as((broken, more) -> {
                    List<Event> all = new ArrayList<>(broken);
                    all.addAll(more);
                    return all;
                });
        return Combinators.combine(some, Arbitraries.of(1950, 1974, 0)).as((all, year) -> {
            all.removeIf(event -> event.kind() == Kind.BIRTH);
            if (year > 0) {
                all.add(Event.of(Kind.BIRTH, LocalDate.of(year, 3, 1), "Patient/1"));
            }
            return all;
        });
    }

    private static Event event(Kind kind, LocalDate day, int choice, int number) {
        Event event = Event.of(kind, day, "Resource/" + number);
        return switch (kind) {
            case FRACTURE, UNCONFIRMED_FRACTURE -> event.withCode("S525");
            case CIRCUMSTANCE -> event.withCode(choice == 0 ? "V13" : "W01");
            case OSTEOPOROSIS_DIAGNOSIS -> event.withCode("M810");
            case FRAX_MAJOR -> event.withValue(5 + 7 * choice).withCode(choice % 2 == 0 ? "with-bmd" : "without-bmd");
            case T_SCORE -> event.withValue(-3 + 0.4 * choice).withQualifier(choice == 5 ? "forearm" : "hip");
            case VERTEBRAL_FRACTURE_ASSESSMENT -> event.withCode(choice == 0 ? "fracture" : "no-fracture");
            case LABORATORY_RESULT ->
                event.withCode(List.of("egfr", "calcium", "tsh", "alp", "haemoglobin", "esr")
                        .get(choice));
            case DRUG_ORDERED, DRUG_DISPENSED, DRUG_ADMINISTERED, DRUG_STATED ->
                event.withCode(List.of("M05BA04", "M05BA08", "M05BX04", "H02AB06", "A12AX", "H05AA02")
                        .get(choice));
            case NOT_DONE ->
                event.withCode(List.of(
                                        "drug-ordered",
                                        "bone-density-scan",
                                        "training",
                                        "referral:physiotherapy",
                                        "follow-up-contact",
                                        "laboratory-result")
                                .get(choice))
                        .withQualifier(choice % 2 == 0 ? "declined" : "limited-life-expectancy");
            case REFERRAL ->
                event.withCode(List.of(
                                "bone-density",
                                "primary-care",
                                "physiotherapy",
                                "osteoporosis-clinic",
                                "falls-clinic",
                                "primary-care")
                        .get(choice));
            case DISEASE -> event.withCode(choice % 2 == 0 ? "dysphagia" : "cognitive-impairment");
            case ALLERGY_OR_INTOLERANCE ->
                event.withCode(choice % 2 == 0 ? "M05BA04" : "M05BX04")
                        .withQualifier(choice < 3 ? "allergy" : "intolerance");
            default -> event;
        };
    }
}
