package health.kedja.indicator.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every combination of values has one number, however many there are. */
class StrataTest {

    @Test
    void ten_thousand_combinations_keep_their_numbers_and_values() {
        Strata strata = new Strata();
        int[][] nodes = new int[100][100];
        Set<Integer> different = new HashSet<>(Set.of(Strata.ROOT));
        for (int one = 0; one < 100; one++) {
            int below = strata.child(Strata.ROOT, one * 1000);
            different.add(below);
            for (int other = 0; other < 100; other++) {
                nodes[one][other] = strata.child(below, other);
                different.add(nodes[one][other]);
            }
        }

        assertThat(different).hasSize(1 + 100 + 10_000);
        assertThat(strata.nodes()).isEqualTo(different.size());
        assertThat(different).allMatch(node -> node >= 0 && node < strata.nodes());
        for (int one = 0; one < 100; one++) {
            for (int other = 0; other < 100; other++) {
                assertThat(strata.child(strata.child(Strata.ROOT, one * 1000), other))
                        .isEqualTo(nodes[one][other]);
                assertThat(strata.path(nodes[one][other], 2)).containsExactly(one * 1000, other);
            }
        }
        assertThat(strata.nodes()).as("asking again makes nothing").isEqualTo(different.size());
        assertThat(strata.path(Strata.ROOT, 0)).isEmpty();
    }
}
