package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Hip fractures of those who live in special housing, per person-year there. */
final class CareHomeTruth {

    private static final String INDICATOR = "SOS-03";

    private final Known known;

    CareHomeTruth(Known known) {
        this.known = known;
    }

    void count() {
        for (Fact.CareHome stay : known.seen(Fact.CareHome.class)) {
            LocalDate from = later(stay.day(), known.asked.from());
            LocalDate to = earlier(known.lastDayAtRisk(), known.asked.to());
            if (stay.to() != null) {
                to = earlier(to, stay.to());
            }
            if (!from.isAfter(to) && known.isFifty(known.asked.to())) {
                long days = ChronoUnit.DAYS.between(from, to) + 1;
                known.add(
                        INDICATOR,
                        known.stratum(from, known.asked.to()),
                        new Counts(1, 0, 0, 1, fractures(from, to), days, 0, 0));
            }
        }
    }

    private int fractures(LocalDate from, LocalDate to) {
        List<Fact.Fracture> hips = known.fractures.stream()
                .filter(fracture -> fracture.inpatient()
                        && fracture.main()
                        && fracture.bone().hip())
                .toList();
        int events = 0;
        LocalDate previous = null;
        for (Fact.Fracture hip : hips) {
            boolean same = previous != null && hip.day().isBefore(previous.plusMonths(3));
            if (!same && !hip.day().isBefore(from) && !hip.day().isAfter(to)) {
                events++;
            }
            previous = previous == null ? known.discharge(hip) : later(previous, known.discharge(hip));
        }
        return events;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
