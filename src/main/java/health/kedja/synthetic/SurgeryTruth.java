package health.kedja.synthetic;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Time from arrival to the operation of a hip fracture, of those that are operated. An operation without both times of
 * day is not counted.
 */
final class SurgeryTruth {

    private final Known known;

    SurgeryTruth(Known known) {
        this.known = known;
    }

    void count() {
        for (Fact.Fracture fracture : known.fractures) {
            boolean toOperate =
                    fracture.inpatient() && fracture.main() && fracture.bone().hip();
            if (toOperate && known.asked.has(fracture.day())) {
                known.hipFracture(fracture.day());
            }
        }
        for (Fact.Surgery surgery : known.seen(Fact.Surgery.class)) {
            if (surgery.minute() >= 0 && known.asked.has(surgery.day())) {
                known.timedSurgery(surgery.day());
            }
            boolean timed = surgery.minute() >= 0 && surgery.visit().minute() >= 0;
            if (!timed || !known.asked.has(surgery.day())) {
                continue;
            }
            if (known.isFifty(surgery.day())) {
                within("SOS-04a", surgery, 24);
                within("SOS-04b", surgery, 48);
            }
            // Rikshöft registers from 15 years on.
            if (known.age(surgery.day()) >= 15) {
                within("RH-24", surgery, 24);
                within("RH-48", surgery, 48);
            }
        }
    }

    private void within(String indicator, Fact.Surgery surgery, int hours) {
        Fact.Visit visit = surgery.visit();
        LocalDateTime arrival = visit.day().atStartOfDay().plusMinutes(visit.minute());
        LocalDateTime start = surgery.day().atStartOfDay().plusMinutes(surgery.minute());
        boolean inTime = ChronoUnit.MINUTES.between(arrival, start) <= hours * 60L;
        known.proportion(indicator, surgery.day(), null, inTime);
    }
}
