package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People of whom it can be said by hand what they count for. */
class TruthTest {

    private static final LocalDate END = LocalDate.of(2022, 12, 31);
    private static final LocalDate MARCH = LocalDate.of(2018, 3, 10);

    private final List<Fact> facts =
            new ArrayList<>(List.of(new Fact.Home("Patient/p", LocalDate.of(1940, 5, 1), null, "12", "1280")));
    private LocalDate death;
    private int number;

    @Test
    void a_drug_on_the_last_day_of_the_year_after_the_fracture_counts_and_one_the_day_after_does_not() {
        fracture(MARCH, Bone.WRIST, "EMER", MARCH);
        dispensed(MARCH.plusMonths(12), "M05BA04");
        assertThat(whole("SOS-07").numerator()).isEqualTo(1);

        facts.removeIf(Fact.Supply.class::isInstance);
        dispensed(MARCH.plusMonths(12).plusDays(1), "M05BA04");
        assertThat(whole("SOS-07").numerator()).isZero();
        assertThat(whole("SOS-07").denominator()).isEqualTo(1);
    }

    @Test
    void what_is_given_in_clinic_counts_only_beside_prescriptions() {
        fracture(MARCH, Bone.WRIST, "EMER", MARCH);
        Fact.Visit visit = visit("AMB", MARCH.plusDays(40), MARCH.plusDays(40), null);
        facts.add(new Fact.Supply("Procedure/z", MARCH.plusDays(40), "M05BA08", 365, true, visit));

        assertThat(whole("SOS-07").numerator()).isZero();
        assertThat(whole("SOS-07-K").numerator()).isEqualTo(1);
        assertThat(whole("VGR-01").numerator())
                .as("the visit has no diagnosis of bone")
                .isZero();
    }

    @Test
    void a_fracture_exactly_ten_years_earlier_leaves_the_new_one_first_and_a_day_later_does_not() {
        fracture(MARCH.minusYears(10), Bone.HIP, "IMP", MARCH.minusYears(10).plusDays(4));
        fracture(MARCH, Bone.WRIST, "EMER", MARCH);
        assertThat(whole("SOS-07").initialPopulation()).isEqualTo(1);

        fracture(
                MARCH.minusYears(10).plusDays(1),
                Bone.WRIST,
                "EMER",
                MARCH.minusYears(10).plusDays(1));
        assertThat(whole("SOS-07").initialPopulation()).isZero();
        assertThat(whole("SOS-06a").initialPopulation()).isEqualTo(1);
    }

    @Test
    void a_fracture_three_months_after_discharge_is_new_and_one_the_day_before_is_the_same() {
        LocalDate discharge = MARCH.plusDays(9);
        fracture(MARCH, Bone.HIP, "IMP", discharge);
        fracture(discharge.plusMonths(3), Bone.WRIST, "EMER", discharge.plusMonths(3));
        assertThat(whole("SOS-06a").numerator()).isEqualTo(1);
        assertThat(whole("SOS-06b").numerator()).isEqualTo(1);
        assertThat(whole("SOS-06a").personDays()).isEqualTo(3 * 365 + 1);

        fracture(
                discharge.plusMonths(3).minusDays(1),
                Bone.WRIST,
                "EMER",
                discharge.plusMonths(3).minusDays(1));
        assertThat(whole("SOS-06a").numerator())
                .as("a day too early, and the next follows it")
                .isZero();
    }

    @Test
    void days_at_risk_end_with_death() {
        fracture(MARCH, Bone.WRIST, "EMER", MARCH);
        death = MARCH.plusDays(100);

        assertThat(whole("SOS-06a").personDays()).isEqualTo(100);
    }

    @Test
    void death_is_counted_from_discharge_to_the_365th_day() {
        LocalDate discharge = MARCH.plusDays(9);
        fracture(MARCH, Bone.HIP, "IMP", discharge);
        death = discharge.plusDays(365);
        assertThat(whole("SOS-05")).isEqualTo(new Counts(1, 0, 0, 1, 1, 0, 0, 0));

        death = discharge.plusDays(366);
        assertThat(whole("SOS-05")).isEqualTo(new Counts(1, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void follow_up_beyond_the_end_of_data_is_pending() {
        fracture(MARCH, Bone.WRIST, "EMER", MARCH);

        Counts early = of(MARCH.plusMonths(12).minusDays(1)).get("SOS-07").whole();

        assertThat(early).isEqualTo(new Counts(1, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void surgery_after_exactly_24_hours_is_in_time_and_a_minute_later_is_not() {
        Fact.Visit visit = fracture(MARCH, Bone.HIP, "IMP", MARCH.plusDays(5));
        facts.add(new Fact.Surgery("Procedure/1", MARCH.plusDays(1), visit.minute(), "NFJ59", visit));
        assertThat(whole("SOS-04a").numerator()).isEqualTo(1);

        facts.removeIf(Fact.Surgery.class::isInstance);
        facts.add(new Fact.Surgery("Procedure/1", MARCH.plusDays(1), visit.minute() + 1, "NFJ59", visit));
        assertThat(whole("SOS-04a").numerator()).isZero();
        assertThat(whole("SOS-04b").numerator()).isEqualTo(1);

        facts.removeIf(Fact.Surgery.class::isInstance);
        facts.add(new Fact.Surgery("Procedure/1", MARCH, -1, "NFJ59", visit));
        assertThat(whole("SOS-04b")).as("no time of day").isEqualTo(Counts.NOTHING);
    }

    @Test
    void a_stay_from_january_to_march_is_ninety_days_and_its_hip_fracture_counts() {
        facts.add(new Fact.CareHome("EpisodeOfCare/1", LocalDate.of(2018, 1, 1), LocalDate.of(2018, 3, 31)));
        fracture(MARCH, Bone.HIP, "IMP", MARCH.plusDays(5));

        assertThat(whole("SOS-03")).isEqualTo(new Counts(1, 0, 0, 1, 1, 90, 0, 0));
    }

    @Test
    void time_to_diagnosis_takes_the_first_of_diagnosis_and_drug() {
        fracture(MARCH, Bone.WRIST, "EMER", MARCH);
        dispensed(MARCH.plusDays(200), "M05BA04");
        facts.add(new Fact.Osteoporosis("Condition/o", MARCH.plusDays(20), "M810", null, 0));

        assertThat(of(END).get("SOS-11").values(stratum -> true))
                .as("the diagnosis of primary care is not in the register")
                .containsExactly(200);
    }

    @Test
    void calcium_alone_is_counted_and_with_glucocorticoid_it_is_not() {
        fracture(MARCH, Bone.WRIST, "EMER", MARCH);
        dispensed(MARCH.plusMonths(7), "A12AA04");
        assertThat(whole("SOS-08").numerator()).isZero();
        dispensed(MARCH.plusMonths(8), "A11CC05");
        assertThat(whole("SOS-08").numerator()).isEqualTo(1);
        dispensed(MARCH.plusMonths(9), "H02AB06");
        assertThat(whole("SOS-08").numerator()).isZero();
    }

    @Test
    void the_regions_and_sexes_and_ages_together_are_the_whole() {
        SyntheticPopulation population = new SyntheticPopulation(20_000, 5, Country.SE);
        Map<String, TrueCounts> truth = Truth.of(population.stream(), 2022, population.endOfData());

        assertThat(truth.keySet()).containsExactlyInAnyOrderElementsOf(Truth.INDICATORS);
        truth.values().forEach(indicator -> {
            Counts regions = Country.SE.regions().stream()
                    .filter(region -> !indicator.notReported().contains(region.code()))
                    .map(region -> indicator.sum(stratum -> stratum.region().equals(region.code())))
                    .reduce(Counts.NOTHING, Counts::plus);
            assertThat(regions).as(indicator.indicator()).isEqualTo(indicator.whole());
            indicator.cells().values().forEach(cell -> {
                assertThat(cell.personDays()).isNotNegative();
                assertThat(cell.initialPopulation())
                        .isEqualTo(cell.denominatorExclusion() + cell.pending() + cell.denominator());
            });
        });
        assertThat(truth.get("SOS-04a").sum(stratum -> stratum.region().equals("24")))
                .isEqualTo(Counts.NOTHING);
    }

    @Test
    void the_regions_that_reported_no_operations_in_2022_are_seen_in_the_record() {
        // Many fractures, so that there is somebody to operate in every month and region.
        Rates rates = Rates.national().with(Figure.FRACTURES_WOMEN, 20).with(Figure.FRACTURES_MEN, 20);
        SyntheticPopulation year = new SyntheticPopulation(40_000, 5, Country.SE, 2022, 2022, rates);

        Map<String, TrueCounts> truth = Truth.of(year.stream().parallel(), 2022, year.endOfData());

        assertThat(truth.get("SOS-04a").notReported()).containsExactly("03", "10", "23", "24", "25");
        assertThat(truth.get("SOS-05").notReported()).isEmpty();
    }

    private Counts whole(String indicator) {
        return of(END).get(indicator).whole();
    }

    private Map<String, TrueCounts> of(LocalDate endOfData) {
        SyntheticPerson person = new SyntheticPerson(
                "p", 0, LocalDate.of(1940, 5, 1), "female", "SE", null, "Organization/1", death, facts);
        return Truth.of(Stream.of(person), 2018, endOfData);
    }

    private Fact.Visit fracture(LocalDate day, Bone bone, String patientClass, LocalDate last) {
        String source = "Condition/" + number++;
        Fact.Visit visit = visit(patientClass, day, last, source);
        facts.add(new Fact.Fracture(source, day, bone, visit, null, null, null, 0, null));
        return visit;
    }

    private Fact.Visit visit(String patientClass, LocalDate day, LocalDate last, String main) {
        Fact.Visit visit =
                new Fact.Visit("Encounter/" + number++, day, last, 600, patientClass, "Organization/clinic-12-0", main);
        facts.add(visit);
        return visit;
    }

    private void dispensed(LocalDate day, String atc) {
        facts.add(new Fact.Supply("MedicationDispense/" + number++, day, atc, 90, false, null));
    }
}
