package health.kedja.indicator;

import static health.kedja.indicator.Shipped.report;
import static health.kedja.indicator.Shipped.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.kedja.indicator.statistics.Wilson;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published levels by sex, country of birth and region, from cohorts built to them; and shares of survey answers. */
class PublishedLevelsTest {

    @Test
    void mortality_after_a_first_hip_fracture_2021_is_30_percent_in_men_22_in_women_and_25_together() {
        // 14,600 people and 3,600 deaths leave one way to divide them: 9,750 women and 4,850 men.
        People people = new People();
        hipFractures(people, "female", 9_750, 2_145);
        hipFractures(people, "male", 4_850, 1_455);

        Report report = report("SOS-05", year(2021, Stratifier.SEX), people);

        assertThat(percents(report)).containsExactly(22L, 30L);
        assertThat(report.whole().counts().numerator()).isEqualTo(3_600);
        assertThat(percent(report.whole())).isEqualTo(25);
    }

    private static void hipFractures(People people, String sex, int patients, int deaths) {
        for (int i = 0; i < patients; i++) {
            Life life = people.add().born("1938-01-01").sex(sex).inHospitalFor("S7200", "2021-05-01", "2021-05-10");
            if (i < deaths) {
                life.died("2021-12-24");
            }
        }
    }

    @Test
    void osteoporosis_diagnosis_in_2021_is_12_percent_of_women_and_5_of_men_and_6_800_together() {
        People people = new People();
        for (int i = 0; i < 72_000; i++) {
            Life life = people.add().born("1950-01-01").sex(i < 49_000 ? "female" : "male");
            life.visitsFor("S525", "2021-06-01");
            if (i < 5_680 || i >= 49_000 && i < 49_000 + 1_120) {
                life.contact("AMB", "2021-11-01", "2021-11-01", "M81", false);
                life.osteoporosisAtTheLastContact("M819");
            }
        }

        Report report = report("SOS-10", year(2021, Stratifier.SEX), people);

        assertThat(percents(report)).containsExactly(12L, 5L);
        assertThat(report.whole().counts().numerator()).isEqualTo(6_800);
        assertThat(percent(report.whole())).isEqualTo(9);
    }

    @Test
    void refractures_are_22_200_in_women_18_600_in_men_and_21_100_together() {
        // 69.4 % of the person-years are those of women, which the three published rates imply.
        People people = new People();
        refractures(people, "female", "12", 6_944, 4_625);
        refractures(people, "male", "12", 3_056, 1_705);

        Report report = report("SOS-06a", year(2018, Stratifier.SEX), people);

        assertThat(hundreds(report.cells().get(0))).isEqualTo(22_200);
        assertThat(hundreds(report.cells().get(1))).isEqualTo(18_600);
        assertThat(hundreds(report.whole())).isEqualTo(21_100);
    }

    @Test
    void refractures_in_regions_are_between_16_300_and_26_800() {
        People people = new People();
        refractures(people, "female", "01", 2_000, 978);
        refractures(people, "female", "12", 2_000, 1_608);

        Report report = report("SOS-06a", year(2018, Stratifier.REGION), people);

        assertThat(report.cells()).extracting(PublishedLevelsTest::hundreds).containsExactly(16_300L, 26_800L);
    }

    private static void refractures(People people, String sex, String region, int patients, int again) {
        for (int i = 0; i < patients; i++) {
            Life life = people.add().born("1940-01-01").sex(sex).livesIn(region);
            life.visitsFor("S525", "2018-03-01");
            if (i < again) {
                life.visitsFor("S422", "2019-03-01");
            }
        }
    }

    @Test
    void bone_drugs_by_country_of_birth_2021_are_12_10_and_13_percent() {
        People people = new People();
        treated(people, "SE", 800, 96);
        treated(people, "FI", 50, 5);
        treated(people, "PL", 50, 5);
        treated(people, "IR", 100, 13);

        Report report = report("SOS-07", year(2021, Stratifier.COUNTRY_OF_BIRTH), people);

        assertThat(report.cells())
                .extracting(cell -> cell.stratum().get(Stratifier.COUNTRY_OF_BIRTH))
                .containsExactly("nordic-europe", "sweden", "world");
        assertThat(percents(report)).containsExactly(10L, 12L, 13L);
        assertThat(percent(report.whole())).isEqualTo(12);
    }

    private static void treated(People people, String country, int patients, int treated) {
        for (int i = 0; i < patients; i++) {
            Life life = people.add().born("1950-01-01").bornIn(country).visitsFor("S422", "2021-02-03");
            if (i < treated) {
                life.dispensed("M05BA04", "2021-09-01");
            }
        }
    }

    @Test
    void calcium_and_vitamin_d_alone_2021_is_2_percent() {
        People people = new People();
        for (int i = 0; i < 1_000; i++) {
            Life life = people.add().born("1950-01-01").visitsFor("S422", "2021-02-03");
            if (i < 60) {
                life.dispensed("A12AX01", "2021-10-01");
            }
            if (i < 40) {
                life.dispensed(i < 25 ? "M05BA04" : "H02AB06", "2021-11-01");
            }
        }

        assertThat(percent(report("SOS-08", year(2021), people).whole())).isEqualTo(2);
    }

    @Test
    void hip_fractures_in_special_housing_2021_are_3_400_per_100_000_person_years() {
        People people = new People();
        for (int i = 0; i < 5_000; i++) {
            Life life = people.add().born("1935-01-01").inHousing("2020-06-01", null);
            if (i < 170) {
                life.inHospitalFor("S7210", "2021-04-01", "2021-04-08");
            }
        }

        Cell whole = report("SOS-03", year(2021), people).whole();

        assertThat(whole.counts().personDays()).isEqualTo(5_000 * 365L);
        assertThat(hundreds(whole)).isEqualTo(3_400);
    }

    @Test
    void drugs_on_requisition_2022_are_17_percent() {
        People people = new People();
        for (int i = 0; i < 100; i++) {
            Life life = people.add().born("1950-01-01");
            if (i < 17) {
                life.given("M05BA08", "2022-03-01");
            } else {
                life.dispensed("M05BA04", "2022-03-01", 365);
            }
        }

        assertThat(percent(report("SOS-09", year(2022), people).whole())).isEqualTo(17);
    }

    @Test
    void the_median_time_to_diagnosis_is_seven_months_and_three_of_four_have_it_within_two_years() {
        People people = new People();
        for (int days : List.of(10, 90, 150, 213, 400, 700, 1_500)) {
            people.add()
                    .born("1950-01-01")
                    .visitsFor("S525", "2012-03-01")
                    .dispensed(
                            "M05BA04", LocalDate.of(2012, 3, 1).plusDays(days).toString());
        }

        Cell whole = report("SOS-11", year(2012), people).whole();

        assertThat(whole.score().orElseThrow().value() / 30.44).isCloseTo(7, within(0.05));
        assertThat(whole.upperQuartile().orElseThrow().value()).isLessThanOrEqualTo(2 * 365.25);
    }

    /** Survey answers, units, regions, sides of hips: the share, rounded as published. */
    @ParameterizedTest
    @CsvSource({
        "Socialstyrelsen table 1, 21, 21, 100",
        "Socialstyrelsen table 1, 265, 304, 87",
        "Socialstyrelsen table 1, 93, 97, 96",
        "Socialstyrelsen table 1, 56, 59, 95",
        "Socialstyrelsen table 1, 243, 815, 30",
        "Socialstyrelsen table 2, 8, 21, 38",
        "Socialstyrelsen table 2, 4, 21, 19",
        "Socialstyrelsen table 2, 10, 21, 48",
        "Socialstyrelsen table 2, 13, 21, 62",
        "Socialstyrelsen diagram 3, 14, 21, 67",
        "AKO Skåne 2020:1 survey, 91, 164, 55",
        "Rikshöft 2017–2019 left hips, 20660, 40240, 51",
        "Skara 2009 initiated in primary care, 83, 104, 80",
        "FLS-DB 2017 good completeness, 29, 55, 53"
    })
    void shares_come_out_as_published(String source, int some, int all, int percent) {
        assertThat(Math.round(Wilson.interval(some, all).value() * 100))
                .as(source)
                .isEqualTo(percent);
    }

    private static List<Long> percents(Report report) {
        return report.cells().stream().map(PublishedLevelsTest::percent).toList();
    }

    private static long percent(Cell cell) {
        return Math.round(cell.score().orElseThrow().value() * 100);
    }

    /** Per 100,000 person-years, rounded to whole hundreds as published. */
    private static long hundreds(Cell cell) {
        return Math.round(cell.score().orElseThrow().value() / 100) * 100;
    }
}
