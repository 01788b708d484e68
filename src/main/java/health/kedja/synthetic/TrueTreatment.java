package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a chain is to lead to a bone-specific drug, and whether it did. By the national pathway with the limits of
 * Skåne: a drug at high risk (hip, vertebra or FRAX above 30 %); at a FRAX above 15 % with osteoporosis by T-score or
 * diagnosis; at a FRAX above 15 % with three months of cortisone by mouth. Whoever breaks a bone on treatment is to have
 * it reviewed.
 */
final class TrueTreatment {

    private static final double LOW = 15;
    private static final double HIGH = 30;
    private static final double OSTEOPOROSIS = -2.5;
    /** Days that a supply is taken to last beyond what it should. */
    private static final int GRACE = 30;
    /** A drug prescribed shortly before the fracture counts, and a scan of the year before. */
    private static final int DRUG_BEFORE = 30;

    private static final int SCAN_BEFORE = 365;
    private static final int CORTISONE_DAYS = 90;

    private final ChainSpan span;
    private final Known known;
    private final OptionalDouble frax;

    TrueTreatment(ChainSpan span, Known known) {
        this.span = span;
        this.known = known;
        List<Fact.Care> computed =
                span.care(0, care -> care.kind() == Kind.FRAX_MAJOR).toList();
        frax = computed.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(computed.get(computed.size() - 1).value());
    }

    /** By the latest FRAX result; hip and vertebra are high risk whatever it says. */
    boolean lowRisk() {
        return !span.chain().hipOrVertebra() && frax.isPresent() && frax.getAsDouble() <= LOW;
    }

    /** A supply covers the days that it is for and a month more. */
    static boolean covers(Fact.Supply supply, LocalDate day) {
        return AfterFractureTruth.isBoneDrug(supply)
                && !supply.day().isAfter(day)
                && day.isBefore(supply.day().plusDays(supply.days() + GRACE));
    }

    /** Indicated, or not yet known not to be. */
    boolean mayBeIndicated() {
        if (span.chain().hipOrVertebra() || frax.isEmpty() || frax.getAsDouble() > HIGH) {
            return true;
        }
        if (lowRisk()) {
            return false;
        }
        OptionalDouble lowest = span.care(SCAN_BEFORE, care -> care.kind() == Kind.T_SCORE)
                .mapToDouble(Fact.Care::value)
                .min();
        // Without a scan, be it still to come or decided against, it is for the clinician to say.
        boolean mayBePorotic = lowest.isEmpty() || lowest.getAsDouble() <= OSTEOPOROSIS;
        return mayBePorotic || diagnosed() || cortisone();
    }

    private boolean diagnosed() {
        return known.diagnoses.stream().anyMatch(dx -> !dx.day().isAfter(span.last()));
    }

    /** Cortisone by mouth on three months of days in all, going on at the fracture or later. */
    private boolean cortisone() {
        Set<LocalDate> days = known.supplies.stream()
                .filter(supply -> supply.atc().startsWith("H02AB"))
                .filter(supply -> !supply.day().isAfter(span.last()))
                .flatMap(supply -> supply.day().datesUntil(supply.day().plusDays(supply.days())))
                .collect(Collectors.toSet());
        return days.size() >= CORTISONE_DAYS && days.stream().anyMatch(day -> !day.isBefore(span.day()));
    }

    /** The drugs that covered the day before the fracture. */
    private Set<String> ongoing() {
        LocalDate before = span.day().minusDays(1);
        return known.supplies.stream()
                .filter(supply -> covers(supply, before))
                .map(Fact.Supply::atc)
                .collect(Collectors.toSet());
    }

    boolean asked() {
        boolean against = span.decidedAgainst(Kind.DRUG_ORDERED, DRUG_BEFORE);
        return !against && (mayBeIndicated() || !ongoing().isEmpty());
    }

    /** The day of the first drug; of somebody who was on one already, the day of the first sign of a review. */
    LocalDate done() {
        Set<String> ongoing = ongoing();
        if (ongoing.isEmpty()) {
            return earliest(span.first(DRUG_BEFORE, Kind.DRUG_ORDERED), ChainSpan.first(span.boneDrugs(DRUG_BEFORE)));
        }
        LocalDate clinic = ChainSpan.first(
                span.care(0, care -> care.kind() == Kind.REFERRAL && care.code().equals("osteoporosis-clinic")));
        LocalDate supply =
                ChainSpan.first(span.boneDrugs(0).filter(drug -> drug.inClinic() || !ongoing.contains(drug.atc())));
        return earliest(earliest(span.first(0, Kind.DRUG_ORDERED), clinic), supply);
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
