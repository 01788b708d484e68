package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The worklist of one patient. */
class NextActionsTest {

    private static List<NextAction> next(Patient patient, String asOf) {
        return NextActions.of(History.of(patient.events()), Programmes.psvf(), LocalDate.parse(asOf), Map.of());
    }

    private static List<String> lines(List<NextAction> actions) {
        return actions.stream()
                .map(one -> (one.overdue() ? "! " : "") + one.type().token() + " " + one.what() + " "
                        + one.rule().id() + (one.due() == null ? "" : " " + one.due()))
                .toList();
    }

    @Test
    void overdue_comes_first_then_by_day_then_what_has_no_day() {
        Patient wrist = born1950()
                .breaks("S525", "2024-01-01")
                .has("episode-opened", "2024-01-05")
                .frax(20, "2024-01-10")
                .laboratoryExcept("2024-01-20")
                .has("drug-dispensed:A12AX", "2024-02-01");

        assertThat(lines(next(wrist, "2024-03-26")))
                .containsExactly(
                        "! step bone-density IOF-4 2024-03-25",
                        "! missing t-score D06 2024-03-25",
                        "! missing weight D16 2024-03-25",
                        "! missing balance D16 2024-03-25",
                        "! advice bone-density D07 2024-03-25",
                        "step treatment IOF-9 2024-04-22",
                        "step prevention IOF-7 2024-04-22",
                        "step handover D25 2024-04-22",
                        "step follow-up-plan PSVF-3 2024-04-22",
                        "step monitoring IOF-8 2024-04-22",
                        "step adherence IOF-10 2024-12-30",
                        "advice calcium-and-vitamin-d-alone SOS-08");
        assertThat(lines(next(wrist, "2024-03-25"))).startsWith("step bone-density IOF-4 2024-03-25");
    }

    @Test
    void advice_that_is_ruled_out_or_in_place_is_nothing_to_do() {
        Patient hip = born1950()
                .breaks("S720", "2024-01-01")
                .has("disease:dysphagia", "2020-01-01")
                .has("drug-dispensed:A12AX", "2024-02-01");

        assertThat(lines(next(hip, "2024-02-10")))
                .contains("advice zoledronate D20 2024-04-22")
                .noneMatch(line -> line.contains("oral-bisphosphonate"))
                .noneMatch(line -> line.contains("advice calcium-and-vitamin-d D23"));
    }

    @Test
    void a_complete_chain_still_has_its_follow_up_and_one_that_ended_has_nothing() {
        Patient treated = born1950().breaks("S720", "2024-01-01").cared().treatedForAYear();
        treated.has("drug-administered:M05BA08", "2025-02-20");
        assertThat(lines(next(treated, "2026-03-01")))
                .contains("! advice bone-density-on-treatment D32 2026-02-20", "advice end-of-course D33 2027-02-20");

        assertThat(next(born1950().breaks("S720", "2024-01-01").dies("2024-01-20"), "2024-06-01"))
                .isEmpty();
    }

    @Test
    void each_action_names_the_chain_the_rule_with_its_source_and_the_evidence() {
        Patient hip = born1950().breaks("S720", "2024-01-01").frax(40, "2024-01-10");
        NextAction step = next(hip, "2024-02-10").stream()
                .filter(one -> one.what().equals("treatment"))
                .findFirst()
                .orElseThrow();

        assertThat(step.fracture()).isEqualTo("Condition/1");
        assertThat(step.rule())
                .isEqualTo(Programmes.psvf().step(StepCode.TREATMENT).rule());
        assertThat(step.step().code()).isEqualTo(StepCode.TREATMENT);
    }

    @Provide
    Arbitrary<List<Event>> patients() {
        return Histories.events();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Histories.days();
    }

    @Provide
    Arbitrary<Guideline> programmes() {
        return Arbitraries.of(Programmes.psvf(), Programmes.skane(), Programmes.psvfWithoutAdvice());
    }

    @Property(tries = 500)
    void any_patient_gets_a_worklist_in_order_that_nothing_dated_later_changes(
            @ForAll("patients") List<Event> events,
            @ForAll("days") LocalDate asOf,
            @ForAll("programmes") Guideline guideline) {
        List<NextAction> actions = NextActions.of(History.of(events), guideline, asOf, Map.of());
        List<Event> known = events.stream()
                .filter(event -> event.day() == null || !event.day().isAfter(asOf))
                .toList();

        assertThat(actions)
                .isSortedAccordingTo(Comparator.comparing((NextAction one) -> !one.overdue())
                        .thenComparing(NextAction::due, Comparator.nullsLast(Comparator.naturalOrder())));
        assertThat(actions).allSatisfy(one -> {
            assertThat(one.overdue()).isEqualTo(one.due() != null && one.due().isBefore(asOf));
            assertThat(one.rule().source()).isNotBlank();
        });
        assertThat(NextActions.of(History.of(known), guideline, asOf, Map.of())).isEqualTo(actions);
    }
}
