package health.kedja.indicator;

import static health.kedja.indicator.Shipped.counts;
import static health.kedja.indicator.Shipped.question;
import static health.kedja.indicator.Shipped.year;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexRulesTest {

    private static final Question Y2021 = year(2021);

    @ParameterizedTest
    @CsvSource({"1971-06-15, 1", "1971-06-16, 0"})
    void fifty_years_on_the_day_of_the_fracture_is_old_enough(String born, int counted) {
        assertThat(counts("SOS-07", Y2021, new Life().born(born).visitsFor("S525", "2021-06-15"))
                        .initialPopulation())
                .isEqualTo(counted);
    }

    @Test
    void whose_birth_is_unknown_is_not_shown_to_be_old_enough() {
        assertThat(counts("SOS-07", Y2021, new Life().visitsFor("S525", "2021-06-15")))
                .isEqualTo(Counts.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-31, 0",
        "2021-01-01, 1",
        "2021-12-31, 1",
        "2022-01-01, 0",
    })
    void both_ends_of_the_period_belong_to_it(String day, int counted) {
        assertThat(counts("SOS-10", Y2021, fifty().visitsFor("S525", day)).initialPopulation())
                .isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"2011-06-15, 1", "2011-06-16, 0", "2011-07-15, 0", "2021-06-14, 0"})
    void a_fracture_ten_years_earlier_to_the_day_leaves_a_first_time_fracture(String earlier, int counted) {
        Life life = fifty().visitsFor("S525", earlier).visitsFor("S7200", "2021-06-15");

        assertThat(counts("SOS-07", question("2021-06-15", "2021-12-31", "2023-12-31"), life)
                        .initialPopulation())
                .isEqualTo(counted);
    }

    @Test
    void who_was_recommended_no_drug_after_the_first_fracture_is_not_counted_for_the_second() {
        Life life = fifty().visitsFor("S525", "2021-02-01")
                .visitsFor("S7200", "2021-08-01")
                .dispensed("M05BA04", "2021-08-20");

        assertThat(counts("IOF-6", Y2021, life).initialPopulation()).isEqualTo(1);
        assertThat(counts("IOF-6", Y2021, life).numerator()).isZero();
        assertThat(counts("IOF-9", Y2021, life)).isEqualTo(Counts.NOTHING);
    }

    @Test
    void two_diagnoses_on_the_same_day_are_a_first_time_fracture() {
        Life life = fifty().visitsFor("S525", "2021-06-15").visitsFor("S7200", "2021-06-15");

        assertThat(counts("SOS-07", Y2021, life).initialPopulation()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"AMB, 1", "EMER, 1", "IMP, 1", "SS, 1", "PRENC, 0", "HOSPICE, 0"})
    void fractures_count_in_specialised_care(String contact, int counted) {
        Life life = fifty().contact(contact, "2021-06-15", "2021-06-15", "S525", true);

        assertThat(counts("SOS-07", Y2021, life).initialPopulation()).isEqualTo(counted);
    }

    @Test
    void a_fracture_without_contact_is_not_known_to_be_of_specialised_care() {
        assertThat(counts("SOS-07", Y2021, fifty().breaks("S525", "2021-06-15")).initialPopulation())
                .isZero();
    }

    @Test
    void a_hip_fracture_that_is_not_the_main_diagnosis_does_not_count_for_mortality() {
        Life beside = fifty().contact("IMP", "2021-06-15", "2021-06-20", "S7200", false);
        Life main = fifty().contact("IMP", "2021-06-15", "2021-06-20", "S7200", true);
        Life outpatient = fifty().visitsFor("S7200", "2021-06-15");

        assertThat(counts("SOS-05", Y2021, beside).initialPopulation()).isZero();
        assertThat(counts("SOS-05", Y2021, main).initialPopulation()).isEqualTo(1);
        assertThat(counts("SOS-05", Y2021, outpatient).initialPopulation()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"S7200, 1", "S72, 0", "S728, 0", "S620, 0", "S422, 1", "M485, 1", "M800F, 1"})
    void codes_are_beginnings(String icd, int counted) {
        assertThat(counts("SOS-07", Y2021, fifty().visitsFor(icd, "2021-06-15")).initialPopulation())
                .isEqualTo(counted);
    }

    @Test
    void a_person_with_several_fractures_in_the_period_counts_once() {
        Life life = fifty().visitsFor("S525", "2021-02-01").visitsFor("S7200", "2021-09-01");

        assertThat(counts("SOS-10", Y2021, life).initialPopulation()).isEqualTo(1);
    }

    @Test
    void what_comes_after_the_last_day_of_data_is_not_seen() {
        Life life = fifty().visitsFor("S525", "2021-06-15").dispensed("M05BA04", "2021-09-01");

        assertThat(counts("SOS-07", question("2021-01-01", "2021-12-31", "2021-06-14"), life))
                .isEqualTo(Counts.NOTHING);
        Counts early = counts("SOS-07", question("2021-01-01", "2021-12-31", "2022-06-14"), life);
        assertThat(early.pending()).isEqualTo(1);
        assertThat(early.denominator()).isZero();
        Counts whole = counts("SOS-07", question("2021-01-01", "2021-12-31", "2022-06-15"), life);
        assertThat(whole.pending()).isZero();
        assertThat(whole.numerator()).isEqualTo(1);
    }

    @Test
    void only_the_first_sign_of_high_risk_that_is_known_is_new() {
        Life first = listed().visitsFor("S525", "2021-03-01").has(Kind.TRAINING, "2021-04-01", null);
        Life again = listed().visitsFor("S7200", "2001-03-01").visitsFor("S525", "2021-03-01");
        Life cortisone = listed().dispensed("H02AB06", "2021-03-01", 90);
        Life little = listed().dispensed("H02AB06", "2021-03-01", 89);

        assertThat(counts("Os04", Y2021, first).numerator()).isEqualTo(1);
        assertThat(counts("Os03", Y2021, first).denominator()).isEqualTo(1);
        assertThat(counts("Os03", Y2021, again).initialPopulation()).isZero();
        assertThat(counts("Os03", Y2021, cortisone).initialPopulation()).isEqualTo(1);
        assertThat(counts("Os03", Y2021, little).initialPopulation()).isZero();
    }

    @Test
    void residents_are_those_who_live_here_on_the_last_day() {
        assertThat(counts("Os01", Y2021, listed()).initialPopulation()).isEqualTo(1);
        assertThat(counts("Os01", Y2021, listed().died("2022-01-01")).initialPopulation())
                .isEqualTo(1);
        assertThat(counts("Os01", Y2021, listed().died("2021-12-31")).initialPopulation())
                .isZero();
        assertThat(counts("Os01", Y2021, listed().died(null)).initialPopulation())
                .isZero();
        assertThat(counts("Os01", Y2021, listed().livesIn("abroad", "2021-12-31", null))
                        .initialPopulation())
                .isZero();
        assertThat(counts("Os01", Y2021, listed().livesIn("abroad", "2022-01-01", null))
                        .initialPopulation())
                .isEqualTo(1);
        assertThat(counts("Os01", Y2021, fifty().listedAt("Organization/2", "2010-01-01", "2021-12-30"))
                        .initialPopulation())
                .isZero();
        assertThat(counts("Os01", Y2021, new Life().born("2022-01-01").listedAt("Organization/2", "2020-01-01", null))
                        .initialPopulation())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"2016-12-30, 0", "2016-12-31, 1", "2021-12-31, 1", "2022-01-01, 0"})
    void a_diagnosis_counts_for_five_years(String day, int counted) {
        assertThat(counts("Os01", Y2021, listed().has(Kind.OSTEOPOROSIS_DIAGNOSIS, day, "M819"))
                        .numerator())
                .isEqualTo(counted);
    }

    private static Life fifty() {
        return new Life().born("1950-01-01");
    }

    private static Life listed() {
        return fifty().livesIn("12").listedAt("Organization/2", "2010-01-01", null);
    }
}
