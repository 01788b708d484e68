package health.kedja.pathway.density;

import static health.kedja.pathway.density.Formulas.FEMORAL_NECK;
import static health.kedja.pathway.density.Formulas.LUMBAR_SPINE;
import static health.kedja.pathway.density.Formulas.TOTAL_HIP;
import static health.kedja.pathway.density.Formulas.TROCHANTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.kedja.pathway.Certainty;
import health.kedja.pathway.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Standardised BMD, with vectors computed by hand from the published formulas. */
class FormulasTest {

    private static final double A_TENTH = 0.05 + 1e-6;

    @ParameterizedTest
    @CsvSource({
        "0.600, 610.8, 556.4, 633.2, 671.2, 540.4, 597.0, 651.1, 559.5, 684.1",
        "0.700, 711.6, 654.3, 734.4, 779.9, 634.3, 695.5, 756.6, 656.3, 781.5",
        "0.800, 812.4, 752.2, 835.6, 888.6, 728.2, 794.0, 862.1, 753.1, 878.9",
        "1.000, 1014.0, 948.0, 1038.0, 1106.0, 916.0, 991.0, 1073.1, 946.8, 1073.8"
    })
    void the_published_formulas_give_the_numbers_computed_by_hand(
            double bmd,
            double hipHologic,
            double hipLunar,
            double hipNorland,
            double neckHologic,
            double neckLunar,
            double neckNorland,
            double spineHologic,
            double spineLunar,
            double spineNorland) {
        standardised(TOTAL_HIP, bmd, hipHologic, hipLunar, hipNorland);
        standardised(FEMORAL_NECK, bmd, neckHologic, neckLunar, neckNorland);
        standardised(LUMBAR_SPINE, bmd, spineHologic, spineLunar, spineNorland);
    }

    @Test
    void trochanter_has_formulas_of_its_own() {
        standardised(TROCHANTER, 0.600, 646.0, 527.4, 633.6);
    }

    @Test
    void the_second_set_for_the_spine_differs_by_a_few_milligrams_and_is_marked_unconfirmed() {
        double genant =
                find(LUMBAR_SPINE, Maker.HOLOGIC, SpineFormulas.GENANT_1994).standardised(0.8);
        double hui = find(LUMBAR_SPINE, Maker.HOLOGIC, SpineFormulas.HUI_1997).standardised(0.8);

        assertThat(genant).isEqualTo(860.4, within(1e-9));
        assertThat(Math.abs(genant - hui)).isBetween(1.0, 5.0);
        assertThat(find(LUMBAR_SPINE, Maker.GE_LUNAR, SpineFormulas.GENANT_1994).standardised(1))
                .isEqualTo(952.2, within(1e-9));
        assertThat(find(LUMBAR_SPINE, Maker.NORLAND, SpineFormulas.GENANT_1994).standardised(1))
                .isEqualTo(1076.1, within(1e-9));
        assertThat(find(LUMBAR_SPINE, Maker.HOLOGIC, SpineFormulas.GENANT_1994)
                        .rule()
                        .certainty())
                .isEqualTo(Certainty.UNCONFIRMED);
        assertThat(find(LUMBAR_SPINE, Maker.HOLOGIC, SpineFormulas.HUI_1997)
                        .rule()
                        .certainty())
                .isEqualTo(Certainty.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(Maker.class)
    void the_inverse_leads_back_to_the_scale_of_the_scanner(Maker maker) {
        for (String region : List.of(TOTAL_HIP, FEMORAL_NECK, TROCHANTER, LUMBAR_SPINE)) {
            for (SpineFormulas spine : SpineFormulas.values()) {
                Formula formula = find(region, maker, spine);
                assertThat(formula.onScannersScale(formula.standardised(0.734))).isEqualTo(0.734, within(1e-12));
            }
        }
    }

    @Test
    void every_formula_has_an_id_of_its_own_and_a_citation() {
        assertThat(Formulas.all()).hasSize(15);
        assertThat(Formulas.all()).extracting(formula -> formula.rule().id()).doesNotHaveDuplicates();
        assertThat(find(TOTAL_HIP, Maker.GE_LUNAR, SpineFormulas.HUI_1997)
                        .rule()
                        .id())
                .isEqualTo("sbmd-total-hip-ge-lunar");
        assertThat(find(LUMBAR_SPINE, Maker.NORLAND, SpineFormulas.HUI_1997).rule())
                .returns("sbmd-lumbar-spine-norland-hui-1997", Rule::id)
                .satisfies(rule -> assertThat(rule.source()).contains("Hui and others 1997"));
    }

    @Test
    void other_regions_have_no_formula() {
        assertThat(Formulas.find("forearm", Maker.HOLOGIC, SpineFormulas.HUI_1997))
                .isEmpty();
        assertThat(Formulas.find("lumbar-1", Maker.HOLOGIC, SpineFormulas.HUI_1997))
                .isEmpty();
    }

    @Test
    void the_reference_for_the_total_hip_is_the_published_standardised_one() {
        Formula hologic = find(TOTAL_HIP, Maker.HOLOGIC, SpineFormulas.HUI_1997);

        assertThat(hologic.standardised(0.942)).isEqualTo(955.5, within(A_TENTH));
        assertThat(hologic.slope() * 122).isEqualTo(123.0, within(A_TENTH));
    }

    @Test
    void a_formula_that_cannot_be_inverted_and_a_reference_without_spread_are_refused() {
        Rule rule = new Rule("X", "x", Certainty.UNCONFIRMED);

        assertThatThrownBy(() -> new Formula(rule, TOTAL_HIP, Maker.HOLOGIC, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TScoreReference(rule, TOTAL_HIP, Maker.HOLOGIC, 0.9, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TScoreReference(rule, TOTAL_HIP, Maker.HOLOGIC, 0, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VertebraRules(rule, true, 1.0, 1)).hasMessageContaining("never stands");
        assertThatThrownBy(() -> new VertebraRules(rule, true, 1.0, 5)).hasMessageContaining("at-least");
        assertThatThrownBy(() -> new VertebraRules(rule, true, 0, 2)).hasMessageContaining("difference-above");
    }

    private static void standardised(String region, double bmd, double hologic, double lunar, double norland) {
        assertThat(standardised(region, Maker.HOLOGIC, bmd)).isEqualTo(hologic, within(A_TENTH));
        assertThat(standardised(region, Maker.GE_LUNAR, bmd)).isEqualTo(lunar, within(A_TENTH));
        assertThat(standardised(region, Maker.NORLAND, bmd)).isEqualTo(norland, within(A_TENTH));
    }

    private static double standardised(String region, Maker maker, double bmd) {
        return find(region, maker, SpineFormulas.HUI_1997).standardised(bmd);
    }

    private static Formula find(String region, Maker maker, SpineFormulas spine) {
        return Formulas.find(region, maker, spine).orElseThrow();
    }
}
