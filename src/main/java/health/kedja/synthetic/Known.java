package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import health.kedja.synthetic.TrueCounts.Stratum;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** One person as known on the last day of data, and where what is counted goes. */
final class Known {

    final SyntheticPerson person;
    final Truth.Asked asked;
    final List<Fact.Fracture> fractures;
    final List<Fact.Supply> supplies;
    final List<Fact.Osteoporosis> diagnoses;
    final List<Fact.Care> care;
    private final List<Fact.Home> homes;
    private final Tally tally;

    Known(SyntheticPerson person, Truth.Asked asked, Tally tally) {
        this.person = person;
        this.asked = asked;
        this.tally = tally;
        fractures = seen(Fact.Fracture.class);
        supplies = seen(Fact.Supply.class);
        diagnoses = seen(Fact.Osteoporosis.class);
        care = seen(Fact.Care.class);
        homes = person.all(Fact.Home.class);
    }

    <T extends Fact> List<T> seen(Class<T> type) {
        return person.all(type).stream()
                .filter(fact -> !fact.day().isAfter(asked.endOfData()))
                .sorted(Comparator.comparing(Fact::day))
                .toList();
    }

    int age(LocalDate day) {
        return Period.between(person.birth(), day).getYears();
    }

    boolean isFifty(LocalDate day) {
        return age(day) >= 50;
    }

    /** Dead by the end of data; null otherwise. */
    LocalDate death() {
        LocalDate death = person.death();
        return death == null || death.isAfter(asked.endOfData()) ? null : death;
    }

    /** The last day of the contact of a fracture, or the day of the fracture while the contact is not over. */
    LocalDate discharge(Fact.Fracture fracture) {
        return fracture.lastDay().isAfter(asked.endOfData()) ? fracture.day() : fracture.lastDay();
    }

    /** The last day on which the person lives here and is seen. */
    LocalDate lastDayAtRisk() {
        LocalDate last = death() == null ? asked.endOfData() : death();
        for (Fact.Home home : homes) {
            if (home.region().equals("abroad") && !home.day().isAfter(last)) {
                last = home.day().minusDays(1);
            }
        }
        return last;
    }

    Fact.Home home(LocalDate day) {
        return homes.stream()
                .filter(home -> !home.day().isAfter(day)
                        && (home.to() == null || !home.to().isBefore(day)))
                .findFirst()
                .orElseThrow();
    }

    Stratum stratum(LocalDate day, LocalDate ageOn) {
        int age = age(ageOn);
        return new Stratum(home(day).region(), person.sex(), age < 50 ? 0 : Math.min(90, age / 10 * 10), day.getYear());
    }

    /** One unit of a proportion that is followed until a day. */
    void proportion(String indicator, LocalDate index, LocalDate followedUntil, boolean fulfilled) {
        boolean pending = followedUntil != null && followedUntil.isAfter(asked.endOfData());
        int counted = pending ? 0 : 1;
        count(indicator, index, 1, 0, 1 - counted, counted, fulfilled && !pending ? 1 : 0, 0);
    }

    void excluded(String indicator, LocalDate index) {
        count(indicator, index, 1, 1, 0, 0, 0, 0);
    }

    void rate(String indicator, LocalDate index, long events, long personDays) {
        count(indicator, index, 1, 0, 0, 1, events, personDays);
    }

    private void count(
            String indicator,
            LocalDate index,
            long initial,
            long excluded,
            long pending,
            long denominator,
            long numerator,
            long days) {
        add(
                indicator,
                stratum(index, index),
                new Counts(initial, excluded, pending, denominator, numerator, days, 0, 0));
    }

    void add(String indicator, Stratum stratum, Counts unit) {
        tally.add(indicator, stratum, unit);
    }

    void value(String indicator, LocalDate index, LocalDate until) {
        value(indicator, index, (int) ChronoUnit.DAYS.between(index, until));
        rate(indicator, index, 1, 0);
    }

    /** A value of a unit that is counted already. */
    void value(String indicator, LocalDate index, int value) {
        tally.value(indicator, stratum(index, index), value);
    }

    /** Hip fractures in hospital care are to be expected in the surgery data of the region. */
    void hipFracture(LocalDate day) {
        tally.hipFracture(home(day).region(), day.getMonthValue());
    }

    /** The region reports operations with their time. */
    void timedSurgery(LocalDate day) {
        tally.timedSurgery(home(day).region(), day.getMonthValue());
    }

    static <T extends Fact> boolean any(List<T> facts, LocalDate from, LocalDate to, Predicate<T> choice) {
        return facts.stream()
                .anyMatch(fact -> !fact.day().isBefore(from) && !fact.day().isAfter(to) && choice.test(fact));
    }
}
