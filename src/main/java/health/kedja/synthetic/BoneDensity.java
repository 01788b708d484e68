package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;

/** Bone density is measured: the scan, density and T-score of one hip and of the lumbar spine. */
final class BoneDensity {

    private static final double YOUNG_HIP = 0.942;
    private static final double YOUNG_SPINE = 1.047;

    private final Draft draft;
    private final Region region;

    BoneDensity(Draft draft, Region region) {
        this.draft = draft;
        this.region = region;
    }

    void measure(LocalDate day) {
        if (!draft.here(day)) {
            return;
        }
        String side = draft.dice.chance(0.5) ? "left" : "right";
        double hip = score();
        double spine = score();
        add(Kind.BONE_DENSITY_SCAN, "Procedure", day, null, null, Double.NaN);
        add(Kind.BMD, "Observation", day, "hip", side, round(YOUNG_HIP + 0.122 * hip, 1000));
        add(Kind.T_SCORE, "Observation", day, "hip", side, hip);
        add(Kind.BMD, "Observation", day, "lumbar-spine", null, round(YOUNG_SPINE + 0.11 * spine, 1000));
        add(Kind.T_SCORE, "Observation", day, "lumbar-spine", null, spine);
    }

    private double score() {
        return Math.max(-5, Math.min(2, round(-2 + draft.dice.normal(), 10)));
    }

    private static double round(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }

    private void add(Kind kind, String type, LocalDate day, String where, String side, double value) {
        String device = kind == Kind.BONE_DENSITY_SCAN ? null : "Device/scanner-" + region.code();
        draft.facts.add(new Fact.Care(draft.resource(type), day, kind, null, where, side, value, null, null, device));
    }
}
