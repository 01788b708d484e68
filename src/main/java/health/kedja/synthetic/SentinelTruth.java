package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The patient-level indicators of IOF, FFN and NOF, and of the Royal College of Physicians: everybody of 50 or older, once,
 * from the first fragility fracture of the year, wherever it was found.
 */
final class SentinelTruth {

    private static final int WEEKS_12 = 84;
    private static final int WEEKS_16 = 112;
    private static final int WEEKS_26 = 182;
    private static final int WEEKS_52 = 364;
    private static final int DAYS_90 = 90;

    private final Known known;

    SentinelTruth(Known known) {
        this.known = known;
    }

    void count() {
        Fact.Fracture first = sentinel(fracture -> fracture.bone().fragility());
        if (first != null) {
            LocalDate day = first.day();
            assessed(day);
            recommended(day);
            if (drugs(day, 0, WEEKS_16, true)) {
                followed(day);
            }
        }
        Fact.Fracture other = sentinel(
                fracture -> fracture.bone().fragility() && !fracture.bone().hip());
        if (other != null) {
            count("RCP-8", other.day(), WEEKS_16, false, training(other.day()));
        }
    }

    private Fact.Fracture sentinel(Predicate<Fact.Fracture> of) {
        return known.fractures.stream()
                .filter(of)
                .filter(fracture -> known.asked.has(fracture.day()) && known.isFifty(fracture.day()))
                .findFirst()
                .orElse(null);
    }

    private void assessed(LocalDate day) {
        Predicate<Fact.Care> risk = is(Kind.RISK_ASSESSMENT, Kind.FRAX_MAJOR, Kind.FRAX_HIP);
        Predicate<Fact.Care> scan = is(Kind.BONE_DENSITY_SCAN, Kind.BMD, Kind.T_SCORE);
        Predicate<Fact.Care> falls = is(Kind.FALL_RISK_ASSESSMENT)
                .or(care -> care.kind() == Kind.REFERRAL
                        && List.of("falls-clinic", "fall-risk-assessment").contains(care.code()));
        count("IOF-3", day, WEEKS_12, diedWithin(day, WEEKS_12), cared(day, 0, WEEKS_12, risk));
        boolean needless = decided(day, WEEKS_12, Kind.BONE_DENSITY_SCAN, "not-indicated");
        count("IOF-4", day, WEEKS_12, diedWithin(day, WEEKS_12) || needless, cared(day, 0, WEEKS_12, scan));
        count("IOF-5", day, WEEKS_16, diedWithin(day, WEEKS_16), cared(day, 0, WEEKS_16, falls));
        boolean spine = known.fractures.stream()
                .anyMatch(fracture -> fracture.day().equals(day)
                        && (fracture.bone() == Bone.THORACIC_SPINE || fracture.bone() == Bone.LUMBAR_SPINE));
        count("RCP-3", day, 0, false, spine);
        Predicate<Fact.Care> seen = risk.or(is(Kind.COORDINATOR_ASSESSMENT));
        count("RCP-4", day, DAYS_90, false, cared(day, 0, DAYS_90, seen));
        boolean unneeded = decided(day, DAYS_90, Kind.BONE_DENSITY_SCAN, "not-indicated");
        count("RCP-5", day, DAYS_90, unneeded, cared(day, 0, DAYS_90, scan));
        count("RCP-6", day, WEEKS_52, false, cared(day, 0, WEEKS_52, falls));
    }

    private void recommended(LocalDate day) {
        boolean ruledOut = decided(day, WEEKS_16, Kind.DRUG_ORDERED, "not-indicated", "contraindicated");
        boolean offered = drugs(day, 0, WEEKS_16, true) || decided(day, WEEKS_16, Kind.DRUG_ORDERED, "declined");
        count("IOF-6", day, WEEKS_16, ruledOut || diedWithin(day, WEEKS_16), offered);
        count("RCP-7", day, WEEKS_16, ruledOut, offered);
        count("IOF-7", day, WEEKS_16, diedWithin(day, WEEKS_16), training(day));
    }

    /** Those recommended treatment. */
    private void followed(LocalDate day) {
        Predicate<Fact.Care> contact = is(Kind.FOLLOW_UP_CONTACT);
        boolean died = diedWithin(day, WEEKS_16);
        boolean begun = drugs(day, 0, WEEKS_16, false);
        count("IOF-8", day, WEEKS_16, died, cared(day, 0, WEEKS_16, contact));
        count("IOF-9", day, WEEKS_16, died, begun);
        count("IOF-10", day, WEEKS_52, diedWithin(day, WEEKS_52), drugs(day, WEEKS_26, WEEKS_52, false));
        count("RCP-9", day, WEEKS_16, false, cared(day, WEEKS_12, WEEKS_16, contact));
        count("RCP-10", day, WEEKS_16, false, begun);
        LocalDate year = day.plusMonths(12);
        boolean still = Known.any(known.supplies, day.plusDays(WEEKS_26), year, AfterFractureTruth::isBoneDrug);
        known.proportion("RCP-11", day, year, still);
    }

    private void count(String indicator, LocalDate day, int days, boolean excluded, boolean fulfilled) {
        if (excluded) {
            known.excluded(indicator, day);
        } else {
            known.proportion(indicator, day, day.plusDays(days), fulfilled);
        }
    }

    private boolean diedWithin(LocalDate day, int days) {
        return known.death() != null && !known.death().isAfter(day.plusDays(days));
    }

    private boolean training(LocalDate day) {
        return cared(day, 0, WEEKS_16, is(Kind.TRAINING));
    }

    /** A bone-specific drug dispensed or given; or, where that is enough, prescribed. */
    private boolean drugs(LocalDate day, int from, int to, boolean prescribedToo) {
        return Known.any(known.supplies, day.plusDays(from), day.plusDays(to), AfterFractureTruth::isBoneDrug)
                || prescribedToo && cared(day, from, to, is(Kind.DRUG_ORDERED));
    }

    private boolean cared(LocalDate day, int from, int to, Predicate<Fact.Care> choice) {
        return Known.any(known.care, day.plusDays(from), day.plusDays(to), choice);
    }

    private boolean decided(LocalDate day, int days, Kind against, String... reasons) {
        List<String> any = List.of(reasons);
        return cared(
                day,
                0,
                days,
                care -> care.kind() == Kind.NOT_DONE
                        && care.code().equals(against.token())
                        && any.contains(care.qualifier()));
    }

    private static Predicate<Fact.Care> is(Kind... kinds) {
        List<Kind> any = List.of(kinds);
        return care -> any.contains(care.kind());
    }
}
