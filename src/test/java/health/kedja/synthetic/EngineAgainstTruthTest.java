package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine and the truth, two paths that share no code, count the same in every cell: region by sex by age group by
 * year, and the whole. How many populations and how large is set by {@code -Dkedja.truth.seeds} and
 * {@code -Dkedja.truth.people}; {@code -Dkedja.truth.report} names a file for the table.
 */
class EngineAgainstTruthTest {

    private static final int[] YEARS = {2018, 2019, 2020, 2021, 2022};
    private static final int PEOPLE = Integer.getInteger("kedja.truth.people", 12_000);
    private static final TruthTable TABLE = new TruthTable(PEOPLE, YEARS);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("kedja.truth.seeds", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_indicator_is_true(long seed) {
        SyntheticPopulation population = new SyntheticPopulation(PEOPLE, seed, Country.SE);
        List<TruthComparison.Outcome> outcomes =
                new TruthComparison(population, population.endOfData()).outcomes(YEARS);

        TABLE.add(seed, outcomes);
        assertThat(outcomes)
                .hasSize(YEARS.length * Truth.INDICATORS.size())
                .allMatch(outcome -> outcome.cells() > 1)
                .filteredOn(outcome -> !outcome.unequal().isEmpty())
                .isEmpty();
    }

    @Test
    void every_indicator_is_true_in_denmark_and_as_the_data_stood_in_the_middle_of_a_year() {
        SyntheticPopulation population = new SyntheticPopulation(8_000, 3, Country.DK);

        assertThat(new TruthComparison(population, LocalDate.of(2021, 7, 14)).outcomes(2020, 2021))
                .filteredOn(outcome -> !outcome.unequal().isEmpty())
                .isEmpty();
    }

    /** What seldom happens together decides who is to be treated: here it often does. */
    @Test
    void every_step_and_every_sentinel_is_true_where_much_is_done() {
        Rates rates = Rates.national();
        for (Figure often : List.of(
                Figure.FRAX_CALCULATED,
                Figure.BONE_DENSITY,
                Figure.COORDINATOR,
                Figure.TREATED_WOMEN,
                Figure.TREATED_MEN,
                Figure.REFERRED,
                Figure.DISCHARGE_NOTE,
                Figure.NEVER_FETCHED,
                Figure.DRUG_DECIDED_AGAINST,
                Figure.SCAN_DECIDED_AGAINST,
                Figure.TRAINING)) {
            rates = rates.with(often, 0.5);
        }
        rates = rates.with(Figure.FRACTURES_WOMEN, 8)
                .with(Figure.FRACTURES_MEN, 8)
                .with(Figure.GLUCOCORTICOID, 0.1);
        SyntheticPopulation population = new SyntheticPopulation(6_000, 21, Country.SE, 2012, 2022, rates);

        assertThat(new TruthComparison(population, population.endOfData()).outcomes(2019, 2021, 2022))
                .filteredOn(outcome -> !outcome.unequal().isEmpty())
                .isEmpty();
    }

    @Test
    void every_chain_is_opened_at_its_site() {
        TruthComparison comparison =
                new TruthComparison(new SyntheticPopulation(20_000, 11, Country.SE), LocalDate.of(2022, 12, 31));

        assertThat(comparison.chains(2021))
                .isEqualTo(comparison.trueChains(2021))
                .hasSizeGreaterThan(40);
    }

    @AfterAll
    static void write() throws IOException {
        String file = System.getProperty("kedja.truth.report");
        if (file != null) {
            TABLE.write(Path.of(file));
        }
    }
}
