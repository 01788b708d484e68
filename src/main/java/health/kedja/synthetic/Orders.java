package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is written after a fracture at 50 or older: prescriptions, referrals, notes to primary care, assessments of the
 * risk of falling, and decisions against a drug or a scan. Has dice of its own, and comes after all else, so that the rest
 * of a life is the same with it and without.
 */
final class Orders {

    private static final int YEAR = 365;

    private final Draft draft;
    private final Dice dice;

    Orders(Draft draft, Dice dice) {
        this.draft = draft;
        this.dice = dice;
    }

    void written() {
        draft.cared.forEach((fracture, last) -> {
            drug(fracture);
            referrals(fracture, last);
            decisions(fracture);
        });
    }

    private void drug(LocalDate fracture) {
        Fact.Supply first = courseAfter(fracture);
        if (chance(Figure.PRESCRIBED) && first != null) {
            // On the day it is fetched, or up to five weeks before: some had their prescription before they fell.
            care(Kind.DRUG_ORDERED, "MedicationRequest", first.day().minusDays(dice.between(0, 35)), first.atc(), null);
        }
        LocalDate unfetched = fracture.plusDays(dice.between(-40, 300));
        if (chance(Figure.NEVER_FETCHED)) {
            care(Kind.DRUG_ORDERED, "MedicationRequest", unfetched, Treatment.ALENDRONATE, null);
        }
    }

    /** The first bone-specific drug dispensed from the day of a fracture on, or null. */
    private Fact.Supply courseAfter(LocalDate fracture) {
        return draft.facts.stream()
                .filter(Fact.Supply.class::isInstance)
                .map(Fact.Supply.class::cast)
                .filter(supply -> AfterFractureTruth.isBoneDrug(supply) && !supply.inClinic())
                .filter(supply -> !supply.day().isBefore(fracture))
                .min(Comparator.comparing(Fact.Supply::day))
                .orElse(null);
    }

    private void referrals(LocalDate fracture, LocalDate last) {
        List<String> others = List.of("physiotherapy", "falls-clinic", "fall-risk-assessment", "osteoporosis-clinic");
        if (chance(Figure.REFERRED)) {
            care(Kind.REFERRAL, "ServiceRequest", last.plusDays(dice.between(0, 150)), "primary-care", null);
            // Who is referred to primary care is mostly referred to the physiotherapist too.
            if (dice.chance(0.7)) {
                care(Kind.REFERRAL, "ServiceRequest", last.plusDays(dice.between(0, 150)), others.get(0), null);
            }
        }
        if (chance(Figure.REFERRED)) {
            String to = others.get(dice.between(0, others.size() - 1));
            care(Kind.REFERRAL, "ServiceRequest", last.plusDays(dice.between(0, YEAR)), to, null);
        }
        if (chance(Figure.DISCHARGE_NOTE)) {
            care(Kind.DISCHARGE_NOTE, "Procedure", last.plusDays(dice.between(0, 30)), null, null);
        }
        if (chance(Figure.FALL_RISK_ASSESSED)) {
            care(Kind.FALL_RISK_ASSESSMENT, "Procedure", fracture.plusDays(dice.between(0, YEAR)), null, null);
        }
    }

    private void decisions(LocalDate fracture) {
        String[] reasons = {"declined", "declined", "not-indicated", "contraindicated", "other"};
        if (chance(Figure.DRUG_DECIDED_AGAINST)) {
            LocalDate day = fracture.plusDays(dice.between(-40, 200));
            care(Kind.NOT_DONE, "MedicationRequest", day, Kind.DRUG_ORDERED.token(), dice.oneOf(reasons));
        }
        if (chance(Figure.SCAN_DECIDED_AGAINST)) {
            LocalDate day = fracture.plusDays(dice.between(-30, 150));
            care(Kind.NOT_DONE, "Procedure", day, Kind.BONE_DENSITY_SCAN.token(), dice.oneOf(reasons));
        }
    }

    private boolean chance(Figure figure) {
        return dice.chance(draft.rates.of(figure));
    }

    private void care(Kind kind, String type, LocalDate day, String code, String qualifier) {
        draft.facts.add(
                new Fact.Care(draft.resource(type), day, kind, code, qualifier, null, Double.NaN, null, null, null));
    }
}
