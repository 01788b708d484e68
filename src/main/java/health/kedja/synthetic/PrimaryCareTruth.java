package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The indicators of primary care: residents with osteoporosis or at high risk, and what those newly at risk get. */
final class PrimaryCareTruth {

    private static final int LONG_COURSE_DAYS = 90;

    private final Known known;

    PrimaryCareTruth(Known known) {
        this.known = known;
    }

    void count() {
        LocalDate day = known.asked.to().isAfter(known.asked.endOfData()) ? known.asked.endOfData() : known.asked.to();
        LocalDate first = reasons().min(LocalDate::compareTo).orElse(null);
        if (livesHere(day)) {
            boolean diagnosed = Known.any(known.diagnoses, day.minusYears(5), day, dx -> true);
            known.proportion("Os01", day, null, diagnosed);
            if (known.isFifty(day)) {
                known.proportion("Os02", day, null, first != null && !first.isAfter(day));
            }
        }
        if (first != null && known.asked.has(first) && known.isFifty(first)) {
            LocalDate year = first.plusMonths(12);
            known.proportion("Os03", first, year, drug(first, year, false));
            known.proportion("Os03-K", first, year, drug(first, year, true));
            boolean trained = Known.any(
                    known.care,
                    first,
                    year,
                    care -> care.kind() == Kind.TRAINING || care.kind() == Kind.FALL_PREVENTION);
            known.proportion("Os04", first, year, trained);
        }
    }

    private boolean livesHere(LocalDate day) {
        return !known.person.birth().isAfter(day)
                && (known.death() == null || known.death().isAfter(day))
                && !known.home(day).region().equals("abroad");
    }

    /** The days of what makes the risk high: a fragility fracture, the diagnosis, a long course of glucocorticoid. */
    private Stream<LocalDate> reasons() {
        Stream<LocalDate> fractures = known.fractures.stream()
                .filter(fracture -> fracture.bone().fragility())
                .map(Fact::day);
        Stream<LocalDate> diagnoses = known.diagnoses.stream().map(Fact::day);
        Stream<LocalDate> cortisone = known.supplies.stream()
                .filter(supply -> supply.atc().startsWith("H02AB") && supply.days() >= LONG_COURSE_DAYS)
                .map(Fact::day);
        return Stream.of(fractures, diagnoses, cortisone).flatMap(days -> days);
    }

    private boolean drug(LocalDate from, LocalDate to, boolean clinicToo) {
        return Known.any(
                known.supplies,
                from,
                to,
                supply -> AfterFractureTruth.isBoneDrug(supply) && (clinicToo || !supply.inClinic()));
    }
}
