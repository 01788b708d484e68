package health.kedja.synthetic;

import health.kedja.indicator.Counts;

/** Days of treatment with bone-specific drugs that are given in clinic, of all that are given or dispensed. */
final class DrugShareTruth {

    private final Known known;

    DrugShareTruth(Known known) {
        this.known = known;
    }

    void count() {
        for (Fact.Supply supply : known.supplies) {
            if (AfterFractureTruth.isBoneDrug(supply) && known.asked.has(supply.day())) {
                boolean clinic = supply.inClinic();
                known.add(
                        "SOS-09",
                        known.stratum(supply.day(), supply.day()),
                        new Counts(1, 0, 0, 1, clinic ? 1 : 0, 0, supply.days(), clinic ? supply.days() : 0));
            }
        }
    }
}
