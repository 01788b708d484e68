package health.kedja.indicator;

import static health.kedja.indicator.Shipped.question;
import static health.kedja.indicator.Shipped.report;
import static health.kedja.indicator.Shipped.year;
import static health.kedja.indicator.Stratifier.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Coverage.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Not reported is not zero, and a small region is not a silent one. */
class CoverageTest {

    private final People people = new People();

    @Test
    void one_hip_fracture_without_time_of_surgery_does_not_make_a_region_silent() {
        fractures("09", 1);

        Report report = report("SOS-04a", year(2022, REGION), people);

        assertThat(surgery(report, "09")).isEqualTo(new Coverage("09", 2022, "surgery-times", 0, 1, true, false));
        assertThat(surgery(report, "09").standing()).isEqualTo(Standing.TOO_LITTLE_TO_TELL);
        assertThat(report.cells()).isEmpty();
    }

    @Test
    void one_operation_does_not_make_a_region_report() {
        fractures("09", 2);
        operations("09", 1);

        assertThat(standing("09")).isEqualTo(Standing.TOO_LITTLE_TO_TELL);
    }

    @Test
    void months_that_mistakes_cannot_explain_tell() {
        fractures("09", 2);
        fractures("10", 4);
        operations("10", 1);
        fractures("12", 2);
        operations("12", 2);

        assertThat(standing("09")).isEqualTo(Standing.NOT_REPORTED);
        assertThat(standing("10")).isEqualTo(Standing.NOT_REPORTED);
        assertThat(standing("12")).isEqualTo(Standing.REPORTED);
    }

    @Test
    void january_to_march_of_a_year_is_not_reported_and_half_a_year_is_named_as_partial() {
        fractures("10", 12);
        operations("10", 3);
        fractures("12", 12);
        operations("12", 6);

        assertThat(standing("10")).isEqualTo(Standing.NOT_REPORTED);
        assertThat(standing("12")).isEqualTo(Standing.PARTLY_REPORTED);
        assertThat(report("SOS-04a", year(2022), people).whole().counts().denominator())
                .isEqualTo(6);
    }

    @Test
    void a_period_over_two_new_years_is_told_for_each_of_its_years() {
        for (String month :
                new String[] {"2020-11", "2020-12", "2021-01", "2021-02", "2021-03", "2022-01", "2022-02"}) {
            String day = month + "-08";
            people.add().born("1940-01-01").livesIn("12").inHospitalFor("S7200", day, day);
        }
        for (String month : new String[] {"2021-01", "2021-02", "2021-03", "2022-02", "2022-03"}) {
            people.add().born("1940-01-01").livesIn("12").hipOperated(month + "-08T08:00", month + "-08T15:30");
        }

        Report report = report("SOS-04a", question("2020-11-01", "2022-02-28", "2022-12-31", REGION), people);

        assertThat(report.coverage().stream()
                        .filter(each -> each.source().equals("surgery-times"))
                        .toList())
                .containsExactly(
                        new Coverage("12", 2020, "surgery-times", 0, 2, false, true),
                        new Coverage("12", 2021, "surgery-times", 3, 3, true, true),
                        new Coverage("12", 2022, "surgery-times", 1, 2, true, false));
    }

    @Test
    void every_report_says_in_which_months_what_it_counts_was_reported() {
        people.add()
                .born("1950-01-01")
                .livesIn("01", null, "2022-02-28")
                .livesIn("12", "2022-03-01", null)
                .visitsFor("S525", "2022-01-15")
                .dispensed("M05BA04", "2022-02-01")
                .dispensed("M05BA04", "2022-05-01")
                .dispensed("M05BA04", "2022-08-01");

        assertThat(report("SOS-07", year(2022), people).coverage())
                .containsExactly(
                        new Coverage("01", 2022, "drug-dispensed", 1, 12, true, false),
                        new Coverage("01", 2022, "fracture", 1, 12, true, false),
                        new Coverage("12", 2022, "drug-dispensed", 2, 12, true, false),
                        new Coverage("12", 2022, "fracture", 0, 12, true, false));
    }

    @Test
    void every_shipped_indicator_but_those_of_residents_alone_names_its_sources() {
        people.add().born("1950-01-01").livesIn("01").visitsFor("S525", "2022-01-15");

        assertThat(Shipped.ALL.all())
                .allSatisfy(
                        indicator -> assertThat(Evaluation.of(indicator, year(2022), people.cohort(2), new NoChains())
                                        .coverage())
                                .extracting(Coverage::region)
                                .contains("01"));
    }

    @Test
    void a_month_that_is_not_over_is_not_asked_for() {
        people.add()
                .born("1950-01-01")
                .livesIn("01")
                .visitsFor("S525", "2022-01-15")
                .visitsFor("S525", "2022-03-15");

        List<Coverage> coverage = report("SOS-01", question("2022-01-01", "2022-12-31", "2022-03-30"), people)
                .coverage();

        assertThat(coverage).contains(new Coverage("01", 2022, "fracture", 1, 2, true, false));
        assertThat(report("SOS-01", question("2022-01-01", "2022-12-31", "2022-03-31"), people)
                        .coverage())
                .contains(new Coverage("01", 2022, "fracture", 2, 3, true, false));
    }

    private static final class NoChains implements ChainSource {
        @Override
        public Chains chains(
                health.kedja.indicator.cohort.Part part,
                health.kedja.indicator.cohort.Dictionary dictionary,
                ChainNeed need) {
            return new Chains(
                    new int[part.people() + 1],
                    new int[0],
                    new int[0],
                    new String[0],
                    new health.kedja.pathway.ChainType[0],
                    new byte[0],
                    new int[0],
                    new int[0]);
        }
    }

    private Standing standing(String region) {
        return surgery(report("SOS-04a", year(2022), people), region).standing();
    }

    private static Coverage surgery(Report report, String region) {
        return report.coverage().stream()
                .filter(each -> each.region().equals(region) && each.source().equals("surgery-times"))
                .findFirst()
                .orElseThrow();
    }

    private void fractures(String region, int months) {
        for (int month = 1; month <= months; month++) {
            String day = String.format("2022-%02d-08", month);
            people.add().born("1940-01-01").livesIn(region).inHospitalFor("S7200", day, day);
        }
    }

    private void operations(String region, int months) {
        for (int month = 1; month <= months; month++) {
            String day = String.format("2022-%02d-08", month);
            people.add().born("1940-01-01").livesIn(region).hipOperated(day + "T08:00", day + "T15:30");
        }
    }
}
