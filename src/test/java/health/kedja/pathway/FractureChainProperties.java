package health.kedja.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every patient, however strange the record. */
class FractureChainProperties {

    @Provide
    Arbitrary<List<Event>> patients() {
        return Histories.events();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Histories.days();
    }

    @Provide
    Arbitrary<Guideline> guidelines() {
        return Arbitraries.of(
                Programmes.psvf(), Programmes.skane(), Programmes.svos(), Programmes.denmark(), Programmes.iof());
    }

    @Property(tries = 1000)
    void every_step_says_one_thing(
            @ForAll("patients") List<Event> events,
            @ForAll("guidelines") Guideline guideline,
            @ForAll("days") LocalDate asOf) {
        for (FractureChain chain : evaluate(events, guideline, asOf).chains()) {
            assertThat(chain.steps()).extracting(Step::code).containsExactly(StepCode.values());
            assertThat(chain.completion()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(chain.status() == ChainStatus.ENDED).isEqualTo(chain.endReason() != null);
            for (Step step : chain.steps()) {
                switch (step.status()) {
                    case DONE -> {
                        assertThat(step.done()).isNotNull().isBeforeOrEqualTo(asOf);
                        assertThat(step.onTime()).isEqualTo(!step.done().isAfter(step.due()));
                        assertThat(step.evidence()).isNotEmpty().doesNotHaveDuplicates();
                    }
                    case DUE -> assertThat(step.due()).isAfterOrEqualTo(asOf);
                    case OVERDUE -> assertThat(step.due()).isBefore(asOf);
                    case NOT_APPLICABLE -> {
                        assertThat(step.reason()).isNotNull();
                        assertThat(step.due()).isNull();
                        assertThat(step.evidence())
                                .hasSize(
                                        switch (step.reason()) {
                                            case DECLINED,
                                                    CONTRAINDICATED,
                                                    UNABLE,
                                                    OTHER_REASON,
                                                    LIMITED_LIFE_EXPECTANCY -> 1;
                                            case NOT_INDICATED ->
                                                step.evidence().isEmpty() ? 0 : 1;
                                            default -> 0;
                                        });
                    }
                }
                if (step.status() != StepStatus.DONE) {
                    assertThat(step.done()).isNull();
                    assertThat(step.onTime()).isNull();
                }
                assertThat(step.rule()).isNotBlank();
            }
        }
    }

    @Property(tries = 1000)
    void every_fracture_is_in_one_chain_or_excluded(
            @ForAll("patients") List<Event> events,
            @ForAll("guidelines") Guideline guideline,
            @ForAll("days") LocalDate asOf) {
        ChainReport report = evaluate(events, guideline, asOf);
        List<String> placed = new ArrayList<>();
        report.chains().forEach(chain -> placed.add(chain.indexFracture()));
        report.excluded().forEach(excluded -> placed.add(excluded.fracture()));

        assertThat(placed)
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .filter(event -> event.kind() == Kind.FRACTURE || event.kind() == Kind.UNCONFIRMED_FRACTURE)
                        .filter(event -> event.day() == null || !event.day().isAfter(asOf))
                        .map(Event::source)
                        .distinct()
                        .toList());
        report.excluded().stream()
                .filter(excluded -> excluded.reason() != ExclusionReason.SAME_EPISODE)
                .forEach(excluded -> assertThat(report.chains())
                        .noneMatch(chain -> chain.fractures().contains(excluded.fracture())));
    }

    @Property(tries = 1000)
    void completion_never_falls_when_a_due_step_gets_its_evidence(
            @ForAll("patients") List<Event> events,
            @ForAll("guidelines") Guideline guideline,
            @ForAll("days") LocalDate asOf,
            @ForAll @IntRange(min = 0, max = 9) int which,
            @ForAll @IntRange(min = 0, max = 45) int number) {
        List<FractureChain> before = evaluate(events, guideline, asOf).chains();
        StepCode code = StepCode.values()[which];
        if (before.isEmpty() || code == StepCode.ADHERENCE) {
            return;
        }
        Step open = before.get(0).steps().get(which);
        if (open.status() != StepStatus.DUE && open.status() != StepStatus.OVERDUE) {
            return;
        }
        List<Event> more = new ArrayList<>(events);
        for (EvidenceGroup group : guideline.step(code).doneBy()) {
            more.add(evidence(group.anyOf().get(0), asOf, number));
        }
        FractureChain after = evaluate(more, guideline, asOf).chains().get(0);

        assertThat(after.completion()).isGreaterThanOrEqualTo(before.get(0).completion());
        if (after.status() != ChainStatus.ENDED) {
            assertThat(after.steps().get(which).status()).isEqualTo(StepStatus.DONE);
        }
    }

    @Property(tries = 1000)
    void the_answer_does_not_depend_on_anything_dated_later(
            @ForAll("patients") List<Event> events,
            @ForAll("guidelines") Guideline guideline,
            @ForAll("days") LocalDate asOf) {
        List<Event> known = events.stream()
                .filter(event -> event.day() == null || !event.day().isAfter(asOf))
                .toList();

        assertThat(evaluate(events, guideline, asOf)).isEqualTo(evaluate(known, guideline, asOf));
    }

    @Property(tries = 1000)
    void order_and_duplicates_make_no_difference(
            @ForAll("patients") List<Event> events,
            @ForAll("guidelines") Guideline guideline,
            @ForAll("days") LocalDate asOf,
            @ForAll long seed) {
        List<Event> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(evaluate(shuffled, guideline, asOf)).isEqualTo(evaluate(events, guideline, asOf));
    }

    private static Event evidence(EvidenceToken token, LocalDate day, int number) {
        Event event = Event.of(token.kind(), day, "Evidence/" + token).withCode(token.code());
        return switch (token.kind()) {
            case FRAX_MAJOR -> event.withValue(number);
            case DRUG_ORDERED -> event.withCode("M05BA04");
            default -> event;
        };
    }

    private static ChainReport evaluate(List<Event> events, Guideline guideline, LocalDate asOf) {
        return FractureChain.evaluate(History.of(events), guideline, asOf);
    }
}
