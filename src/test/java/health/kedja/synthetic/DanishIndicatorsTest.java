package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Coverage;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.comparison.Comparison;
import health.kedja.server.IndicatorFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The definitions asked of the five regions of Denmark. */
class DanishIndicatorsTest {

    private static final String[] REGIONS = {"1081", "1082", "1083", "1084", "1085"};
    private static final LocalDate END = LocalDate.of(2022, 12, 31);
    private static final Indicators ALL = IndicatorFiles.load();
    private static Cohort cohort;
    private static Map<String, TrueCounts> truth;

    @BeforeAll
    static void population() {
        SyntheticPopulation population = new SyntheticPopulation(30_000, 5, Country.DK);
        cohort = SyntheticCohort.of(population);
        truth = Truth.of(population.stream().parallel(), 2020, END);
    }

    @Test
    void every_indicator_is_true_by_region() {
        for (String id : Truth.INDICATORS) {
            if (id.startsWith("CHAIN-")) {
                // Compared in EngineAgainstTruthTest, in Denmark too.
                continue;
            }
            for (Cell cell : report(id, Stratifier.REGION).cells()) {
                assertThat(cell.standing()).as("%s %s", id, cell.stratum()).isEqualTo(Cell.Standing.SHOWN);
                assertThat(cell.counts())
                        .as("%s %s", id, cell.stratum())
                        .isEqualTo(truth.get(id)
                                .sum(stratum ->
                                        stratum.region().equals(cell.stratum().get(Stratifier.REGION))));
            }
        }
    }

    @Test
    void the_strata_are_the_danish_regions_and_the_own_country_is_denmark() {
        assertThat(report("SOS-07", Stratifier.REGION).cells())
                .extracting(cell -> cell.stratum().get(Stratifier.REGION))
                .containsExactlyInAnyOrder(REGIONS);
        assertThat(report("SOS-07", Stratifier.COUNTRY_OF_BIRTH).cells())
                .extracting(cell -> cell.stratum().get(Stratifier.COUNTRY_OF_BIRTH))
                .contains("denmark")
                .isSubsetOf("denmark", "nordic-europe", "world", "unknown");
        assertThat(report("SOS-07", Stratifier.MUNICIPALITY).cells()).hasSizeGreaterThan(5);
    }

    @Test
    void all_five_regions_report_operations_and_are_compared() {
        Report report = report("SOS-04a", Stratifier.REGION);

        assertThat(report.coverage().stream()
                        .filter(each -> each.source().equals("surgery-times"))
                        .map(Coverage::region))
                .containsExactly(REGIONS);
        assertThat(Comparison.of(report).groups().get(0).ranked()).isEqualTo(5);
        assertThat(Comparison.of(report).groups().get(0).funnel()).isPresent();
    }

    private static Report report(String id, Stratifier by) {
        Indicator indicator = ALL.find(id).orElseThrow();
        Question question = new Question(
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2020, 12, 31),
                END,
                List.of(by),
                Optional.empty(),
                Optional.empty(),
                0);
        return Evaluation.of(indicator, question, cohort, null);
    }
}
