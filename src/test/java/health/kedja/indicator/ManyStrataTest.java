package health.kedja.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ManyStrataTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2021, 1, 1);

    /** More regions, months and days than anything has room for at first, counted in parts and put together. */
    @Test
    void each_of_seven_hundred_people_has_a_cell_of_their_own() {
        People people = new People();
        for (int i = 0; i < 700; i++) {
            LocalDate fracture = NEW_YEAR.plusDays(i % 360);
            people.add()
                    .born("1950-01-01")
                    .sex(i % 2 == 0 ? "female" : "male")
                    .livesIn("region-" + (1000 + i))
                    .visitsFor("S525", fracture.toString())
                    .dispensed("M05BA04", fracture.plusDays(i).toString());
        }

        Report report = Shipped.report(
                "SOS-11", Shipped.year(2021, Stratifier.REGION, Stratifier.MONTH, Stratifier.SEX), people);

        assertThat(report.cells()).hasSize(700);
        for (int i = 0; i < 700; i++) {
            Cell cell = report.cells().get(i);
            assertThat(cell.stratum().get(Stratifier.REGION)).isEqualTo("region-" + (1000 + i));
            assertThat(cell.stratum().get(Stratifier.MONTH))
                    .isEqualTo(NEW_YEAR.plusDays(i % 360).toString().substring(0, 7));
            assertThat(cell.stratum().get(Stratifier.SEX)).isEqualTo(i % 2 == 0 ? "female" : "male");
            assertThat(cell.counts()).isEqualTo(new Counts(1, 0, 0, 1, 1, 0, 0, 0));
            assertThat(cell.score().orElseThrow().value()).isEqualTo(i);
        }
        assertThat(report.whole().score().orElseThrow().value()).isEqualTo(349.5);
    }
}
