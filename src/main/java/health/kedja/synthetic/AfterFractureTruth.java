package health.kedja.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is counted after a first-time fracture: drugs, diagnosis and death. */
final class AfterFractureTruth {

    /** Socialstyrelsen's list of 2023: codes that are exact, and one group. */
    private static final Set<String> BONE_DRUGS = Set.of(
            "G03XC01", "H05AA02", "M05BA02", "M05BA04", "M05BA07", "M05BA08", "M05BB03", "M05BB05", "M05BX04",
            "M05BX06");

    private static final Set<Bone> OLD_SITES = Set.of(
            Bone.HIP,
            Bone.HIP_PERTROCHANTERIC,
            Bone.KNEE,
            Bone.LUMBAR_SPINE,
            Bone.PELVIS,
            Bone.THORACIC_SPINE,
            Bone.WRIST,
            Bone.PROXIMAL_HUMERUS);

    private final Known known;

    AfterFractureTruth(Known known) {
        this.known = known;
    }

    static boolean isBoneDrug(Fact.Supply supply) {
        return BONE_DRUGS.contains(supply.atc());
    }

    void count() {
        Fact.Fracture any =
                firstTime(fracture -> fracture.specialised() && fracture.bone().fragility());
        if (any != null) {
            drugs(any.day());
            diagnosis("SOS-11", any.day(), false);
            diagnosis("SOS-11-K", any.day(), true);
        }
        Fact.Fracture hip = firstTime(fracture ->
                fracture.inpatient() && fracture.main() && fracture.bone().hip());
        if (hip != null) {
            mortality(hip);
        }
        Fact.Fracture old =
                firstTime(fracture -> fracture.inpatient() && fracture.main() && OLD_SITES.contains(fracture.bone()));
        if (old != null) {
            before2021(old);
        }
    }

    /** The first such fracture of the year at 50 or older, when there was none in ten years before; or null. */
    private Fact.Fracture firstTime(Predicate<Fact.Fracture> of) {
        List<Fact.Fracture> all = known.fractures.stream().filter(of).toList();
        for (Fact.Fracture fracture : all) {
            LocalDate day = fracture.day();
            if (known.asked.has(day) && known.isFifty(day)) {
                LocalDate tenYearsAgo = day.minusYears(10);
                boolean free = all.stream()
                        .noneMatch(other ->
                                other.day().isAfter(tenYearsAgo) && other.day().isBefore(day));
                if (free) {
                    return fracture;
                }
            }
        }
        return null;
    }

    private void drugs(LocalDate day) {
        LocalDate year = day.plusMonths(12);
        known.proportion("SOS-07", day, year, drug(day, year, false));
        known.proportion("SOS-07-K", day, year, drug(day, year, true));
        LocalDate half = day.plusMonths(6);
        boolean supplemented = given(half, year, "A12AX") || given(half, year, "A12AA") && given(half, year, "A11CC");
        boolean cortisone = given(half, year, "H02AB");
        known.proportion("SOS-08", day, year, supplemented && !cortisone && !drug(half, year, false));
        known.proportion("SOS-08-K", day, year, supplemented && !cortisone && !drug(half, year, true));
    }

    private boolean drug(LocalDate from, LocalDate to, boolean clinicToo) {
        return Known.any(known.supplies, from, to, supply -> isBoneDrug(supply) && (clinicToo || !supply.inClinic()));
    }

    private boolean given(LocalDate from, LocalDate to, String atc) {
        return Known.any(known.supplies, from, to, supply -> supply.atc().startsWith(atc) && !supply.inClinic());
    }

    /** Days to the diagnosis in specialised care or to the first bone-specific drug, whichever came first. */
    private void diagnosis(String indicator, LocalDate index, boolean clinicToo) {
        LocalDate first = null;
        for (Fact.Osteoporosis diagnosis : known.diagnoses) {
            if (diagnosis.visit() != null) {
                first = earlier(first, diagnosis.day(), index);
            }
        }
        for (Fact.Supply supply : known.supplies) {
            if (isBoneDrug(supply) && (clinicToo || !supply.inClinic())) {
                first = earlier(first, supply.day(), index);
            }
        }
        if (first == null) {
            known.excluded(indicator, index);
        } else {
            known.value(indicator, index, first);
        }
    }

    private static LocalDate earlier(LocalDate first, LocalDate day, LocalDate index) {
        return day.isBefore(index) || first != null && !day.isBefore(first) ? first : day;
    }

    private void mortality(Fact.Fracture hip) {
        LocalDate discharge = known.discharge(hip);
        LocalDate end = discharge.plusDays(365);
        LocalDate death = known.death();
        boolean died = death != null && !death.isBefore(discharge) && !death.isAfter(end);
        known.proportion("SOS-05", hip.day(), end, died);
    }

    /** The source counts from the care episode, not from the fracture: months six to twelve after discharge. */
    private void before2021(Fact.Fracture old) {
        LocalDate day = old.day();
        LocalDate discharge = known.discharge(old);
        LocalDate end = discharge.plusMonths(12);
        LocalDate death = known.death();
        if (death != null && !death.isAfter(end)) {
            known.excluded("SOS-07old", day);
            known.excluded("SOS-07old-K", day);
            return;
        }
        LocalDate half = discharge.plusMonths(6);
        known.proportion("SOS-07old", day, end, drug(half, end, false));
        known.proportion("SOS-07old-K", day, end, drug(half, end, true));
    }
}
