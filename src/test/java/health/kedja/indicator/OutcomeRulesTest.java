package health.kedja.indicator;

import static health.kedja.indicator.Shipped.counts;
import static health.kedja.indicator.Shipped.report;
import static health.kedja.indicator.Shipped.year;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.statistics.Method;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeRulesTest {

    private static final Question Y2021 = year(2021);

    @ParameterizedTest
    @CsvSource({"2021-06-14, 0", "2021-06-15, 1", "2022-06-15, 1", "2022-06-16, 0"})
    void a_drug_counts_from_the_day_of_the_fracture_to_the_same_day_a_year_later(String day, int counted) {
        assertThat(counts("SOS-07", Y2021, broken().dispensed("M05BA04", day)).numerator())
                .isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"M05BA04, 1", "M05BA06, 0", "M05BX04, 1", "G03XC01, 1", "A12AX, 0"})
    void the_drugs_are_those_of_the_list(String atc, int counted) {
        assertThat(counts("SOS-07", Y2021, broken().dispensed(atc, "2021-09-01"))
                        .numerator())
                .isEqualTo(counted);
    }

    @Test
    void a_drug_given_in_a_clinic_counts_only_in_the_counterpart_and_a_prescription_never_fetched_in_neither() {
        Life given = broken().given("M05BA08", "2021-09-01");
        Life ordered = broken().has(Kind.DRUG_ORDERED, "2021-09-01", "M05BX04");

        assertThat(counts("SOS-07", Y2021, given).numerator()).isZero();
        assertThat(counts("SOS-07-K", Y2021, given).numerator()).isEqualTo(1);
        assertThat(counts("SOS-07-K", Y2021, ordered).numerator()).isZero();
    }

    @Test
    void in_the_regional_version_a_drug_given_counts_at_a_visit_for_the_disease() {
        Life alone = broken().given("M05BA08", "2021-09-01");
        Life atVisit = broken();
        atVisit.contact("AMB", "2021-09-01", "2021-09-01", "S525", true).givenAtTheLastContact("M05BA08");

        assertThat(counts("VGR-01", Y2021, alone).numerator()).isZero();
        assertThat(counts("VGR-01", Y2021, atVisit).numerator()).isEqualTo(1);
        assertThat(counts("VGR-01-R", Y2021, atVisit).numerator()).isZero();
    }

    @Test
    void calcium_and_vitamin_d_count_together_and_without_bone_drug() {
        Life combined = broken().dispensed("A12AX01", "2022-01-15");
        Life two = broken().dispensed("A12AA04", "2022-01-15").dispensed("A11CC05", "2022-02-15");
        Life calciumAlone = broken().dispensed("A12AA04", "2022-01-15");
        Life early = broken().dispensed("A12AX01", "2021-12-14");
        Life firstDay = broken().dispensed("A12AX01", "2021-12-15");
        Life withDrug = broken().dispensed("A12AX01", "2022-01-15").dispensed("M05BA04", "2022-03-01");
        Life withCortisone = broken().dispensed("A12AX01", "2022-01-15").dispensed("H02AB06", "2022-03-01");
        Life drugEarlier = broken().dispensed("A12AX01", "2022-01-15").dispensed("M05BA04", "2021-07-01");

        assertThat(counts("SOS-08", Y2021, combined).numerator()).isEqualTo(1);
        assertThat(counts("SOS-08", Y2021, two).numerator()).isEqualTo(1);
        assertThat(counts("SOS-08", Y2021, calciumAlone).numerator()).isZero();
        assertThat(counts("SOS-08", Y2021, early).numerator()).isZero();
        assertThat(counts("SOS-08", Y2021, firstDay).numerator()).isEqualTo(1);
        assertThat(counts("SOS-08", Y2021, withDrug).numerator()).isZero();
        assertThat(counts("SOS-08", Y2021, withCortisone).numerator()).isZero();
        assertThat(counts("SOS-08", Y2021, drugEarlier).numerator()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-06-20, 1",
        "2021-06-16, 1",
        "2022-06-20, 1",
        "2022-06-21, 0",
    })
    void mortality_is_counted_for_365_days_from_discharge(String died, int counted) {
        Life life = new Life()
                .born("1940-01-01")
                .inHospitalFor("S7200", "2021-06-15", "2021-06-20")
                .died(died);

        assertThat(counts("SOS-05", Y2021, life).numerator()).isEqualTo(counted);
    }

    @Test
    void who_is_dead_before_the_fracture_is_left_out_of_mortality() {
        Life life = new Life()
                .born("1940-01-01")
                .inHospitalFor("S7200", "2021-06-15", "2021-06-20")
                .died("2021-06-14");

        assertThat(counts("SOS-05", Y2021, life)).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-06-15T12:00, 2021-06-16T12:00, 1, 1",
        "2021-06-15T12:00, 2021-06-16T12:01, 0, 1",
        "2021-06-15T12:00, 2021-06-17T12:00, 0, 1",
        "2021-06-15T12:00, 2021-06-17T12:01, 0, 0",
        "2021-06-15T23:59, 2021-06-16T00:00, 1, 1",
    })
    void hours_count_from_arrival_to_the_start_of_the_operation(String arrival, String start, int in24, int in48) {
        Life life = new Life().born("1940-01-01").hipOperated(arrival, start);

        assertThat(counts("SOS-04a", Y2021, life).numerator()).isEqualTo(in24);
        assertThat(counts("SOS-04b", Y2021, life).numerator()).isEqualTo(in48);
    }

    @Test
    void an_operation_without_a_time_of_day_is_not_counted() {
        assertThat(counts(
                        "SOS-04a", Y2021, new Life().born("1940-01-01").hipOperated("2021-06-15", "2021-06-15T12:00")))
                .isEqualTo(Counts.NOTHING);
        assertThat(counts(
                        "SOS-04a", Y2021, new Life().born("1940-01-01").hipOperated("2021-06-15T12:00", "2021-06-15")))
                .isEqualTo(Counts.NOTHING);
    }

    @Test
    void the_hip_registry_counts_from_fifteen_years() {
        Life fifteen = new Life().born("2006-06-15").hipOperated("2021-06-15T12:00", "2021-06-16T12:00");

        assertThat(counts("RH-24", Y2021, fifteen).numerator()).isEqualTo(1);
        assertThat(counts("SOS-04a", Y2021, fifteen).initialPopulation()).isZero();
    }

    @Test
    void the_old_version_leaves_out_who_died_in_the_year_after_the_care_episode() {
        Life treated = old().dispensed("M05BA04", "2021-12-20");
        Life early = old().dispensed("M05BA04", "2021-12-19");
        Life dead = old().dispensed("M05BA04", "2021-12-20").died("2022-06-20");
        Life diedLater = old().dispensed("M05BA04", "2021-12-20").died("2022-06-21");

        assertThat(counts("SOS-07old", Y2021, treated).numerator()).isEqualTo(1);
        assertThat(counts("SOS-07old", Y2021, early).numerator()).isZero();
        assertThat(counts("SOS-07old", Y2021, dead).denominatorExclusion()).isEqualTo(1);
        assertThat(counts("SOS-07old", Y2021, diedLater).numerator()).isEqualTo(1);
    }

    @Test
    void the_diagnosis_counts_in_the_calendar_year_of_the_fracture() {
        Life sameYear = broken().contact("AMB", "2021-01-01", "2021-01-01", "S620", false)
                .osteoporosisAtTheLastContact("M819");
        Life nextYear = broken().contact("AMB", "2022-01-01", "2022-01-01", "S620", false)
                .osteoporosisAtTheLastContact("M819");

        assertThat(counts("SOS-10", Y2021, sameYear).numerator()).isEqualTo(1);
        assertThat(counts("SOS-10", Y2021, nextYear).numerator()).isZero();
    }

    @Test
    void coordinators_have_a_year() {
        assertThat(counts("SOS-01", Y2021, broken().has(Kind.COORDINATOR_ASSESSMENT, "2022-06-15", null))
                        .numerator())
                .isEqualTo(1);
        assertThat(counts("SOS-01", Y2021, broken().has(Kind.COORDINATOR_ASSESSMENT, "2022-06-16", null))
                        .numerator())
                .isZero();
        assertThat(counts("SOS-12", Y2021, broken().has(Kind.RISK_ASSESSMENT, "2021-09-08", "without-bmd"))
                        .numerator())
                .isEqualTo(1);
    }

    @Test
    void days_to_diagnosis_have_median_and_quartiles_of_those_diagnosed() {
        People people = new People();
        for (int days = 1; days <= 101; days++) {
            Life life = people.add().born("1950-01-01").visitsFor("S525", "2021-01-01");
            life.dispensed("M05BA04", LocalDate.of(2021, 1, 1).plusDays(days).toString());
        }
        people.add().born("1950-01-01").visitsFor("S525", "2021-01-01");

        Cell whole = report("SOS-11", Y2021, people).whole();

        assertThat(whole.counts().initialPopulation()).isEqualTo(102);
        assertThat(whole.counts().denominatorExclusion()).isEqualTo(1);
        assertThat(whole.score().orElseThrow().value()).isEqualTo(51);
        assertThat(whole.score().orElseThrow().method()).isEqualTo(Method.ORDER_STATISTIC);
        assertThat(whole.lowerQuartile().orElseThrow().value()).isEqualTo(26);
        assertThat(whole.upperQuartile().orElseThrow().value()).isEqualTo(76);
    }

    @Test
    void the_requisition_share_is_of_days_of_treatment() {
        People people = new People();
        people.add().born("1950-01-01").given("M05BA08", "2021-03-01");
        people.add().born("1950-01-01").dispensed("M05BA04", "2021-03-01", 98);
        people.add().born("1950-01-01").dispensed("M05BA04", "2021-09-01", Double.NaN);

        Cell whole = report("SOS-09", Y2021, people).whole();

        assertThat(whole.counts()).isEqualTo(new Counts(3, 1, 0, 2, 1, 0, 463, 365));
        assertThat(whole.score().orElseThrow().value()).isEqualTo(365.0 / 463);
    }

    private static Life broken() {
        return new Life().born("1950-01-01").visitsFor("S525", "2021-06-15");
    }

    private static Life old() {
        return new Life().born("1950-01-01").inHospitalFor("S7200", "2021-06-15", "2021-06-20");
    }
}
