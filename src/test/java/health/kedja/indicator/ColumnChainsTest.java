package health.kedja.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.cohort.PartBuilder;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepStatus;
import health.kedja.server.GuidelineFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What columns keep of sides, contacts and codes, so that chains come out as from the history. */
class ColumnChainsTest {

    private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    private final List<Event> events = new ArrayList<>();
    private Part part;

    @Test
    void wrists_of_two_sides_are_two_chains_and_of_one_side_one() {
        breaks("Condition/1", "S525", MARCH, "left", null);
        breaks("Condition/2", "S525", MARCH.plusDays(30), "right", null);
        assertThat(sites()).containsExactly("wrist", "wrist");

        breaks("Condition/3", "S525", MARCH.plusDays(60), "left", null);
        assertThat(sites()).hasSize(2);
    }

    @Test
    void bilateral_and_unknown_sides_are_either() {
        breaks("Condition/1", "S525", MARCH, "left", null);
        breaks("Condition/2", "S525", MARCH.plusDays(30), "bilateral", null);
        breaks("Condition/3", "S525", MARCH.plusDays(60), null, null);

        assertThat(sites()).containsExactly("wrist");
    }

    @Test
    void two_codes_of_one_diagnosis_are_one_fracture_and_name_the_first_event() {
        events.add(event(Kind.ENCOUNTER, MARCH, "IMP", null, "Encounter/1", "Encounter/1"));
        breaks("Condition/1", "S525", MARCH, "left", "Encounter/1");
        breaks("Condition/1", "S7200", MARCH, "left", "Encounter/1");

        Chains chains = chains();

        assertThat(chains.site()).containsExactly("hip");
        assertThat(part.day()[chains.event()[0]]).isEqualTo((int) MARCH.toEpochDay());
        assertThat(part.kind()[chains.event()[0]]).isEqualTo((byte) Kind.FRACTURE.ordinal());
    }

    @Test
    void a_high_energy_cause_of_the_same_contact_opens_no_chain_and_of_another_does() {
        events.add(event(Kind.ENCOUNTER, MARCH, "IMP", null, "Encounter/1", "Encounter/1"));
        events.add(event(Kind.ENCOUNTER, MARCH, "IMP", null, "Encounter/2", "Encounter/2"));
        breaks("Condition/1", "S7200", MARCH, null, "Encounter/1");
        events.add(event(Kind.CIRCUMSTANCE, MARCH, "V430", null, "Condition/2", "Encounter/2"));
        assertThat(sites()).containsExactly("hip");

        events.add(event(Kind.CIRCUMSTANCE, MARCH, "V430", null, "Condition/3", "Encounter/1"));
        assertThat(sites()).isEmpty();
    }

    /** Beside each other in columns, two codes are one diagnosis when day, contact and side are the same. */
    @Test
    void a_tumour_coded_in_the_same_diagnosis_keeps_it_out_and_in_another_does_not() {
        events.add(event(Kind.ENCOUNTER, MARCH, "IMP", null, "Encounter/1", "Encounter/1"));
        events.add(event(Kind.ENCOUNTER, MARCH, "IMP", null, "Encounter/2", "Encounter/2"));
        breaks("Condition/1", "S7200", MARCH, "left", "Encounter/1");
        breaks("Condition/1", "M844", MARCH, "left", "Encounter/1");
        assertThat(sites()).isEmpty();

        events.remove(3);
        breaks("Condition/2", "M844", MARCH, "right", "Encounter/1");
        assertThat(sites()).containsExactly("hip");

        events.remove(3);
        breaks("Condition/2", "M844", MARCH, "left", "Encounter/2");
        assertThat(sites()).containsExactly("hip");

        events.remove(3);
        breaks("Condition/2", "M844", MARCH.plusDays(1), "left", "Encounter/1");
        assertThat(sites()).containsExactly("hip");
    }

    @Test
    void a_death_of_unknown_day_ends_the_chain() {
        breaks("Condition/1", "S7200", MARCH, null, null);
        assertThat(chains().statusOf(0, StepCode.FOLLOW_UP_PLAN)).isEqualTo(StepStatus.OVERDUE);
        assertThat(chains().dueOf(0, StepCode.FOLLOW_UP_PLAN))
                .isEqualTo((int) MARCH.plusDays(112).toEpochDay());
        assertThat(chains().doneOf(0, StepCode.FOLLOW_UP_PLAN)).isEqualTo(Chains.NO_DAY);

        events.add(Event.of(Kind.DEATH, null, "Patient/1"));
        assertThat(chains().statusOf(0, StepCode.FOLLOW_UP_PLAN)).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(chains().dueOf(0, StepCode.FOLLOW_UP_PLAN)).isEqualTo(Chains.NO_DAY);
    }

    @Test
    void what_was_evaluated_is_kept_for_a_few_days_of_data() {
        breaks("Condition/1", "S7200", MARCH, null, null);
        Cohort cohort = cohort();
        ChainSource source = source();
        Chains first = source.chains(part, cohort.dictionary(), ChainNeed.ofAll(AS_OF));

        for (int day = 1; day <= 3; day++) {
            source.chains(part, cohort.dictionary(), ChainNeed.ofAll(AS_OF.plusDays(day)));
        }
        assertThat(source.chains(part, cohort.dictionary(), ChainNeed.ofAll(AS_OF)))
                .isSameAs(first);
        source.chains(part, cohort.dictionary(), ChainNeed.ofAll(AS_OF.plusDays(4)));
        assertThat(source.chains(part, cohort.dictionary(), ChainNeed.ofAll(AS_OF)))
                .isNotSameAs(first);
    }

    private String[] sites() {
        return chains().site();
    }

    private Chains chains() {
        Cohort cohort = cohort();
        Chains chains = source().chains(part, cohort.dictionary(), ChainNeed.ofAll(AS_OF));
        assertThat(chains.firstChain()).startsWith(0, 0).endsWith(chains.day().length);
        return chains;
    }

    private static ChainSource source() {
        return new ColumnChains(
                GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard(), Map.of());
    }

    /** Somebody without a fracture comes first, so that nothing of the person begins at 0. */
    private Cohort cohort() {
        Dictionary dictionary = new Dictionary();
        PartBuilder builder = new PartBuilder(dictionary);
        builder.add("other", History.of(List.of(event(Kind.TRAINING, MARCH, null, null, "Procedure/9", null))));
        List<Event> all = new ArrayList<>(events);
        all.add(Event.of(Kind.BIRTH, LocalDate.of(1950, 1, 1), "Patient/1"));
        all.add(event(Kind.LIFESTYLE_ADVICE, MARCH.minusYears(1), null, null, "Procedure/1", null));
        builder.add("one", History.of(all));
        part = builder.build();
        return new Cohort(dictionary, List.of(part));
    }

    private void breaks(String source, String icd, LocalDate day, String side, String contact) {
        events.add(event(Kind.FRACTURE, day, icd, side, source, contact));
    }

    private static Event event(Kind kind, LocalDate day, String code, String side, String source, String contact) {
        return new Event(kind, day, null, code, null, side, Double.NaN, source, contact);
    }
}
