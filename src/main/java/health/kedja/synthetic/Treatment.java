package health.kedja.synthetic;

import java.time.LocalDate;

/** Drugs of one person: courses of dispensings, or of doses in clinic. */
final class Treatment {

    static final String ALENDRONATE = "M05BA04";
    static final String RISEDRONATE = "M05BA07";
    static final String ZOLEDRONATE = "M05BA08";
    static final String DENOSUMAB = "M05BX04";
    static final String TERIPARATIDE = "H05AA02";
    static final String RALOXIFENE = "G03XC01";
    static final String CALCIUM_WITH_VITAMIN_D = "A12AX";
    static final String CALCIUM = "A12AA04";
    static final String VITAMIN_D = "A11CC05";
    static final String PREDNISOLONE = "H02AB06";

    private static final int MOST = 20;

    private final Draft draft;
    private final Dice dice;
    private final Region region;

    Treatment(Draft draft, Region region) {
        this.draft = draft;
        this.dice = draft.dice;
        this.region = region;
    }

    /** A bone-specific drug on prescription, until the person stops. */
    void dispensed(LocalDate first) {
        double place = dice.share();
        String atc = place < 0.70
                ? ALENDRONATE
                : place < 0.78 ? RISEDRONATE : place < 0.95 ? DENOSUMAB : place < 0.98 ? TERIPARATIDE : RALOXIFENE;
        int days = atc.equals(DENOSUMAB) ? 183 : atc.equals(TERIPARATIDE) ? 28 : 90;
        boolean supplement = dice.chance(0.6);
        course(first, atc, days, 0.1);
        if (supplement) {
            calcium(first, MOST);
        }
    }

    /** A bone-specific drug given at a clinic, on requisition. */
    void given(LocalDate first) {
        boolean yearly = dice.chance(0.6);
        String atc = yearly ? ZOLEDRONATE : DENOSUMAB;
        LocalDate day = first;
        int doses = dice.between(1, yearly ? 4 : 8);
        for (int dose = 0; dose < doses && draft.here(day); dose++) {
            String diagnosis = dice.chance(0.85) ? draft.resource("Condition") : null;
            Fact.Visit visit = draft.outpatient(day, region.clinic(2), diagnosis);
            if (diagnosis != null) {
                draft.facts.add(new Fact.Osteoporosis(diagnosis, day, "M819", visit, 0));
            }
            supply(day, atc, yearly ? 365 : 183, visit);
            day = day.plusDays((yearly ? 365 : 183) + dice.between(-5, 25));
        }
    }

    /** Calcium and vitamin D, together or apart. */
    void calcium(LocalDate first, int most) {
        boolean together = dice.chance(0.9);
        int times = dice.between(1, most);
        LocalDate day = first;
        for (int time = 0; time < times && draft.here(day); time++) {
            supply(day, together ? CALCIUM_WITH_VITAMIN_D : CALCIUM, 90, null);
            if (!together) {
                supply(day, VITAMIN_D, 90, null);
            }
            day = day.plusDays(90 + dice.between(-5, 30));
        }
    }

    /** A long course of glucocorticoid. */
    void glucocorticoid(LocalDate first) {
        course(first, PREDNISOLONE, 100, 0.3);
    }

    /** A few days of glucocorticoid. */
    void shortGlucocorticoid(LocalDate day) {
        supply(day, PREDNISOLONE, dice.between(5, 25), null);
    }

    private void course(LocalDate first, String atc, int days, double stops) {
        LocalDate day = first;
        for (int time = 0; time < MOST && draft.here(day); time++) {
            supply(day, atc, days, null);
            if (dice.chance(stops)) {
                return;
            }
            day = day.plusDays(days + dice.between(-7, 25));
        }
    }

    private void supply(LocalDate day, String atc, int days, Fact.Visit visit) {
        String type = visit == null ? "MedicationDispense" : "Procedure";
        draft.facts.add(new Fact.Supply(draft.resource(type), day, atc, days, visit != null, visit));
    }
}
