package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.kedja.indicator.Counts;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The made-up levels are near the published ones: within chance (four standard errors) and a tenth of calibration. */
class LevelsTest {

    private static final double DAYS_OF_YEAR = 365.25;
    private static Map<String, TrueCounts> truth;

    @BeforeAll
    static void count() {
        SyntheticPopulation population = new SyntheticPopulation(150_000, 7, Country.SE);
        truth = Truth.of(population.stream().parallel(), 2018, population.endOfData());
    }

    /** Socialstyrelsen, Utvärdering av vård vid osteoporos 2023; surgery of 2018 from its table 6. */
    @ParameterizedTest
    @CsvSource({"SOS-04a, 0.656", "SOS-04b, 0.933", "SOS-05, 0.25", "SOS-07, 0.12", "SOS-08, 0.02", "SOS-10, 0.09"})
    void proportions_are_near_the_published(String indicator, double published) {
        Counts counts = truth.get(indicator).whole();
        double chance = 4 * Math.sqrt(published * (1 - published) / counts.denominator());

        assertThat((double) counts.numerator() / counts.denominator())
                .isCloseTo(published, within(chance + published / 10));
    }

    @ParameterizedTest
    @CsvSource({"SOS-03, 3400", "SOS-06a, 21100", "SOS-06b, 20700"})
    void rates_are_near_the_published(String indicator, double published) {
        Counts counts = truth.get(indicator).whole();
        double years = counts.personDays() / DAYS_OF_YEAR;
        double chance = 4 * published / Math.sqrt(published * years / 100_000);

        assertThat(100_000 * counts.numerator() / years).isCloseTo(published, within(chance + published / 10));
    }

    @Test
    void fewer_than_one_in_a_hundred_has_a_coded_risk_assessment() {
        Counts counts = truth.get("SOS-12").whole();

        assertThat(counts.numerator()).isPositive().isLessThan(counts.denominator() / 100 + 5);
    }

    @Test
    void the_share_given_in_clinic_is_near_the_published_17_percent() {
        Counts counts = truth.get("SOS-09").whole();

        assertThat(counts.numeratorSum() / counts.denominatorSum()).isCloseTo(0.17, within(0.05));
    }

    @Test
    void women_are_treated_more_often_than_men_and_die_less_often() {
        assertThat(share("SOS-07", "female")).isGreaterThan(share("SOS-07", "male"));
        assertThat(share("SOS-05", "female")).isLessThan(share("SOS-05", "male"));
    }

    @Test
    void the_diagnosis_comes_about_seven_months_after_the_fracture() {
        int[] days = truth.get("SOS-11").values(stratum -> true);

        assertThat(days[days.length / 2]).isBetween(150, 280);
    }

    private static double share(String indicator, String sex) {
        Counts counts = truth.get(indicator).sum(stratum -> stratum.sex().equals(sex));
        return (double) counts.numerator() / counts.denominator();
    }
}
