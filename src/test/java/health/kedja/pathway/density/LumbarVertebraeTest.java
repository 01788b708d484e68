package health.kedja.pathway.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.kedja.pathway.Certainty;
import health.kedja.pathway.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which vertebrae count (Danish Bone Society). */
class LumbarVertebraeTest {

    private static final VertebraRules RULES =
            new VertebraRules(new Rule("DKS-SPINE", "DKS", Certainty.CONFIRMED), true, 1.0, 2);

    @Test
    void vertebrae_that_are_alike_all_count() {
        LumbarVertebrae scan = choose(-2.0, -2.2, -1.8, -2.4);

        assertThat(used(scan)).containsExactly("lumbar-1", "lumbar-2", "lumbar-3", "lumbar-4");
        assertThat(scan.tScore()).isEqualTo(-2.1, within(1e-9));
        assertThat(scan.usable()).isTrue();
    }

    @Test
    void a_difference_of_exactly_one_does_not_exclude() {
        assertThat(used(choose(-2.1, -1.1, -0.1, 0.9))).hasSize(4);
    }

    @Test
    void a_vertebra_that_differs_more_than_one_from_a_neighbour_is_left_out() {
        LumbarVertebrae scan = choose(-2.0, -2.1, -0.5, -2.2);

        assertThat(used(scan)).containsExactly("lumbar-1", "lumbar-2", "lumbar-4");
        assertThat(scan.differing()).extracting(Vertebra::region).containsExactly("lumbar-3");
        assertThat(scan.tScore()).isEqualTo(-2.1, within(1e-9));
    }

    @Test
    void of_two_neighbours_the_one_farther_from_the_others_is_left_out() {
        assertThat(used(choose(-3.0, -1.0, -1.2, -1.1))).containsExactly("lumbar-2", "lumbar-3", "lumbar-4");
    }

    @Test
    void of_two_equally_far_the_higher_is_left_out() {
        assertThat(used(choose(-2.0, -2.0, -0.9, -0.9))).containsExactly("lumbar-1", "lumbar-2", "lumbar-4");
    }

    @Test
    void a_clearly_abnormal_vertebra_is_left_out_whatever_its_score() {
        LumbarVertebrae scan = LumbarVertebrae.choose(
                LocalDate.EPOCH,
                List.of(vertebra(3, -2.0, true), vertebra(1, -2.0, false), vertebra(2, -2.0, false)),
                RULES);

        assertThat(used(scan)).containsExactly("lumbar-1", "lumbar-2");
        assertThat(scan.abnormal()).extracting(Vertebra::region).containsExactly("lumbar-3");
        assertThat(scan.usable()).isTrue();
    }

    @Test
    void one_vertebra_never_stands_for_the_spine() {
        LumbarVertebrae scan = LumbarVertebrae.choose(LocalDate.EPOCH, List.of(vertebra(2, -3.0, false)), RULES);

        assertThat(scan.usable()).isFalse();
        assertThat(scan.tScore()).isNaN();
    }

    @Test
    void two_vertebrae_are_enough_and_two_that_differ_leave_one() {
        assertThat(choose(-2.0, -2.5).usable()).isTrue();
        assertThat(choose(-2.0, -3.5).usable()).isFalse();
    }

    @Test
    void vertebrae_with_a_gap_between_them_are_no_neighbours() {
        LumbarVertebrae scan = LumbarVertebrae.choose(
                LocalDate.EPOCH, List.of(vertebra(1, -1.0, false), vertebra(3, -3.0, false)), RULES);

        assertThat(used(scan)).containsExactly("lumbar-1", "lumbar-3");
    }

    @Test
    void there_are_four_of_them() {
        assertThatThrownBy(() -> vertebra(5, 0, false)).hasMessageContaining("lumbar-5");
        assertThat(Vertebra.is("lumbar-1")).isTrue();
        assertThat(Vertebra.is("lumbar-spine")).isFalse();
    }

    private static LumbarVertebrae choose(double... scores) {
        List<Vertebra> vertebrae = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            vertebrae.add(vertebra(i + 1, scores[i], false));
        }
        return LumbarVertebrae.choose(LocalDate.EPOCH, vertebrae, RULES);
    }

    private static Vertebra vertebra(int number, double score, boolean abnormal) {
        return new Vertebra("lumbar-" + number, score, abnormal, "Observation/" + number);
    }

    private static List<String> used(LumbarVertebrae scan) {
        return scan.used().stream().map(Vertebra::region).toList();
    }
}
