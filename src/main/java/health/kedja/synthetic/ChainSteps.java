package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What became of the ten steps of one chain. */
final class ChainSteps {

    private static final int YEAR = 365;

    private final ChainSpan span;
    private final Known known;
    private final TrueTreatment treatment;

    ChainSteps(ChainSpan span, Known known) {
        this.span = span;
        this.known = known;
        this.treatment = new TrueTreatment(span, known);
    }

    List<TrueStep> all() {
        boolean workUp = !treatment.lowRisk();
        boolean scan = workUp && !span.decidedAgainst(Kind.BONE_DENSITY_SCAN, YEAR);
        TrueStep drug = new TrueStep("treatment", 112, treatment.done(), treatment.asked());
        boolean treated = drug.asked() || drug.done() != null;
        return List.of(
                new TrueStep("identification", 28, identified(), true),
                new TrueStep("risk-assessment", 84, assessed(), true),
                new TrueStep(
                        "bone-density", 84, span.first(YEAR, Kind.BONE_DENSITY_SCAN, Kind.BMD, Kind.T_SCORE), scan),
                // Nobody's blood is tested for all that is asked for, and nobody has a plan for follow-up.
                new TrueStep("laboratory", 84, null, workUp),
                drug,
                new TrueStep("prevention", 112, prevented(), true),
                new TrueStep("handover", 112, handedOver(), isOver80() || treatment.mayBeIndicated()),
                new TrueStep("follow-up-plan", 112, null, true),
                new TrueStep("monitoring", 112, span.first(0, Kind.FOLLOW_UP_CONTACT), treated),
                new TrueStep("adherence", 364, onDrug(), treated));
    }

    private LocalDate identified() {
        return span.first(
                0,
                Kind.EPISODE_OPENED,
                Kind.COORDINATOR_ASSESSMENT,
                Kind.RISK_ASSESSMENT,
                Kind.FRAX_MAJOR,
                Kind.FRAX_HIP);
    }

    private LocalDate assessed() {
        return span.chain().hipOrVertebra()
                ? span.day()
                : span.first(0, Kind.RISK_ASSESSMENT, Kind.FRAX_MAJOR, Kind.FRAX_HIP);
    }

    private LocalDate prevented() {
        Set<Kind> measures = Set.of(Kind.FALL_PREVENTION, Kind.TRAINING, Kind.PATIENT_EDUCATION);
        return ChainSpan.first(span.care(
                0, care -> measures.contains(care.kind()) || to(care, "physiotherapy") || to(care, "falls-clinic")));
    }

    /** On the day when the later of primary care and physiotherapist was told; a discharge note tells both. */
    private LocalDate handedOver() {
        LocalDate care =
                ChainSpan.first(span.care(0, one -> to(one, "primary-care") || one.kind() == Kind.DISCHARGE_NOTE));
        LocalDate training =
                ChainSpan.first(span.care(0, one -> to(one, "physiotherapy") || one.kind() == Kind.DISCHARGE_NOTE));
        return care == null || training == null ? null : care.isAfter(training) ? care : training;
    }

    private static boolean to(Fact.Care care, String where) {
        return care.kind() == Kind.REFERRAL && care.code().equals(where);
    }

    private boolean isOver80() {
        return known.age(span.day()) > 80;
    }

    /** Day 364, when a drug covers it. */
    private LocalDate onDrug() {
        LocalDate day = span.day().plusDays(364);
        boolean seen = !day.isAfter(span.last());
        return seen && known.supplies.stream().anyMatch(supply -> TrueTreatment.covers(supply, day)) ? day : null;
    }
}
