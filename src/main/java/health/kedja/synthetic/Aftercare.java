package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;

/** What is done for a person of 50 or older after a fracture: diagnosis, assessment, drugs, training, follow-up. */
final class Aftercare {

    private static final double NONE = Double.NaN;
    private static final int YEAR = 365;

    private final Draft draft;
    private final Dice dice;
    private final LocalDate fracture;
    private final LocalDate last;
    /** Less is done after another fracture, since much of it was done after the first. */
    private final double share;

    private final Region region;

    Aftercare(Draft draft, Bone bone, LocalDate fracture, LocalDate last, boolean again) {
        this.draft = draft;
        this.dice = draft.dice;
        this.fracture = fracture;
        this.last = last;
        this.share = again ? 0.5 : 1;
        this.region = draft.region(fracture);
    }

    void happens() {
        if (draft.age(fracture) < 50) {
            return;
        }
        draft.cared.put(fracture, last);
        double level = share * RegionLevels.of(draft.population.country(), region);
        diagnosis();
        if (draft.chance(Figure.COORDINATOR)) {
            coordinator();
        }
        assessments();
        if (draft.chance(Figure.BONE_DENSITY)) {
            new BoneDensity(draft, region).measure(within(2 * YEAR));
        }
        drugs(level);
        if (draft.chance(Figure.TRAINING)) {
            care(dice.chance(0.6) ? Kind.TRAINING : Kind.FALL_PREVENTION, "Procedure", within(YEAR), null, NONE);
        }
    }

    private LocalDate within(int days) {
        return fracture.plusDays(dice.between(1, days));
    }

    private void diagnosis() {
        // About two of five delays of this shape end within the calendar year of the fracture.
        LocalDate day = fracture.plusDays((long) dice.around(210, 1.5));
        if (!draft.chance(Figure.OSTEOPOROSIS_WOMEN, Figure.OSTEOPOROSIS_MEN, 1.9 * share)) {
            return;
        }
        new Diagnosis(draft).made(day, region, dice.chance(0.85));
    }

    private void coordinator() {
        String unit = region.clinic(2);
        LocalDate day = last.plusDays(dice.between(1, 120));
        care(Kind.EPISODE_OPENED, "EpisodeOfCare", day, null, NONE, unit);
        care(Kind.COORDINATOR_ASSESSMENT, "Procedure", day.plusDays(dice.between(0, 60)), null, NONE, unit);
        if (draft.chance(Figure.FOLLOW_UP)) {
            care(Kind.FOLLOW_UP_CONTACT, "Procedure", day.plusDays(dice.between(100, 500)), null, NONE);
            care(Kind.PATIENT_EDUCATION, "Procedure", day.plusDays(dice.between(20, 200)), null, NONE);
        }
    }

    private void assessments() {
        LocalDate day = within(YEAR);
        if (dice.chance(share * 0.8 * draft.rates.of(Figure.RISK_CODED))) {
            care(Kind.RISK_ASSESSMENT, "Procedure", day, dice.chance(0.3) ? "with-bmd" : "without-bmd", NONE);
        }
        if (draft.chance(Figure.FRAX_CALCULATED)) {
            double major = Math.min(80, Math.round(10 * dice.around(20, 0.5)) / 10.0);
            care(Kind.FRAX_MAJOR, "Observation", day, "without-bmd", major);
            care(Kind.FRAX_HIP, "Observation", day, "without-bmd", Math.round(10 * major * 0.35) / 10.0);
        }
    }

    private void drugs(double level) {
        Treatment treatment = new Treatment(draft, region);
        double dispensed = 1.35 * level * draft.rates.of(draft.woman, Figure.TREATED_WOMEN, Figure.TREATED_MEN);
        double clinic = draft.rates.of(Figure.GIVEN_IN_CLINIC);
        double place = dice.share();
        LocalDate day = fracture.plusDays((long) dice.around(200, 1.3));
        if (place < dispensed) {
            treatment.dispensed(day);
        } else if (place < dispensed * (1 + clinic / (1 - clinic))) {
            treatment.given(day);
        } else if (draft.chance(Figure.CALCIUM_ALONE)) {
            treatment.calcium(fracture.plusDays(dice.between(100, 340)), 3);
        }
    }

    private void care(Kind kind, String type, LocalDate day, String code, double value) {
        care(kind, type, day, code, value, null);
    }

    private void care(Kind kind, String type, LocalDate day, String code, double value, String unit) {
        draft.facts.add(new Fact.Care(draft.resource(type), day, kind, code, unit, null, value, null, null, null));
    }
}
