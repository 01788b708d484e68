package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The ten steps of fracture chains under the national pathway of 2021 with Kedja's time limits. */
final class ChainTruth {

    private final Known known;

    ChainTruth(Known known) {
        this.known = known;
    }

    void count() {
        List<TrueChain> chains = TrueChain.of(known);
        for (int i = 0; i < chains.size(); i++) {
            LocalDate next = i + 1 < chains.size() ? chains.get(i + 1).day() : null;
            LocalDate day = chains.get(i).day();
            if (known.asked.has(day)) {
                ChainSpan span = ChainSpan.of(chains.get(i), next, known);
                new ChainSteps(span, known).all().forEach(step -> count(step, day, span));
            }
        }
    }

    private void count(TrueStep step, LocalDate day, ChainSpan span) {
        LocalDate due = day.plusDays(step.withinDays());
        LocalDate done = step.done();
        boolean dropped = span.off() != null && !due.isBefore(span.off());
        boolean excluded = done == null && (!step.asked() || dropped);
        boolean pending = !excluded && !known.asked.endOfData().isAfter(due);
        boolean counted = !excluded && !pending;
        String id = "CHAIN-" + step.name();
        add(id, day, excluded, pending, counted, done != null);
        add(id + "-TIME", day, excluded || counted && done == null, pending, counted && done != null, done != null);
        if (counted && done != null) {
            int days = (int) Math.max(0, ChronoUnit.DAYS.between(day, done));
            known.value(id + "-TIME", day, days);
        }
    }

    private void add(String id, LocalDate day, boolean excluded, boolean pending, boolean counted, boolean done) {
        Counts unit = new Counts(1, one(excluded), one(pending), one(counted), one(counted && done), 0, 0, 0);
        known.add(id, known.stratum(day, day), unit);
    }

    private static long one(boolean what) {
        return what ? 1 : 0;
    }
}
