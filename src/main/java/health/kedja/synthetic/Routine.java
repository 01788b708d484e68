package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;

/** What happens to everybody: contacts, laboratory results, and bone disease without fracture. */
final class Routine {

    private static final String[] ANALYTES = {"egfr", "calcium", "vitamin-d", "tsh"};
    private static final double[] MEDIANS = {75, 2.35, 60, 1.8};

    private final Draft draft;
    private final Dice dice;

    Routine(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void happens() {
        double visits = draft.rates.of(Figure.ROUTINE_VISIT);
        LocalDate day = draft.birth.isAfter(draft.population.start()) ? draft.birth : draft.population.start();
        while (visits > 0) {
            day = day.plusDays(1 + (long) (365 * dice.wait(visits)));
            if (!draft.here(day)) {
                break;
            }
            visit(day);
        }
        for (int year = draft.population.firstYear(); year <= draft.population.lastYear(); year++) {
            LocalDate some = LocalDate.ofYearDay(year, dice.between(1, 365));
            if (draft.here(some) && draft.age(some) >= 50) {
                disease(some);
            }
        }
    }

    private void visit(LocalDate day) {
        Region region = draft.region(day);
        boolean acute = dice.chance(0.2);
        Fact.Visit visit = acute
                ? new Fact.Visit(
                        draft.resource("Encounter"),
                        day,
                        day,
                        Clock.onTheClock(day, dice.between(0, 1439)),
                        "EMER",
                        region.clinic(1),
                        null)
                : null;
        if (acute) {
            draft.facts.add(visit);
        } else {
            visit = draft.outpatient(day, Region.healthCentre(draft.home(day).municipality()), null);
        }
        if (dice.chance(0.3)) {
            int which = dice.between(0, ANALYTES.length - 1);
            double value = Math.round(100 * dice.around(MEDIANS[which], 0.2)) / 100.0;
            draft.facts.add(new Fact.Care(
                    draft.resource("Observation"),
                    day,
                    Kind.LABORATORY_RESULT,
                    ANALYTES[which],
                    null,
                    null,
                    value,
                    null,
                    visit,
                    null));
        }
    }

    private void disease(LocalDate day) {
        double women = draft.woman ? 1.7 : 0.3;
        double place = dice.share();
        double osteoporosis = women * draft.rates.of(Figure.OSTEOPOROSIS_WITHOUT_FRACTURE);
        double glucocorticoid = draft.rates.of(Figure.GLUCOCORTICOID);
        if (place < osteoporosis) {
            Region region = draft.region(day);
            new Diagnosis(draft).made(day, region, dice.chance(0.4));
            Treatment treatment = new Treatment(draft, region);
            double course = dice.share();
            if (course < 0.62) {
                treatment.dispensed(day.plusDays(dice.between(1, 60)));
            } else if (course < 0.75) {
                treatment.given(day.plusDays(dice.between(1, 60)));
            }
        } else if (place > 1 - glucocorticoid) {
            Treatment treatment = new Treatment(draft, draft.region(day));
            if (dice.chance(0.5)) {
                treatment.glucocorticoid(day);
            } else {
                treatment.shortGlucocorticoid(day);
            }
        }
    }
}
