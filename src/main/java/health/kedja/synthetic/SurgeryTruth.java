package health.kedja.synthetic;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Time from arrival to the operation of a hip fracture, of those that are operated. */
final class SurgeryTruth {

    private final Known known;

    SurgeryTruth(Known known) {
        this.known = known;
    }

    void count() {
        for (Fact.Surgery surgery : known.seen(Fact.Surgery.class)) {
            if (known.asked.has(surgery.day()) && known.isFifty(surgery.day())) {
                within("SOS-04a", surgery, 24);
                within("SOS-04b", surgery, 48);
                within("RH-24", surgery, 24);
                within("RH-48", surgery, 48);
            }
        }
    }

    private void within(String indicator, Fact.Surgery surgery, int hours) {
        Fact.Visit visit = surgery.visit();
        boolean known24 = surgery.minute() >= 0 && visit.minute() >= 0;
        LocalDateTime arrival = visit.day().atStartOfDay().plusMinutes(visit.minute());
        LocalDateTime start = surgery.day().atStartOfDay().plusMinutes(surgery.minute());
        boolean inTime = known24 && ChronoUnit.MINUTES.between(arrival, start) <= hours * 60L;
        known.proportion(indicator, surgery.day(), null, inTime);
    }
}
