package health.kedja.indicator;

import static health.kedja.indicator.Shipped.suppressing;
import static health.kedja.indicator.Shipped.year;
import static health.kedja.indicator.Stratifier.REGION;
import static health.kedja.indicator.Stratifier.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import health.kedja.indicator.completeness.Completeness;
import health.kedja.indicator.completeness.CompletenessReport;
import health.kedja.indicator.completeness.CompletenessReport.Verdict;
import health.kedja.indicator.completeness.Field;
import health.kedja.indicator.statistics.LevelBand;
import health.kedja.pathway.Certainty;
import health.kedja.pathway.Kind;
import health.kedja.server.IndicatorFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final Completeness IOF = find("IOF-11");
    private static final Completeness RCP = find("RCP-1");
    private static final int FIELDS = 17;

    private final People people = new People();

    @Test
    void the_lists_of_fields_are_marked_as_unconfirmed_and_the_rule_as_confirmed() {
        assertThat(RCP.fields()).hasSize(FIELDS);
        assertThat(RCP.fields()).allMatch(field -> field.basis().certainty() == Certainty.UNCONFIRMED);
        assertThat(RCP.rule().orElseThrow().basis().certainty()).isEqualTo(Certainty.CONFIRMED);
        assertThat(IOF.levels().orElseThrow().basis().certainty()).isEqualTo(Certainty.CONFIRMED);
        assertThat(IOF.fields().stream()
                        .flatMap(field -> field.neededBy().stream())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "IOF-1", "IOF-2", "IOF-3", "IOF-4", "IOF-5", "IOF-6", "IOF-7", "IOF-8", "IOF-9", "IOF-10");
    }

    @Test
    void a_bare_fracture_leaves_the_fields_empty_and_a_full_record_fills_them() {
        fracture("12");
        full("12");

        CompletenessReport report = RCP.evaluate(year(2021), people.cohort(2));

        assertThat(report.fields()).hasSize(FIELDS);
        report.fields()
                .forEach((field, own) -> assertThat(own.whole().counts().numerator())
                        .as(field)
                        .isEqualTo(
                                List.of("birth", "region", "fracture-day", "fracture-site")
                                                .contains(field)
                                        ? 2
                                        : 1));
        assertThat(report.fields().keySet())
                .containsExactlyElementsOf(
                        RCP.fields().stream().map(Field::code).toList());
    }

    @Test
    void what_was_decided_against_is_recorded() {
        fracture("12").has(Kind.NOT_DONE, "2021-07-01", "bone-density-scan");

        assertThat(filled(RCP, "bone-density")).isEqualTo(1);
        assertThat(filled(RCP, "treatment-decision")).isZero();
    }

    @Test
    void an_unknown_sex_is_missing() {
        fracture("12").sex("unknown");
        assertThat(filled(RCP, "sex")).isZero();

        fracture("12").sex("female");
        assertThat(filled(RCP, "sex")).isEqualTo(1);
    }

    @Test
    void the_spine_has_no_side() {
        people.add().born("1950-01-01").livesIn("12").visitsFor("S320", "2021-06-15");

        assertThat(filled(RCP, "laterality")).isEqualTo(1);
    }

    @Test
    void a_fracture_code_without_site_fills_no_site() {
        people.add().born("1950-01-01").livesIn("12").visitsFor("M809", "2021-06-15");

        assertThat(filled(RCP, "fracture-site")).isZero();
    }

    @Test
    void five_poor_fields_break_the_rule_and_four_keep_it() {
        // In region 01 one of five lacks what a full record has: 20 % missing is not above 20 %.
        for (int i = 0; i < 4; i++) {
            full("01");
        }
        fracture("01");
        fracture("03");
        for (int i = 0; i < 3; i++) {
            full("03");
        }

        CompletenessReport report = RCP.evaluate(year(2021, REGION, YEAR), people.cohort(2));

        assertThat(report.verdicts())
                .extracting(Verdict::stratum, Verdict::poor, Verdict::kept)
                .containsExactly(
                        tuple(Map.of(), 13, Optional.of(false)),
                        tuple(Map.of(REGION, "01", YEAR, "2021"), 0, Optional.of(true)),
                        tuple(Map.of(REGION, "03", YEAR, "2021"), 13, Optional.of(false)));
    }

    @Test
    void fields_that_are_withheld_decide_nothing() {
        for (int i = 0; i < 40; i++) {
            full("01");
            full("03");
        }
        fracture("03");
        fracture("01");

        Verdict verdict = RCP.evaluate(suppressing(year(2021, REGION), 5), people.cohort(2))
                .verdicts()
                .get(1);

        assertThat(verdict.untold()).isEqualTo(13);
        assertThat(verdict.kept()).isEmpty();
    }

    @Test
    void an_indicator_is_complete_when_all_its_fields_are() {
        fracture("12").has(Kind.FOLLOW_UP_CONTACT, "2021-08-01", null);
        fracture("12").has(Kind.FOLLOW_UP_CONTACT, "2021-08-01", null).dispensed("M05BA04", "2021-08-01");

        CompletenessReport report = IOF.evaluate(year(2021), people.cohort(1));

        assertThat(report.indicators().get("IOF-8").whole().counts().numerator())
                .isEqualTo(1);
        assertThat(report.indicators().get("IOF-6").whole().counts().numerator())
                .isEqualTo(1);
        assertThat(report.verdicts()).isEmpty();
        assertThat(health.kedja.indicator.comparison.Comparison.of(
                                report.indicators().get("IOF-8"))
                        .whole()
                        .band())
                .contains(LevelBand.MIDDLE);
    }

    @Test
    void completeness_is_not_told_by_type_of_chain() {
        fracture("12");

        assertThatThrownBy(() -> RCP.evaluate(year(2021, Stratifier.CHAIN_TYPE), people.cohort(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The completeness of fields cannot be told by chain-type");
    }

    private long filled(Completeness definition, String field) {
        return definition
                .evaluate(year(2021), people.cohort(1))
                .fields()
                .get(field)
                .whole()
                .counts()
                .numerator();
    }

    private Life fracture(String region) {
        return people.add().born("1950-01-01").livesIn(region).breaks("S7200", "2021-06-15");
    }

    private void full(String region) {
        people.add()
                .born("1950-01-01")
                .sex("male")
                .livesIn(region)
                .visitsFor("S7200", "2021-06-15")
                .sided("left")
                .has(Kind.CIRCUMSTANCE, "2021-06-15", "W010")
                .has(Kind.FRAX_MAJOR, "2021-07-01", "without-bmd")
                .has(Kind.BONE_DENSITY_SCAN, "2021-07-01", null)
                .has(Kind.VERTEBRAL_FRACTURE_ASSESSMENT, "2021-07-01", "no-fracture")
                .has(Kind.LABORATORY_RESULT, "2021-07-01", "egfr")
                .has(Kind.FALL_RISK_ASSESSMENT, "2021-07-01", null)
                .dispensed("M05BA04", "2021-07-20")
                .has(Kind.TRAINING, "2021-08-01", null)
                .has(Kind.FOLLOW_UP_CONTACT, "2021-09-01", null);
    }

    private static Completeness find(String id) {
        return IndicatorFiles.loadCompleteness().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
