package health.kedja.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every record of drugs, however strange. */
class TreatmentCourseProperties {

    private static final Guideline EVERY_DAY_IS_A_GAP = Programmes.psvfWith("  gap-days: 30", "  gap-days: 0");

    @Provide
    Arbitrary<List<Event>> patients() {
        Arbitrary<Event> supplies = Combinators.combine(
                        Arbitraries.of(
                                Kind.DRUG_DISPENSED,
                                Kind.DRUG_DISPENSED,
                                Kind.DRUG_ADMINISTERED,
                                Kind.DRUG_STATED,
                                Kind.DRUG_ORDERED),
                        Histories.days(),
                        Arbitraries.of("M05BA04", "M05BB03", "M05BA07", "M05BA08", "M05BX04", "H05AA02", "A12AX"),
                        Arbitraries.integers().between(-5, 400),
                        Arbitraries.integers().between(1, 30))
                .as((kind, day, atc, days, number) -> {
                    Event event = Event.of(kind, day, "Drug/" + number).withCode(atc);
                    return switch (kind) {
                        case DRUG_DISPENSED -> days < 0 ? event : event.withValue(days);
                        case DRUG_STATED -> days < 0 ? event : event.withEnd(day.plusDays(days));
                        default -> event;
                    };
                });
        return Combinators.combine(supplies.list().ofMaxSize(20), Histories.events())
                .as((drugs, others) -> {
                    List<Event> all = new ArrayList<>(drugs);
                    all.addAll(others);
                    return all;
                });
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Histories.days();
    }

    @Property(tries = 1000)
    void no_more_days_are_covered_than_there_are_and_the_possession_ratio_is_no_less(
            @ForAll("patients") List<Event> events, @ForAll("days") LocalDate asOf) {
        for (TreatmentCourse course : evaluate(events, asOf)) {
            if (course.start() != null) {
                for (Adherence adherence : List.of(course.adherence(), course.lastYear())) {
                    assertThat(adherence.coveredDays()).isBetween(0, adherence.days());
                    assertThat(adherence.suppliedDays()).isGreaterThanOrEqualTo(adherence.coveredDays());
                    assertThat(adherence.possessionRatio()).isGreaterThanOrEqualTo(adherence.proportionOfDaysCovered());
                }
                assertThat(course.lastYear().days()).isBetween(1, 365);
                assertThat(course.adherence().days())
                        .isEqualTo(
                                course.lastDay().toEpochDay() - course.start().toEpochDay() + 1);
                assertThat(course.lastDay()).isBeforeOrEqualTo(asOf);
                assertThat(course.evidence()).isNotEmpty();
            }
        }
    }

    @Property(tries = 1000)
    void covered_days_and_gaps_add_up_to_the_course(
            @ForAll("patients") List<Event> events, @ForAll("days") LocalDate asOf) {
        for (TreatmentCourse course : TreatmentCourses.of(History.of(events), EVERY_DAY_IS_A_GAP, asOf)) {
            int gaps = course.gaps().stream().mapToInt(TreatmentGap::days).sum();
            if (course.start() != null) {
                assertThat(course.adherence().coveredDays() + gaps)
                        .isEqualTo(course.adherence().days());
            }
        }
    }

    @Property(tries = 1000)
    void adherence_over_switches_is_no_less_than_that_of_each_course_and_no_more_than_all(
            @ForAll("patients") List<Event> events, @ForAll("days") LocalDate asOf) {
        Treatment treatment = treatment(events, asOf);
        for (TreatmentAdherence one : treatment.adherence()) {
            assertThat(one.whole().covered()).isBetween(0, one.whole().days());
            assertThat(one.lastYear().covered()).isBetween(0, one.lastYear().days());
            assertThat(one.lastDay()).isBetween(one.start(), asOf);
            assertThat(one.drugs()).isNotEmpty().doesNotHaveDuplicates();
        }
        for (TreatmentCourse course : treatment.courses()) {
            if (course.treatmentStart() != null) {
                for (String drugClass : new String[] {null, course.drugClass()}) {
                    List<TreatmentAdherence> around = treatment.adherence().stream()
                            .filter(one -> Objects.equals(one.drugClass(), drugClass))
                            .filter(one -> !one.start().isAfter(course.start())
                                    && !one.lastDay().isBefore(course.lastDay()))
                            .toList();
                    assertThat(around).hasSize(1);
                    assertThat(around.get(0).drugs()).contains(course.drug());
                    assertThat(around.get(0).evidence()).containsAll(course.evidence());
                    assertThat(around.get(0).whole().covered())
                            .isGreaterThanOrEqualTo(course.adherence().coveredDays());
                }
            }
        }
    }

    @Property(tries = 1000)
    void a_course_says_one_thing(@ForAll("patients") List<Event> events, @ForAll("days") LocalDate asOf) {
        for (TreatmentCourse course : evaluate(events, asOf)) {
            boolean running = course.end() == null;
            assertThat(course.stopped() == null).isEqualTo(running);
            assertThat(course.switchedTo() != null).isEqualTo(course.status() == CourseStatus.SWITCHED);
            assertThat(course.end() == CourseEnd.SWITCH).isEqualTo(course.status() == CourseStatus.SWITCHED);
            switch (course.status()) {
                case ORDERED, ONGOING, OVERDUE -> assertThat(running).isTrue();
                default -> assertThat(running).isFalse();
            }
            if (course.start() != null) {
                assertThat(course.classStart()).isBeforeOrEqualTo(course.start());
                assertThat(course.lastDay()).isAfterOrEqualTo(course.start());
            }
            assertThat(course.notices())
                    .allSatisfy(notice -> assertThat(notice.since()).isBeforeOrEqualTo(asOf.plusDays(1)));
        }
    }

    @Property(tries = 1000)
    void the_answer_does_not_depend_on_anything_dated_later(
            @ForAll("patients") List<Event> events, @ForAll("days") LocalDate asOf) {
        List<Event> known = events.stream()
                .filter(event -> event.day() == null || !event.day().isAfter(asOf))
                .toList();

        assertThat(treatment(events, asOf)).isEqualTo(treatment(known, asOf));
    }

    @Property(tries = 1000)
    void order_and_duplicates_make_no_difference(
            @ForAll("patients") List<Event> events, @ForAll("days") LocalDate asOf, @ForAll long seed) {
        List<Event> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(treatment(shuffled, asOf)).isEqualTo(treatment(events, asOf));
    }

    @Property(tries = 500)
    void measures_too_depend_on_nothing_later_and_on_no_order(
            @ForAll("patients") List<Event> events, @ForAll("days") LocalDate asOf, @ForAll long seed) {
        List<Event> shuffled = new ArrayList<>(events);
        shuffled.removeIf(event -> event.day() != null && event.day().isAfter(asOf));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(measures(shuffled, asOf)).isEqualTo(measures(events, asOf));
    }

    private static List<List<PreventionMeasure>> measures(List<Event> events, LocalDate asOf) {
        History history = History.of(events);
        Guideline guideline = Programmes.psvf();
        return FractureChain.evaluate(history, guideline, asOf).chains().stream()
                .map(chain -> PreventionMeasures.of(history, guideline, chain, asOf))
                .toList();
    }

    private static Treatment treatment(List<Event> events, LocalDate asOf) {
        return Treatment.of(History.of(events), Programmes.psvf(), asOf);
    }

    private static List<TreatmentCourse> evaluate(List<Event> events, LocalDate asOf) {
        return TreatmentCourses.of(History.of(events), Programmes.psvf(), asOf);
    }
}
