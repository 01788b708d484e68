package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is counted for everyone with a fracture in the year, whether or not it is the first: and new fractures. */
final class FractureTruth {

    private static final Predicate<Fact.Fracture> FRAGILITY =
            fracture -> fracture.specialised() && fracture.bone().fragility();
    private static final Predicate<Fact.Fracture> HIP_IN_HOSPITAL = fracture ->
            fracture.inpatient() && fracture.main() && fracture.bone().hip();

    private final Known known;

    FractureTruth(Known known) {
        this.known = known;
    }

    void count() {
        first(FRAGILITY).ifPresent(index -> {
            LocalDate day = index.day();
            LocalDate year = day.plusMonths(12);
            known.proportion("SOS-01", day, year, cared(day, year, Kind.COORDINATOR_ASSESSMENT));
            known.proportion("SOS-12", day, year, cared(day, year, Kind.RISK_ASSESSMENT));
            LocalDate newYear = LocalDate.of(day.getYear(), 1, 1);
            LocalDate newYearsEve = newYear.plusYears(1).minusDays(1);
            boolean diagnosed = Known.any(known.diagnoses, newYear, newYearsEve, dx -> dx.visit() != null);
            known.proportion("SOS-10", day, newYearsEve, diagnosed);
            refractures("SOS-06a", index);
            known.proportion("VGR-01", day, year, treatedInRegion(day, year, true));
            known.proportion("VGR-01-R", day, year, treatedInRegion(day, year, false));
        });
        first(HIP_IN_HOSPITAL).ifPresent(index -> refractures("SOS-06b", index));
    }

    /** The first fracture of the year, at 50 or older. */
    private Optional<Fact.Fracture> first(Predicate<Fact.Fracture> of) {
        return known.fractures.stream()
                .filter(of)
                .filter(fracture -> known.asked.has(fracture.day()) && known.isFifty(fracture.day()))
                .findFirst();
    }

    private boolean cared(LocalDate from, LocalDate to, Kind kind) {
        return Known.any(known.care, from, to, care -> care.kind() == kind);
    }

    private void refractures(String indicator, Fact.Fracture index) {
        LocalDate end = index.day().plusYears(3);
        LocalDate last = known.lastDayAtRisk().isBefore(end) ? known.lastDayAtRisk() : end;
        List<Fact.Fracture> later = known.fractures.stream()
                .filter(FRAGILITY)
                .filter(fracture -> fracture.day().isAfter(index.day()))
                .filter(fracture -> !fracture.day().isAfter(last))
                .toList();
        LocalDate previous = known.discharge(index);
        int events = 0;
        for (Fact.Fracture fracture : later) {
            if (!fracture.day().isBefore(previous.plusMonths(3))) {
                events++;
            }
            LocalDate discharge = known.discharge(fracture);
            previous = discharge.isAfter(previous) ? discharge : previous;
        }
        known.rate(indicator, index.day(), events, Math.max(0, ChronoUnit.DAYS.between(index.day(), last)));
    }

    /** A bisphosphonate or denosumab dispensed, or given at a visit with osteoporosis or a fracture as diagnosis. */
    private boolean treatedInRegion(LocalDate from, LocalDate to, boolean clinicToo) {
        return Known.any(known.supplies, from, to, supply -> {
            boolean listed = supply.atc().startsWith("M05BA")
                    || supply.atc().startsWith("M05BB")
                    || supply.atc().equals("M05BX04");
            return listed && (!supply.inClinic() || clinicToo && forBone(supply.visit()));
        });
    }

    private boolean forBone(Fact.Visit visit) {
        return known.diagnoses.stream().anyMatch(dx -> visit.equals(dx.visit()))
                || known.fractures.stream()
                        .anyMatch(fracture -> visit.equals(fracture.visit()) && FRAGILITY.test(fracture));
    }
}
