package health.kedja.synthetic;

import java.time.LocalDate;

/** Osteoporosis is diagnosed, by a specialist or in primary care. */
final class Diagnosis {

    private static final String[] CODES = {"M810", "M819", "M818"};

    private final Draft draft;

    Diagnosis(Draft draft) {
        this.draft = draft;
    }

    void made(LocalDate day, Region region, boolean specialist) {
        String source = draft.resource("Condition");
        Fact.Visit visit = specialist && draft.here(day) ? draft.outpatient(day, region.clinic(2), source) : null;
        int late = draft.chance(Figure.REGISTERED_LATE) ? draft.dice.between(31, 200) : 0;
        draft.facts.add(new Fact.Osteoporosis(source, day, draft.dice.oneOf(CODES), visit, late));
    }
}
