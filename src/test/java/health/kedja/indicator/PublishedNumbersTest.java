package health.kedja.indicator;

import static health.kedja.indicator.Shipped.report;
import static health.kedja.indicator.Shipped.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Socialstyrelsen, Utvärdering av vård vid osteoporos 2023: its numbers, from cohorts built to its counts. */
class PublishedNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "2018, 12950, 8497, 12082, 66, 64.79, 66.43, 93, 92.85, 93.72, 868",
        "2019, 12263, 8074, 11582, 66, 65.00, 66.67, 94, 94.03, 94.84, 681",
        "2020, 10936, 6960, 10278, 64, 62.74, 64.54, 94, 93.52, 94.41, 658",
        "2021, 10311, 6176, 9541, 60, 58.95, 60.84, 93, 92.01, 93.02, 770",
        "2022, 10760, 6240, 9809, 58, 57.06, 58.92, 91, 90.61, 91.68, 951"
    })
    void table_6_comes_out_in_every_cell(
            int year,
            int operated,
            int within24,
            int within48,
            int percent24,
            double low24,
            double high24,
            int percent48,
            double low48,
            double high48,
            int later) {
        People people = new People();
        for (int i = 0; i < operated; i++) {
            LocalDate arrival = LocalDate.of(year, 1, 2).plusDays(i % 360);
            LocalDate operation = arrival.plusDays(i < within24 ? 1 : i < within48 ? 2 : 3);
            people.add().born("1940-05-05").hipOperated(arrival + "T12:00", operation + "T12:00");
        }

        Cell in24 = report("SOS-04a", year(year), people).whole();
        Cell in48 = report("SOS-04b", year(year), people).whole();

        assertThat(in24.counts().denominator()).isEqualTo(operated);
        assertThat(in24.counts().numerator()).isEqualTo(within24);
        assertThat(in48.counts().numerator()).isEqualTo(within48);
        assertThat(in48.counts().denominator() - in48.counts().numerator()).isEqualTo(later);
        assertPercent(in24, percent24, low24, high24);
        assertPercent(in48, percent48, low48, high48);
    }

    @Test
    void osteoporosis_diagnosis_among_fracture_patients_2021_is_9_percent() {
        People people = new People();
        for (int i = 0; i < 72_000; i++) {
            Life life = people.add().born("1950-01-01").sex(i < 49_000 ? "female" : "male");
            life.visitsFor("S525", "2021-06-01");
            if (i < 6_800) {
                life.contact("AMB", "2021-11-01", "2021-11-01", "M81", false);
                life.osteoporosisAtTheLastContact("M819");
            }
        }

        Cell whole = report("SOS-10", year(2021), people).whole();

        assertThat(whole.counts().denominator()).isEqualTo(72_000);
        assertThat(whole.score().orElseThrow().value() * 100).isCloseTo(9.44, within(0.005));
    }

    @Test
    void one_year_mortality_after_a_first_hip_fracture_2021_is_25_percent() {
        People people = new People();
        for (int i = 0; i < 14_600; i++) {
            Life life = people.add().born("1938-01-01").inHospitalFor("S7200", "2021-05-01", "2021-05-10");
            if (i < 3_600) {
                life.died("2021-12-24");
            }
        }

        Cell whole = report("SOS-05", year(2021), people).whole();

        assertThat(whole.score().orElseThrow().value() * 100).isCloseTo(24.66, within(0.005));
    }

    @Test
    void refractures_after_hip_fracture_come_to_20_700_per_100_000_person_years() {
        // 3,798 events in about 18,350 person-years; 6,118 people with three years each.
        People people = new People();
        for (int i = 0; i < 6_118; i++) {
            Life life = people.add()
                    .born("1940-01-01")
                    .sex(i < 2_679 || i >= 3_798 ? "female" : "male")
                    .inHospitalFor("S7200", "2018-03-01", "2018-03-09");
            if (i < 3_798) {
                life.visitsFor("S525", "2019-03-01");
            }
        }

        Report report = report("SOS-06b", year(2018, Stratifier.SEX), people);

        assertThat(report.whole().counts().numerator()).isEqualTo(3_798);
        assertThat(report.whole().counts().personDays() / 365.25).isCloseTo(18_350, within(10.0));
        assertThat(report.whole().score().orElseThrow().value()).isCloseTo(20_700, within(50.0));
        assertThat(report.cells().get(0).counts().numerator() / 3_798.0 * 100).isCloseTo(70.54, within(0.005));
        assertThat(report.cells().get(1).counts().numerator() / 3_798.0 * 100).isCloseTo(29.46, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"12, 1200, 10000", "14, 980, 7000", "7, 220, 3000"})
    void bone_drugs_after_fracture_2021(int percent, int treated, int patients) {
        People people = new People();
        for (int i = 0; i < patients; i++) {
            Life life = people.add().born("1950-01-01").visitsFor("S422", "2021-02-03");
            if (i < treated) {
                life.dispensed("M05BA04", "2021-09-01");
            }
        }

        Cell whole = report("SOS-07", year(2021), people).whole();

        assertThat(Math.round(whole.score().orElseThrow().value() * 100)).isEqualTo(percent);
    }

    private static void assertPercent(Cell cell, int rounded, double low, double high) {
        assertThat(Math.round(cell.score().orElseThrow().value() * 100)).isEqualTo(rounded);
        assertThat(cell.score().orElseThrow().low() * 100).isCloseTo(low, within(0.006));
        assertThat(cell.score().orElseThrow().high() * 100).isCloseTo(high, within(0.006));
    }
}
