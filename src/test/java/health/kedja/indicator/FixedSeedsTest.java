package health.kedja.indicator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The properties once more, of populations that stay the same: fast, and part of the mutation tests. */
class FixedSeedsTest {

    private final EvaluationProperties all = new EvaluationProperties();
    private final ChainProperties chains = new ChainProperties();

    @ParameterizedTest
    @CsvSource({"SOS-07, 1", "SOS-10, 2", "Os02, 3", "SOS-06a, 4", "SOS-01, 5", "Os01, 6", "SOS-04a, 7", "SOS-09, 8"})
    void nothing_withheld_can_be_found_by_subtraction(String id, long seed) {
        all.nothing_withheld_can_be_found_by_subtraction(id, seed);
    }

    @ParameterizedTest
    @CsvSource({"SOS-03, 1", "SOS-05, 2", "SOS-06b, 3", "SOS-08-K, 4", "SOS-11, 5", "VGR-01, 6", "Os03, 7", "RH-24, 8"})
    void order_duplicates_strata_and_populations(String id, long seed) {
        all.order_and_duplicates_change_nothing(id, seed);
        all.strata_add_up_to_the_whole(id, seed);
        all.numerators_are_of_the_denominator_and_that_of_the_initial_population(id, seed);
    }

    @ParameterizedTest
    @CsvSource({"SOS-03, 1", "SOS-06a, 2"})
    void person_time(String id, long seed) {
        all.person_time_is_the_sum_over_people_and_never_negative(id, seed);
        all.disjoint_cohorts_together_are_their_union(id, seed);
    }

    @ParameterizedTest
    @CsvSource({"CHAIN-identification, 1", "CHAIN-treatment-TIME, 2", "CHAIN-prevention, 3"})
    void chains(String id, long seed) {
        chains.order_and_duplicates_change_nothing(id, seed);
        chains.strata_add_up_to_the_whole(id, seed);
        chains.every_step_is_asked_of_the_same_chains(id, seed);
        chains.those_who_had_a_step_have_a_time_to_it(id, seed);
    }
}
