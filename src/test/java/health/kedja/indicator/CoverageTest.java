package health.kedja.indicator;

import static health.kedja.indicator.Shipped.indicator;
import static health.kedja.indicator.Shipped.question;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.definition.ReportedData;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void months_with_operations_are_held_against_months_with_broken_hips() {
        People people = new People();
        broken(people, "20", "2021-01-05", "2021-02-05", "2021-03-31", "2021-04-01");
        operated(people, "20", "2021-01-31", "2021-04-30");
        broken(people, "12", "2021-01-01", "2021-12-31", "2021-06-01", "2020-12-31", "2022-01-01");
        operated(people, "12", "2021-12-31", "2020-12-31");
        people.add().livesIn("01");
        people.add().livesIn("abroad");

        assertThat(coverage(indicator("SOS-04a"), people, "2021-01-01", "2021-12-31"))
                .containsExactly(
                        new Coverage("01", 2021, "surgery-times", 0, 0, true),
                        new Coverage("12", 2021, "surgery-times", 1, 3, false),
                        new Coverage("20", 2021, "surgery-times", 2, 4, true));
    }

    @Test
    void each_year_has_a_coverage_of_its_own() {
        People people = new People();
        broken(people, "20", "2020-11-30", "2020-12-01", "2021-01-31", "2021-02-01");
        operated(people, "20", "2020-12-31", "2021-01-01");

        assertThat(coverage(indicator("SOS-04a"), people, "2020-12-01", "2021-01-31"))
                .containsExactly(
                        new Coverage("20", 2020, "surgery-times", 1, 1, true),
                        new Coverage("20", 2021, "surgery-times", 1, 1, true));
    }

    @Test
    void without_anything_to_expect_it_by_every_month_counts_until_the_end_of_data() {
        Indicator of = indicator("SOS-04a");
        ReportedData data = of.reportedData().get(0);
        ReportedData always = new ReportedData(data.name(), data.shownBy(), List.of(), 0.5, data.basis());
        Indicator changed =
                Definitions.with(of, of.scoring(), of.population(), of.exclusions(), of.outcome(), List.of(always));
        People people = new People();
        operated(people, "20", "2021-03-01", "2021-04-01", "2021-05-01");
        operated(people, "12", "2021-03-01", "2021-04-01");

        assertThat(coverage(changed, people, "2021-01-01", "2021-12-31"))
                .containsExactly(
                        new Coverage("12", 2021, "surgery-times", 2, 6, false),
                        new Coverage("20", 2021, "surgery-times", 3, 6, true));
    }

    private static List<Coverage> coverage(Indicator indicator, People people, String from, String to) {
        String asOf = indicator.reportedData().get(0).expectedBy().isEmpty() ? "2021-06-15" : "2023-12-31";
        return Evaluation.of(indicator, question(from, to, asOf), people.cohort(2), Shipped.NO_CHAINS)
                .coverage();
    }

    private static void broken(People people, String region, String... days) {
        for (String day : days) {
            people.add().born("1940-01-01").livesIn(region).inHospitalFor("S7200", day, day);
        }
    }

    private static void operated(People people, String region, String... days) {
        for (String day : days) {
            people.add().born("1940-01-01").livesIn(region).hipOperated(day + "T01:00", day + "T09:00");
        }
    }
}
