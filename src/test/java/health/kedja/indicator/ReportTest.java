package health.kedja.indicator;

import static health.kedja.indicator.Shipped.indicator;
import static health.kedja.indicator.Shipped.question;
import static health.kedja.indicator.Shipped.report;
import static health.kedja.indicator.Shipped.standardised;
import static health.kedja.indicator.Shipped.suppressing;
import static health.kedja.indicator.Shipped.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import health.kedja.indicator.Cell.Standing;
import health.kedja.indicator.scan.Found;
import health.kedja.indicator.statistics.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void cells_are_in_the_order_of_their_codes_and_say_what_they_are() {
        People people = new People();
        woman(people, "1950-01-01", "12").dispensed("M05BA04", "2021-09-01");
        woman(people, "1935-01-01", "01");
        people.add().born("1960-01-01").visitsFor("S525", "2021-06-15");

        Report report = report("SOS-07", year(2021, Stratifier.REGION, Stratifier.SEX, Stratifier.AGE_GROUP), people);

        assertThat(report.cells())
                .extracting(Cell::stratum)
                .containsExactly(
                        stratum("01", "female", "80-89"),
                        stratum("12", "female", "70-79"),
                        stratum("unknown", "unknown", "50-69"));
        assertThat(report.cells().get(1).score().orElseThrow().value()).isEqualTo(1);
        assertThat(report.cells().get(1).score().orElseThrow().method()).isEqualTo(Method.WILSON);
        assertThat(report.whole().counts().denominator()).isEqualTo(3);
    }

    @Test
    void every_stratifier_takes_the_value_of_the_day_of_the_fracture() {
        People people = new People();
        people.add()
                .born("1950-01-01")
                .bornIn("FI")
                .education("post-secondary")
                .livesIn("01", null, "2021-05-31")
                .livesIn("12", "2021-06-01", null)
                .visitsFor("S525", "2021-07-15");

        assertThat(only("SOS-07", people, Stratifier.REGION)).isEqualTo("12");
        assertThat(only("SOS-07", people, Stratifier.MUNICIPALITY)).isEqualTo("1280");
        assertThat(only("SOS-07", people, Stratifier.EDUCATION)).isEqualTo("post-secondary");
        assertThat(only("SOS-07", people, Stratifier.COUNTRY_OF_BIRTH)).isEqualTo("nordic-europe");
        assertThat(only("SOS-07", people, Stratifier.FRACTURE_SITE)).isEqualTo("wrist");
        assertThat(only("SOS-07", people, Stratifier.UNIT)).isEqualTo("Organization/1");
        assertThat(only("SOS-07", people, Stratifier.YEAR)).isEqualTo("2021");
        assertThat(only("SOS-07", people, Stratifier.QUARTER)).isEqualTo("2021-Q3");
        assertThat(only("SOS-07", people, Stratifier.MONTH)).isEqualTo("2021-07");
        assertThat(only("SOS-07", people, Stratifier.SEX)).isEqualTo("unknown");
    }

    @Test
    void the_own_country_is_the_one_lived_in() {
        assertThat(birthplace("SE", "12")).isEqualTo("sweden");
        assertThat(birthplace("SE", "1084")).isEqualTo("nordic-europe");
        assertThat(birthplace("DK", "1084")).isEqualTo("denmark");
        assertThat(birthplace("IR", "12")).isEqualTo("world");
    }

    @Test
    void a_region_without_surgery_times_is_not_reported_and_not_in_the_whole() {
        People people = new People();
        for (int month = 1; month <= 12; month++) {
            operated(people, "12", String.format("2022-%02d-10", month));
            if (month <= 3) {
                operated(people, "10", String.format("2022-%02d-10", month));
            }
            for (String region : List.of("10", "12", "24")) {
                String day = String.format("2022-%02d-08", month);
                people.add().born("1940-01-01").livesIn(region).inHospitalFor("S7200", day, day);
            }
        }
        people.add().born("1940-01-01").livesIn("25");

        Report report = report("SOS-04a", year(2022, Stratifier.REGION), people);

        assertThat(report.cells())
                .extracting(cell -> cell.stratum().get(Stratifier.REGION), Cell::standing)
                .containsExactly(
                        tuple("10", Standing.NOT_REPORTED),
                        tuple("12", Standing.SHOWN),
                        tuple("24", Standing.NOT_REPORTED));
        assertThat(report.whole().counts().denominator()).isEqualTo(12);
        assertThat(report.coverage())
                .contains(new Coverage("10", 2022, "surgery-times", 3, 12, false))
                .contains(new Coverage("12", 2022, "surgery-times", 12, 12, true))
                .contains(new Coverage("24", 2022, "surgery-times", 0, 12, false))
                .contains(new Coverage("25", 2022, "surgery-times", 0, 0, true, false));
    }

    @Test
    void a_region_that_reported_one_year_of_two_counts_for_that_year() {
        People people = new People();
        for (int month = 1; month <= 12; month++) {
            operated(people, "12", String.format("2021-%02d-10", month));
        }
        operated(people, "12", "2022-01-10");
        for (String month : List.of("01", "02", "03", "04")) {
            people.add().born("1940-01-01").livesIn("12").inHospitalFor("S7200", "2022-" + month + "-01", null);
        }

        Report report = report("SOS-04a", question("2021-01-01", "2022-12-31", "2023-12-31", Stratifier.YEAR), people);

        assertThat(report.whole().counts().denominator()).isEqualTo(12);
        assertThat(report.cells()).extracting(Cell::standing).containsExactly(Standing.SHOWN, Standing.NOT_REPORTED);
    }

    @Test
    void the_own_denominator_gives_the_whole_its_crude_result() {
        People people = agedPeople();

        Report report = report(
                "SOS-07", standardised(year(2021, Stratifier.REGION), StandardPopulation.OWN_DENOMINATOR), people);

        // Region 12: 1 of 4 young, 2 of 2 old; region 01: 1 of 2 young, 1 of 4 old; all together 6 and 6.
        assertThat(report.whole().standardised().orElseThrow().value())
                .isCloseTo(report.whole().score().orElseThrow().value(), within(1e-12));
        assertThat(report.cells().get(0).standardised().orElseThrow().value()).isCloseTo(0.375, within(1e-12));
        assertThat(report.cells().get(1).standardised().orElseThrow().value()).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void a_given_standard_weighs_its_bands() {
        Map<Integer, Double> weights = Map.of(0, 9.0, 50, 1.0, 60, 2.0, 70, 0.5, 75, 0.5, 80, 0.0, 90, 0.0);

        Report report = report(
                "SOS-07",
                standardised(
                        year(2021, Stratifier.REGION), new StandardPopulation("three to one", Optional.of(weights))),
                agedPeople());

        assertThat(report.cells().get(1).standardised().orElseThrow().value())
                .isCloseTo(0.75 * 0.25 + 0.25, within(1e-12));
    }

    @Test
    void a_standard_that_does_not_cover_an_age_group_is_no_standard() {
        StandardPopulation until85 =
                new StandardPopulation("until 85", Optional.of(Map.of(50, 1.0, 70, 1.0, 80, 1.0, 85, 1.0)));

        assertThatThrownBy(() -> report("SOS-07", standardised(year(2021), until85), agedPeople()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The standard population until 85 does not cover the age group 80-89");
    }

    @Test
    void small_cells_are_withheld_and_a_larger_one_with_them() {
        People people = new People();
        people(people, 3, 0, "01");
        people(people, 20, 10, "12");
        people(people, 30, 10, "13");

        Report report = report("SOS-07", suppressing(year(2021, Stratifier.REGION), 5), people);

        assertThat(report.cells())
                .extracting(Cell::standing)
                .containsExactly(Standing.SUPPRESSED, Standing.SUPPRESSED, Standing.SHOWN);
        assertThat(report.cells().get(0).counts()).isEqualTo(Counts.NOTHING);
        assertThat(report.cells().get(1).score()).isEmpty();
        assertThat(report.whole().standing()).isEqualTo(Standing.SHOWN);
    }

    @Test
    void a_small_whole_is_withheld() {
        People people = new People();
        people(people, 4, 0, "01");

        assertThat(report("SOS-07", suppressing(year(2021), 5), people).whole().standing())
                .isEqualTo(Standing.SUPPRESSED);
        assertThat(report("SOS-07", suppressing(year(2021), 4), people).whole().standing())
                .isEqualTo(Standing.SHOWN);
    }

    @Test
    void only_the_people_asked_for_are_counted() {
        People people = agedPeople();
        Question some = new Question(
                year(2021).periodStart(),
                year(2021).periodEnd(),
                year(2021).asOf(),
                List.of(),
                Optional.of(Set.of("1", "3", "unknown")),
                Optional.empty(),
                0);

        assertThat(report("SOS-07", some, people).whole().counts().denominator())
                .isEqualTo(2);
    }

    @Test
    void the_people_behind_a_report_add_up_to_it() {
        People people = agedPeople();

        List<Found> members = Evaluation.members(indicator("SOS-07"), year(2021), people.cohort(2), Shipped.NO_CHAINS);

        assertThat(members.stream().map(Found::counts).reduce(Counts.NOTHING, Counts::plus))
                .isEqualTo(report("SOS-07", year(2021), people).whole().counts());
        assertThat(members).extracting(Found::person).doesNotHaveDuplicates().contains("1", "12");
    }

    @Test
    void a_period_after_the_data_cannot_be_answered() {
        assertThatThrownBy(() -> report("SOS-07", question("2021-01-01", "2021-12-31", "2020-12-31"), agedPeople()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The period begins on 2021-01-01, after the last day of data, 2020-12-31");
    }

    @Test
    void an_empty_cohort_has_no_result() {
        Report report = report("SOS-07", year(2021, Stratifier.REGION), new People());

        assertThat(report.cells()).isEmpty();
        assertThat(report.whole().counts()).isEqualTo(Counts.NOTHING);
        assertThat(report.whole().score()).isEmpty();
    }

    private static People agedPeople() {
        People people = new People();
        int[][] regions = {{4, 1, 2, 2}, {2, 1, 4, 1}};
        String[] codes = {"12", "01"};
        for (int region = 0; region < 2; region++) {
            for (int band = 0; band < 2; band++) {
                for (int i = 0; i < regions[region][band * 2]; i++) {
                    Life life = woman(people, band == 0 ? "1960-01-01" : "1946-01-01", codes[region]);
                    if (i < regions[region][band * 2 + 1]) {
                        life.dispensed("M05BA04", "2021-09-01");
                    }
                }
            }
        }
        return people;
    }

    private static void people(People people, int patients, int treated, String region) {
        for (int i = 0; i < patients; i++) {
            Life life = woman(people, "1950-01-01", region);
            if (i < treated) {
                life.dispensed("M05BA04", "2021-09-01");
            }
        }
    }

    private static Life woman(People people, String born, String region) {
        return people.add().born(born).sex("female").livesIn(region).visitsFor("S525", "2021-06-15");
    }

    private static void operated(People people, String region, String day) {
        people.add().born("1940-01-01").livesIn(region).hipOperated(day + "T08:00", day + "T15:30");
    }

    private static String birthplace(String country, String region) {
        People people = new People();
        people.add().born("1950-01-01").bornIn(country).livesIn(region).visitsFor("S525", "2021-07-15");
        return only("SOS-07", people, Stratifier.COUNTRY_OF_BIRTH);
    }

    private static String only(String id, People people, Stratifier by) {
        return report(id, year(2021, by), people).cells().get(0).stratum().get(by);
    }

    private static Map<Stratifier, String> stratum(String region, String sex, String age) {
        return Map.of(Stratifier.REGION, region, Stratifier.SEX, sex, Stratifier.AGE_GROUP, age);
    }
}
