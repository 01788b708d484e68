package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A chain and how long it lasts: until death or the next, whichever comes first; of both on one day, death.
 *
 * @param chain what broke, and when
 * @param last last day on which what is done counts
 * @param off what falls due from this day on is not asked for; null while the chain lasts
 */
record ChainSpan(TrueChain chain, LocalDate last, LocalDate off, Known known) {

    static ChainSpan of(TrueChain chain, LocalDate next, Known known) {
        LocalDate death = known.death();
        if (death != null && (next == null || !death.isAfter(next))) {
            return new ChainSpan(chain, death, death, known);
        }
        return next == null
                ? new ChainSpan(chain, known.asked.endOfData(), null, known)
                : new ChainSpan(chain, next, next.plusDays(1), known);
    }

    LocalDate day() {
        return chain.day();
    }

    /** What was cared for from a number of days before the fracture until the chain ends, oldest first. */
    Stream<Fact.Care> care(int lookBack, Predicate<Fact.Care> choice) {
        return within(known.care, lookBack).filter(choice);
    }

    /** Bone-specific drugs dispensed or given, in the same days. */
    Stream<Fact.Supply> boneDrugs(int lookBack) {
        return within(known.supplies, lookBack).filter(AfterFractureTruth::isBoneDrug);
    }

    private <T extends Fact> Stream<T> within(List<T> facts, int lookBack) {
        LocalDate from = day().minusDays(lookBack);
        return facts.stream()
                .filter(fact -> !fact.day().isBefore(from) && !fact.day().isAfter(last));
    }

    /** The first day of any of this, or null. */
    LocalDate first(int lookBack, Kind... kinds) {
        List<Kind> any = List.of(kinds);
        return first(care(lookBack, care -> any.contains(care.kind())));
    }

    static LocalDate first(Stream<? extends Fact> facts) {
        return facts.map(Fact::day).min(LocalDate::compareTo).orElse(null);
    }

    /** A recorded decision against something, whatever its reason. */
    boolean decidedAgainst(Kind what, int lookBack) {
        return care(
                        lookBack,
                        care -> care.kind() == Kind.NOT_DONE && care.code().equals(what.token()))
                .findAny()
                .isPresent();
    }
}
