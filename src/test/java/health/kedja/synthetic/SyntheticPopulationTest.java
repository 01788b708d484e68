package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.Event;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticPopulationTest {

    private static final SyntheticPopulation TEN_THOUSAND = new SyntheticPopulation(10_000, 1, Country.SE);

    @Test
    void the_same_seed_gives_the_same_people_in_any_order_and_thread() {
        List<SyntheticPerson> one = TEN_THOUSAND.stream().toList();
        List<SyntheticPerson> other = TEN_THOUSAND.stream().parallel().toList();

        assertThat(other).isEqualTo(one);
    }

    @Test
    void a_person_is_the_same_whatever_the_number_of_people() {
        SyntheticPopulation fewer = new SyntheticPopulation(100, 1, Country.SE);

        assertThat(fewer.person(99)).isEqualTo(TEN_THOUSAND.person(99));
    }

    @Test
    void another_seed_gives_other_people() {
        SyntheticPopulation other = new SyntheticPopulation(100, 2, Country.SE);

        assertThat(other.stream().map(SyntheticPerson::birth).toList())
                .isNotEqualTo(TEN_THOUSAND.stream()
                        .limit(100)
                        .map(SyntheticPerson::birth)
                        .toList());
    }

    @Test
    void nothing_happens_before_birth_after_death_or_after_the_end_of_data() {
        TEN_THOUSAND.stream().forEach(person -> {
            LocalDate last = person.death() == null ? TEN_THOUSAND.endOfData() : person.death();
            for (Event event : person.events()) {
                if (event.day() != null) {
                    assertThat(event.day()).as(event.toString()).isBetween(person.birth(), last);
                }
                if (event.end() != null) {
                    assertThat(event.end()).as(event.toString()).isBetween(event.day(), last);
                }
            }
        });
    }

    @Test
    void every_resource_is_named_once() {
        TEN_THOUSAND.stream()
                .limit(2000)
                .forEach(person -> assertThat(person.facts().stream()
                                .filter(fact -> !(fact instanceof Fact.Home))
                                .map(Fact::source))
                        .doesNotHaveDuplicates());
    }

    @Test
    void the_homes_of_a_person_leave_no_day_out() {
        TEN_THOUSAND.stream().forEach(person -> {
            LocalDate next = person.birth();
            for (Fact.Home home : person.all(Fact.Home.class)) {
                assertThat(home.day()).isEqualTo(next);
                next = home.to() == null ? null : home.to().plusDays(1);
            }
            assertThat(next).as("the last home lasts").isNull();
        });
    }

    @Test
    void the_regions_of_the_country_have_all_their_people() {
        assertThat(Country.SE.regions()).hasSize(21);
        assertThat(Country.DK.regions()).hasSize(5);
        assertThat(TEN_THOUSAND.stream()
                        .flatMap(person -> person.all(Fact.Home.class).stream())
                        .map(Fact.Home::region)
                        .distinct())
                .hasSize(22)
                .contains("abroad");
    }

    @Test
    void a_cohort_holds_everybody_and_every_event_that_is_not_of_the_person() {
        SyntheticPopulation population = new SyntheticPopulation(9000, 4, Country.DK);
        Cohort cohort = SyntheticCohort.of(population);

        assertThat(cohort.parts()).hasSize(2);
        assertThat(cohort.people()).isEqualTo(9000);
        Part last = cohort.parts().get(1);
        assertThat(last.ids()[last.people() - 1]).isEqualTo("s4-8999");
        long events = population.stream()
                .flatMap(person -> person.events().stream())
                .filter(event -> switch (event.kind()) {
                    case BIRTH, DEATH, SEX, COUNTRY_OF_BIRTH, MAIN_DIAGNOSIS -> false;
                    default -> true;
                })
                .count();
        assertThat(cohort.events()).isEqualTo(events);
    }

    @Test
    void what_makes_no_population_is_refused() {
        assertThatThrownBy(() -> new SyntheticPopulation(0, 1, Country.SE))
                .hasMessage("A population has at least one person, not 0");
        assertThatThrownBy(() -> new SyntheticPopulation(1, 1, Country.SE, 2022, 2008, Rates.national()))
                .hasMessageContaining("2022 to 2008");
        assertThatThrownBy(() -> Rates.national().with(Figure.TREATED_MEN, 1.5))
                .hasMessage("The rate treated-men is between 0 and 1, not 1.5");
    }
}
