package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The bone-specific drugs of a patient: supplies and runs by regimen, and decisions against drugs. */
final class PatientDrugs {

    private final Seen seen;
    private final Guideline guideline;
    private final List<DensityLoss> densityLosses;
    private final List<Event> decisions = new ArrayList<>();
    private final List<RegimenCare> care = new ArrayList<>();

    /** What was supplied of one regimen. */
    record RegimenCare(Regimen regimen, Supplies supplies, List<SupplyRun> runs) {}

    PatientDrugs(Seen seen, Guideline guideline, List<DensityLoss> losses) {
        this.seen = seen;
        this.densityLosses = losses.stream()
                .filter(loss -> !loss.to().isAfter(seen.today()))
                .sorted(Comparator.comparing(DensityLoss::to)
                        .thenComparing(DensityLoss::from)
                        .thenComparing(loss -> loss.evidence().toString()))
                .toList();
        this.guideline = guideline;
        for (Event event : seen.events()) {
            if (event.kind() == Kind.NOT_DONE && Kind.DRUG_ORDERED.token().equals(event.code())) {
                decisions.add(event);
            }
        }
        for (Regimen regimen : rules().regimens()) {
            Set<String> names = new HashSet<>(regimen.drugs());
            Supplies supplies = new Supplies(
                    seen.events(),
                    atc -> lasting(atc, names),
                    seen.today(),
                    regimen.interval().map(DoseInterval::sameDoseDays).orElse(-1));
            care.add(new RegimenCare(regimen, supplies, SupplyRun.of(regimen, supplies.inOrder())));
        }
    }

    private Supplies.Lasting lasting(String atc, Set<String> names) {
        Drug drug = guideline.drugs().find(atc);
        return drug == null || !names.contains(drug.name())
                ? null
                : new Supplies.Lasting(drug.doseCoversDays(), drug.dispensingCoversDays());
    }

    /** In order of the later scan. */
    List<DensityLoss> densityLosses() {
        return densityLosses;
    }

    List<RegimenCare> care() {
        return care;
    }

    Supplies suppliesOf(SupplyRun run) {
        return care.stream()
                .filter(one -> one.regimen() == run.regimen())
                .findFirst()
                .orElseThrow()
                .supplies();
    }

    CourseRules rules() {
        return guideline.course();
    }

    Guideline guideline() {
        return guideline;
    }

    Seen seen() {
        return seen;
    }

    LocalDate today() {
        return seen.today();
    }

    boolean dead() {
        return seen.dead();
    }

    /**
     * The first decision against drugs after the last supply of the run, while it still counted; null when the drug was
     * prescribed anew after it.
     */
    Event decisionAgainst(SupplyRun run) {
        LocalDate end = run.uncoveredFrom().plusDays(run.regimen().stopAfterDays());
        Event decision = firstDecision(run.lastSupply(), end);
        return decision == null || isOrderedAfter(decision, run) ? null : decision;
    }

    /** The first decision after one day and not after the other, or null. */
    Event firstDecision(LocalDate after, LocalDate last) {
        for (Event decision : decisions) {
            if (decision.day().isAfter(after) && !decision.day().isAfter(last)) {
                return decision;
            }
        }
        return null;
    }

    private boolean isOrderedAfter(Event decision, SupplyRun run) {
        return suppliesOf(run).orders().stream().anyMatch(order -> order.day().isAfter(decision.day()));
    }
}
