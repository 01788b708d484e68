package health.kedja.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A life while it is being made up. */
final class Draft {

    final SyntheticPopulation population;
    final Rates rates;
    final Dice dice;
    final String id;
    final boolean woman;
    final LocalDate birth;
    final List<Fact> facts = new ArrayList<>(24);
    /** Last days of the contacts of fractures at 50 or older, by the day of the fracture. */
    final SortedMap<LocalDate, LocalDate> cared = new TreeMap<>();
    /** Day of death; may lie after the end of data. */
    LocalDate death;
    /** First day abroad, or null. */
    LocalDate emigration;
    /** First day in special housing, or null. */
    LocalDate careHome;

    private int resources;

    Draft(SyntheticPopulation population, int index, Dice dice, boolean woman, LocalDate birth) {
        this.population = population;
        this.rates = population.rates();
        this.dice = dice;
        this.id = "s" + population.seed() + "-" + index;
        this.woman = woman;
        this.birth = birth;
    }

    /** Whole years on a day. */
    int age(LocalDate day) {
        int years = day.getYear() - birth.getYear();
        boolean before = day.getMonthValue() < birth.getMonthValue()
                || day.getMonthValue() == birth.getMonthValue() && day.getDayOfMonth() < birth.getDayOfMonth();
        return before ? years - 1 : years;
    }

    /** Whether the person is alive, in the country and within the years. */
    boolean here(LocalDate day) {
        return !day.isBefore(population.start())
                && !day.isBefore(birth)
                && !day.isAfter(population.endOfData())
                && !day.isAfter(death)
                && (emigration == null || day.isBefore(emigration));
    }

    /** The last day of something that lasts: not after death; null while it goes on at the end of data. */
    LocalDate until(LocalDate day) {
        LocalDate last = day.isAfter(death) ? death : day;
        return last.isAfter(population.endOfData()) ? null : last;
    }

    String resource(String type) {
        return type + "/" + id + "-" + resources++;
    }

    boolean chance(Figure figure) {
        return dice.chance(rates.of(figure));
    }

    boolean chance(Figure women, Figure men, double factor) {
        return dice.chance(factor * rates.of(woman, women, men));
    }

    /** The region on a day; homes must have been added. */
    Region region(LocalDate day) {
        Fact.Home home = home(day);
        return population.country().regions().stream()
                .filter(region -> region.code().equals(home.region()))
                .findFirst()
                .orElseThrow();
    }

    Fact.Home home(LocalDate day) {
        Fact.Home last = null;
        for (Fact fact : facts) {
            if (fact instanceof Fact.Home home
                    && !home.day().isAfter(day)
                    && !home.region().equals("abroad")) {
                last = home;
            }
        }
        return last;
    }

    /** An outpatient contact without main diagnosis. */
    Fact.Visit outpatient(LocalDate day, String unit, String main) {
        Fact.Visit visit = new Fact.Visit(
                resource("Encounter"), day, day, 8 * 60 + dice.between(0, 9 * 12) * 5, "AMB", unit, main);
        facts.add(visit);
        return visit;
    }
}
