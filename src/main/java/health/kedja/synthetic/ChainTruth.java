package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps of fracture chains under the national pathway of 2021 with Kedja's time limits, of those steps that need no
 * judgement of who is to be treated: identification, risk assessment, bone density, laboratory, prevention, plan for
 * follow-up.
 */
final class ChainTruth {

    private static final Set<Kind> RISK = Set.of(Kind.RISK_ASSESSMENT, Kind.FRAX_MAJOR, Kind.FRAX_HIP);
    private static final double LOW_RISK_PERCENT = 15;

    private final Known known;

    ChainTruth(Known known) {
        this.known = known;
    }

    void count() {
        List<TrueChain> chains = TrueChain.of(known);
        for (int i = 0; i < chains.size(); i++) {
            LocalDate next = i + 1 < chains.size() ? chains.get(i + 1).day() : null;
            if (known.asked.has(chains.get(i).day())) {
                new Steps(chains.get(i), next).count();
            }
        }
    }

    /** The steps of one chain; it lasts until death or the next, whichever comes first. */
    private final class Steps {

        private final TrueChain chain;
        private final LocalDate day;
        /** Last day on which what is done counts. */
        private final LocalDate last;
        /** What falls due from this day on is not asked for; null while the chain lasts. */
        private final LocalDate off;

        Steps(TrueChain chain, LocalDate next) {
            this.chain = chain;
            day = chain.day();
            LocalDate death = known.death();
            if (death != null && (next == null || !death.isAfter(next))) {
                last = death;
                off = death;
            } else {
                last = next == null ? known.asked.endOfData() : next;
                off = next == null ? null : next.plusDays(1);
            }
        }

        void count() {
            Stream<Kind> taken =
                    Stream.concat(RISK.stream(), Stream.of(Kind.EPISODE_OPENED, Kind.COORDINATOR_ASSESSMENT));
            step("identification", 28, first(day, taken.toList()), true);
            LocalDate assessed = chain.hipOrVertebra() ? day : first(day, List.copyOf(RISK));
            step("risk-assessment", 84, assessed, true);
            List<Kind> density = List.of(Kind.BONE_DENSITY_SCAN, Kind.BMD, Kind.T_SCORE);
            step("bone-density", 84, first(day.minusDays(365), density), !lowRisk());
            // Nobody's blood is tested for all that is asked for, and nobody has a plan for follow-up.
            step("laboratory", 84, null, !lowRisk());
            List<Kind> prevention = List.of(Kind.FALL_PREVENTION, Kind.TRAINING, Kind.PATIENT_EDUCATION);
            step("prevention", 112, first(day, prevention), true);
            step("follow-up-plan", 112, null, true);
        }

        /** The first day of any of this, from a day until the chain ends; or null. */
        private LocalDate first(LocalDate from, List<Kind> kinds) {
            return known.care.stream()
                    .filter(care -> kinds.contains(care.kind()))
                    .map(Fact::day)
                    .filter(when -> !when.isBefore(from) && !when.isAfter(last))
                    .findFirst()
                    .orElse(null);
        }

        /** By the latest FRAX result; hip and vertebra are high risk whatever it says. */
        private boolean lowRisk() {
            Optional<Fact.Care> frax = known.care.stream()
                    .filter(care -> care.kind() == Kind.FRAX_MAJOR)
                    .filter(care -> !care.day().isBefore(day) && !care.day().isAfter(last))
                    .reduce((one, later) -> later);
            return !chain.hipOrVertebra() && frax.isPresent() && frax.get().value() <= LOW_RISK_PERCENT;
        }

        private void step(String step, int withinDays, LocalDate done, boolean asked) {
            LocalDate due = day.plusDays(withinDays);
            boolean dropped = off != null && !due.isBefore(off);
            boolean excluded = done == null && (!asked || dropped);
            boolean pending = !excluded && !known.asked.endOfData().isAfter(due);
            boolean counted = !excluded && !pending;
            String id = "CHAIN-" + step;
            add(id, excluded, pending, counted, done != null);
            add(id + "-TIME", excluded || counted && done == null, pending, counted && done != null, done != null);
            if (counted && done != null) {
                int days = (int) Math.max(0, ChronoUnit.DAYS.between(day, done));
                known.value(id + "-TIME", day, days);
            }
        }

        private void add(String id, boolean excluded, boolean pending, boolean counted, boolean done) {
            Counts unit = new Counts(1, one(excluded), one(pending), one(counted), one(counted && done), 0, 0, 0);
            known.add(id, known.stratum(day, day), unit);
        }

        private static long one(boolean what) {
            return what ? 1 : 0;
        }
    }
}
