package health.kedja.indicator;

import static health.kedja.indicator.Shipped.counts;
import static health.kedja.indicator.Shipped.question;
import static health.kedja.indicator.Shipped.year;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The patient-level indicators of IOF and RCP, day by day. The bone breaks on 1 February 2021: 84 days later is 26 April,
 * 90 is 2 May, 112 is 24 May, 182 is 2 August, 364 is 31 January 2022.
 */
class SentinelIndicatorsTest {

    private static final Question Y2021 = year(2021);
    private static final Counts LEFT_OUT = new Counts(1, 1, 0, 0, 0, 0, 0, 0);
    private static final Counts PENDING = new Counts(1, 0, 1, 0, 0, 0, 0, 0);

    @ParameterizedTest
    @CsvSource({
        "IOF-3, RISK_ASSESSMENT, 2021-01-31, 0",
        "IOF-3, RISK_ASSESSMENT, 2021-02-01, 1",
        "IOF-3, FRAX_HIP, 2021-04-26, 1",
        "IOF-3, FRAX_MAJOR, 2021-04-27, 0",
        "IOF-3, COORDINATOR_ASSESSMENT, 2021-02-02, 0",
        "IOF-4, BMD, 2021-04-26, 1",
        "IOF-4, T_SCORE, 2021-04-27, 0",
        "IOF-5, FALL_RISK_ASSESSMENT, 2021-05-24, 1",
        "IOF-5, FALL_RISK_ASSESSMENT, 2021-05-25, 0",
        "IOF-7, TRAINING, 2021-05-24, 1",
        "IOF-7, TRAINING, 2021-05-25, 0",
        "IOF-7, FALL_PREVENTION, 2021-02-02, 0",
        "RCP-4, COORDINATOR_ASSESSMENT, 2021-05-02, 1",
        "RCP-4, COORDINATOR_ASSESSMENT, 2021-05-03, 0",
        "RCP-5, BONE_DENSITY_SCAN, 2021-05-02, 1",
        "RCP-5, BONE_DENSITY_SCAN, 2021-05-03, 0",
        "RCP-6, FALL_RISK_ASSESSMENT, 2022-01-31, 1",
        "RCP-6, FALL_RISK_ASSESSMENT, 2022-02-01, 0",
        "RCP-8, TRAINING, 2021-05-24, 1",
        "RCP-8, TRAINING, 2021-05-25, 0",
    })
    void what_was_done_counts_on_the_last_day_and_not_the_day_after(String id, Kind kind, String day, int counted) {
        assertThat(counts(id, Y2021, broken().has(kind, day, null)))
                .isEqualTo(new Counts(1, 0, 0, 1, counted, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"falls-clinic, 1", "fall-risk-assessment, 1", "primary-care, 0"})
    void a_referral_for_it_is_a_falls_assessment(String to, int counted) {
        assertThat(counts("IOF-5", Y2021, broken().has(Kind.REFERRAL, "2021-03-01", to))
                        .numerator())
                .isEqualTo(counted);
    }

    @Test
    void who_dies_within_the_time_is_left_out_by_iof_and_not_by_rcp() {
        assertThat(counts("IOF-3", Y2021, broken().died("2021-04-26"))).isEqualTo(LEFT_OUT);
        assertThat(counts("IOF-3", Y2021, broken().died("2021-04-27")).denominator())
                .isEqualTo(1);
        assertThat(counts("RCP-4", Y2021, broken().died("2021-02-02")).denominator())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "not-indicated, 2021-04-26, 1",
        "limited-life-expectancy, 2021-02-01, 1",
        "not-indicated, 2021-04-27, 0",
        "not-indicated, 2021-01-31, 0",
        "declined, 2021-03-01, 0",
    })
    void a_scan_that_is_not_indicated_is_not_asked_for(String reason, String day, int excluded) {
        assertThat(counts("IOF-4", Y2021, broken().decidedAgainst(Kind.BONE_DENSITY_SCAN, reason, day))
                        .denominatorExclusion())
                .isEqualTo(excluded);
    }

    @Test
    void a_decision_about_training_is_none_about_the_scan() {
        Life life = broken().decidedAgainst(Kind.TRAINING, "not-indicated", "2021-03-01");

        assertThat(counts("IOF-4", Y2021, life).denominatorExclusion()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"declined, 0, 1", "contraindicated, 1, 0", "not-indicated, 1, 0", "other, 0, 0"})
    void a_drug_that_was_declined_was_recommended(String reason, int excluded, int recommended) {
        Life life = broken().decidedAgainst(Kind.DRUG_ORDERED, reason, "2021-05-24");

        assertThat(counts("IOF-6", Y2021, life).denominatorExclusion()).isEqualTo(excluded);
        assertThat(counts("IOF-6", Y2021, life).numerator()).isEqualTo(recommended);
        assertThat(counts("RCP-7", Y2021, life).numerator()).isEqualTo(recommended);
        assertThat(counts("IOF-9", Y2021, life)).as("nobody to begin").isEqualTo(Counts.NOTHING);
    }

    @Test
    void who_had_a_prescription_is_asked_whether_the_drug_was_begun() {
        Life life = broken().has(Kind.DRUG_ORDERED, "2021-05-24", "M05BA04");
        assertThat(counts("IOF-9", Y2021, life)).isEqualTo(new Counts(1, 0, 0, 1, 0, 0, 0, 0));

        life.dispensed("M05BA04", "2021-05-25");
        assertThat(counts("RCP-10", Y2021, life).numerator()).as("a day late").isZero();
        life.given("M05BX04", "2021-05-24");
        assertThat(counts("IOF-9", Y2021, life).numerator()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2021-04-25, 1, 0", "2021-04-26, 1, 1", "2021-05-24, 1, 1", "2021-05-25, 0, 0"})
    void follow_up_is_within_16_weeks_for_iof_and_from_the_12th_for_rcp(String day, int iof, int rcp) {
        Life life = broken().dispensed("M05BA04", "2021-03-01").has(Kind.FOLLOW_UP_CONTACT, day, null);

        assertThat(counts("IOF-8", Y2021, life).numerator()).isEqualTo(iof);
        assertThat(counts("RCP-9", Y2021, life).numerator()).isEqualTo(rcp);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-08-01, 0, 0",
        "2021-08-02, 1, 1",
        "2022-01-31, 1, 1",
        "2022-02-01, 0, 1",
        "2022-02-02, 0, 0",
    })
    void on_the_drug_after_a_year_is_supplied_in_its_second_half(String day, int iof, int rcp) {
        Life life = broken().dispensed("M05BA04", "2021-03-01").dispensed("M05BA04", day);

        assertThat(counts("IOF-10", Y2021, life).numerator()).isEqualTo(iof);
        assertThat(counts("RCP-11", Y2021, life).numerator()).isEqualTo(rcp);
    }

    @Test
    void the_spine_is_the_site_when_a_vertebra_broke_that_day() {
        assertThat(counts("RCP-3", Y2021, broken()).numerator()).isZero();
        assertThat(counts("RCP-3", Y2021, broken().visitsFor("S220", "2021-02-02"))
                        .numerator())
                .isZero();
        assertThat(counts("RCP-3", Y2021, broken().visitsFor("S220", "2021-02-01"))
                        .numerator())
                .isEqualTo(1);
    }

    @Test
    void a_hip_is_no_fracture_other_than_of_the_hip() {
        Life hip = new Life().born("1950-01-01").inHospitalFor("S7200", "2021-02-01", "2021-02-09");

        assertThat(counts("IOF-7", Y2021, hip).denominator()).isEqualTo(1);
        assertThat(counts("RCP-8", Y2021, hip)).isEqualTo(Counts.NOTHING);
    }

    @Test
    void until_the_time_is_over_everybody_is_pending_and_who_died_is_left_out_already() {
        Question early = question("2021-01-01", "2021-12-31", "2021-04-25");
        Question due = question("2021-01-01", "2021-12-31", "2021-04-26");
        Life assessed = broken().has(Kind.RISK_ASSESSMENT, "2021-02-10", null);

        assertThat(counts("IOF-3", early, assessed)).isEqualTo(PENDING);
        assertThat(counts("IOF-3", due, assessed)).isEqualTo(new Counts(1, 0, 0, 1, 1, 0, 0, 0));
        assertThat(counts("IOF-3", early, broken().died("2021-03-01"))).isEqualTo(LEFT_OUT);
    }

    private static Life broken() {
        return new Life().born("1950-01-01").visitsFor("S525", "2021-02-01");
    }
}
