package health.kedja.pathway;

import health.kedja.pathway.density.BoneDensities;
import health.kedja.pathway.density.BoneDensity;
import health.kedja.pathway.density.LumbarVertebrae;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One patient under one guideline on one day. The history is looked through once for all the parts of an answer, which
 * therefore rest on the same fractures and the same measurements. For one question, and for one thread.
 */
public final class PatientCare {

    private final Guideline guideline;
    private final LocalDate asOf;
    private final List<Event> visible;
    private final PatientEvaluation evaluation;
    private final Seen seen;
    private final List<BoneDensity> boneDensities;

    private PatientCare(History history, Guideline guideline, LocalDate asOf, Map<String, ChainType> units) {
        this.guideline = guideline;
        this.asOf = asOf;
        this.visible = Visible.until(asOf, history.events());
        this.evaluation = new PatientEvaluation(visible, history.events(), guideline, asOf, units);
        this.seen = Seen.of(visible, guideline, asOf, evaluation.episodes());
        this.boneDensities = BoneDensities.of(visible, history.events(), guideline);
    }

    /**
     * The patient.
     *
     * @param history everything known of the patient; what is dated after {@code asOf} makes no difference
     * @param guideline the care programme to go by
     * @param asOf the day to answer for
     * @param units the type of each unit that states one, by its resource, such as {@code Organization/7}
     */
    public static PatientCare of(History history, Guideline guideline, LocalDate asOf, Map<String, ChainType> units) {
        return new PatientCare(history, guideline, asOf, units);
    }

    /** As {@link #of(History, Guideline, LocalDate, Map)}, when no unit states its type. */
    static PatientCare of(History history, Guideline guideline, LocalDate asOf) {
        return of(history, guideline, asOf, Map.of());
    }

    /** Where the patient is in the fracture chain. */
    public ChainReport report() {
        return evaluation.report();
    }

    /**
     * What the care programme makes of one chain; nothing under a guideline without advice.
     *
     * @param chain one of the {@link #report}
     */
    public Advice advice(FractureChain chain) {
        return Advice.of(evaluation, guideline, chain);
    }

    /**
     * FRAMO; empty when a FRAX is recorded for the fracture, or the chain has ended.
     *
     * @param chain one of the {@link #report}
     */
    public Optional<Framo> framo(FractureChain chain) {
        return Framo.of(visible, guideline, chain, asOf);
    }

    /**
     * What was done to prevent the next fracture, in the order of the guideline.
     *
     * @param chain one of the {@link #report}
     */
    public List<PreventionMeasure> preventionMeasures(FractureChain chain) {
        return PreventionMeasures.of(seen, guideline, chain);
    }

    /** Ongoing and former treatment; real losses of bone density under it are pointed out. */
    public Treatment treatment() {
        return treatment(BoneDensities.losses(boneDensities));
    }

    /** As {@link #treatment()}, with these losses; those of scans after the day make no difference. */
    Treatment treatment(List<DensityLoss> losses) {
        return Treatment.of(seen, guideline, losses);
    }

    /** The measured bone densities, the newest first. */
    public List<BoneDensity> boneDensities() {
        return boneDensities;
    }

    /** The lumbar vertebrae of each scan, by day. */
    public List<LumbarVertebrae> lumbarVertebrae() {
        return LumbarVertebrae.of(visible, Set.of(), guideline.density().vertebrae());
    }
}
