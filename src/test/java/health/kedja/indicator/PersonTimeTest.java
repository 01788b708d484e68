package health.kedja.indicator;

import static health.kedja.indicator.Shipped.counts;
import static health.kedja.indicator.Shipped.question;
import static health.kedja.indicator.Shipped.report;
import static health.kedja.indicator.Shipped.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTimeTest {

    private static final Question Y2021 = year(2021);

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 2021-03-31, 90, 0.25",
        "2021-01-01, 2021-12-31, 365, 1.00",
        "2015-01-01, , 365, 1.00",
        "2021-07-01, , 184, 0.50",
        "2020-07-01, 2021-01-01, 1, 0.00",
    })
    void a_stay_gives_its_days_of_the_period(String from, String to, int days, double years) {
        Counts counts = counts("SOS-03", Y2021, old().inHousing(from, to));

        assertThat(counts.personDays()).isEqualTo(days);
        assertThat(counts.personDays() / 365.25).isCloseTo(years, within(0.005));
        assertThat(counts.denominator()).isEqualTo(1);
    }

    @Test
    void stays_that_overlap_or_touch_give_no_day_twice() {
        Life life = old().inHousing("2021-01-01", "2021-01-20")
                .inHousing("2021-01-10", "2021-01-31")
                .inHousing("2021-02-01", "2021-02-10")
                .inHousing("2021-03-01", "2021-03-05");

        Counts counts = counts("SOS-03", Y2021, life);

        assertThat(counts.personDays()).isEqualTo(31 + 10 + 5);
        assertThat(counts.denominator()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2021-03-01, 60", "2020-12-31, 0", "2021-01-01, 1", "2022-05-01, 365"})
    void death_ends_a_stay(String died, int days) {
        assertThat(counts("SOS-03", Y2021, old().inHousing("2020-06-01", null).died(died))
                        .personDays())
                .isEqualTo(days);
    }

    @Test
    void who_is_known_to_be_dead_but_not_since_when_is_at_risk_until_last_heard_of() {
        Life life = old().inHousing("2020-06-01", null)
                .dispensed("A02BC01", "2021-01-31")
                .died(null);

        assertThat(counts("SOS-03", Y2021, life).personDays()).isEqualTo(31);
    }

    @ParameterizedTest
    @CsvSource({
        // 89 days after the discharge, and the day before three calendar months
        "2021-01-10, 2021-01-20, 2021-04-19, 1",
        "2021-01-10, 2021-01-20, 2021-04-20, 2",
        // 89 days from 1 February are 1 May: three calendar months are over only if the month says so
        "2021-02-01, 2021-02-01, 2021-04-30, 1",
        "2021-02-01, 2021-02-01, 2021-05-01, 2",
        // three months after 30 November are the last day of February
        "2020-11-30, 2020-11-30, 2021-02-27, 0",
        "2020-11-30, 2020-11-30, 2021-02-28, 1",
    })
    void hip_fractures_less_than_three_months_apart_are_one(String from, String to, String next, int episodes) {
        Life life = old().inHousing("2015-01-01", null)
                .inHospitalFor("S7200", from, to)
                .inHospitalFor("S7210", next, next);

        assertThat(counts("SOS-03", Y2021, life).numerator()).isEqualTo(episodes);
    }

    @Test
    void eighty_nine_days_apart_is_one_fracture() {
        Life life = old().inHousing("2015-01-01", null)
                .inHospitalFor("S7200", "2021-06-01", "2021-06-01")
                .inHospitalFor("S7200", "2021-08-29", "2021-08-29");

        assertThat(counts("SOS-03", Y2021, life).numerator()).isEqualTo(1);
    }

    @Test
    void a_fracture_outside_of_the_stay_does_not_count_but_keeps_the_next_from_counting() {
        Life life = old().inHospitalFor("S7200", "2021-03-01", "2021-03-10")
                .inHousing("2021-03-11", null)
                .inHospitalFor("S7200", "2021-04-01", "2021-04-10")
                .inHospitalFor("S7200", "2021-09-01", "2021-09-10");

        assertThat(counts("SOS-03", Y2021, life).numerator()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1971-12-31, 1", "1972-01-01, 0"})
    void age_in_housing_is_that_on_the_last_day_of_the_year(String born, int counted) {
        assertThat(counts("SOS-03", Y2021, new Life().born(born).inHousing("2021-01-01", null))
                        .denominator())
                .isEqualTo(counted);
    }

    @Test
    void months_of_a_stay_add_up_to_it() {
        People people = new People();
        people.add()
                .born("1930-01-01")
                .inHousing("2020-02-10", "2021-07-15")
                .inHospitalFor("S7200", "2021-05-05", "2021-05-10");

        Report byMonth = report("SOS-03", question("2020-01-01", "2021-12-31", "2022-12-31", Stratifier.MONTH), people);
        Report whole = report("SOS-03", question("2020-01-01", "2021-12-31", "2022-12-31"), people);

        assertThat(byMonth.whole().counts()).isEqualTo(whole.whole().counts());
        assertThat(whole.whole().counts()).isEqualTo(new Counts(2, 0, 0, 2, 1, 522, 0, 0));
        assertThat(byMonth.cells()).hasSize(18);
        assertThat(byMonth.cells().get(1).counts().personDays()).isEqualTo(31);
        assertThat(byMonth.cells().get(15).stratum()).containsEntry(Stratifier.MONTH, "2021-05");
        assertThat(byMonth.cells().get(15).counts().numerator()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        ", , 1096",
        "2018-06-11, , 10",
        "2018-06-01, , 0",
        "2018-05-01, , 0",
        ", 2018-06-11, 9",
        ", 2018-06-01, 0",
        "2025-01-01, , 1096",
    })
    void time_after_a_fracture_ends_with_death_or_emigration(String died, String abroad, int days) {
        Life life = old().visitsFor("S525", "2018-06-01").livesIn("12");
        if (died != null) {
            life.died(died);
        }
        if (abroad != null) {
            life.livesIn("abroad", abroad, null);
        }

        assertThat(counts("SOS-06a", year(2018), life).personDays()).isEqualTo(days);
    }

    @Test
    void time_after_a_fracture_ends_with_the_data() {
        Life life = old().visitsFor("S525", "2018-06-01");

        assertThat(counts("SOS-06a", question("2018-01-01", "2018-12-31", "2018-12-31"), life)
                        .personDays())
                .isEqualTo(213);
    }

    @Test
    void each_new_fracture_counts_three_months_after_the_one_before() {
        Life life = old().visitsFor("S525", "2018-06-01")
                .visitsFor("S525", "2018-08-31")
                .visitsFor("S525", "2018-11-29")
                .visitsFor("S7200", "2019-02-28")
                .visitsFor("S422", "2021-06-01")
                .visitsFor("S422", "2021-09-02");

        // 31 August and 29 November each are too near to the visit before; 28 February is not before 29 November + 3
        // months.
        Counts counts = counts("SOS-06a", year(2018), life);

        assertThat(counts.numerator()).isEqualTo(2);
        assertThat(counts.personDays()).isEqualTo(1096);
    }

    @Test
    void a_fracture_after_the_death_is_none() {
        Life life = old().visitsFor("S525", "2018-06-01")
                .visitsFor("S7200", "2019-02-28")
                .died("2019-02-27");

        assertThat(counts("SOS-06a", year(2018), life).numerator()).isZero();
    }

    @Test
    void a_rate_is_per_100_000_person_years() {
        People people = new People();
        people.add().born("1930-01-01").visitsFor("S525", "2018-06-01").visitsFor("S7200", "2019-02-28");

        Cell whole = report("SOS-06a", year(2018), people).whole();

        assertThat(whole.score().orElseThrow().value()).isCloseTo(1 / (1096 / 365.25) * 100_000, within(1e-6));
    }

    private static Life old() {
        return new Life().born("1930-01-01");
    }
}
