package health.kedja.indicator.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartBuilderTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private final Dictionary dictionary = new Dictionary();

    private Part part(Event... events) {
        PartBuilder builder = new PartBuilder(dictionary);
        builder.add("1", History.of(List.of(events)));
        return builder.build();
    }

    @Test
    void a_cause_that_is_named_by_its_condition_has_the_code_and_the_contact_of_both() {
        Event contact = Event.of(Kind.ENCOUNTER, DAY, "Encounter/1");
        Event fracture = Event.of(Kind.FRACTURE, DAY, "Condition/1").withEncounter("Encounter/1");
        Event named = Event.of(Kind.CIRCUMSTANCE, DAY, "Condition/1")
                .withQualifier("Condition/9")
                .withEncounter("Encounter/1");
        Event cause =
                Event.of(Kind.CIRCUMSTANCE, DAY.minusDays(40), "Condition/9").withCode("V03");

        Part part = part(contact, fracture, named, cause);

        assertThat(part.events()).isEqualTo(4);
        int last = 0;
        for (int event = 0; event < part.events(); event++) {
            last = part.kind()[event] == Kind.CIRCUMSTANCE.ordinal() ? event : last;
        }
        assertThat(dictionary.word(part.code()[last])).isEqualTo("V03");
        assertThat(part.qualifier()[last]).isEqualTo(Dictionary.NONE);
        assertThat(part.day()[last]).isEqualTo((int) DAY.toEpochDay());
        assertThat(part.kind()[part.contact()[last]]).isEqualTo((byte) Kind.ENCOUNTER.ordinal());
    }

    @Test
    void the_conditions_that_are_named_do_not_fill_the_dictionary() {
        int before = dictionary.size();
        PartBuilder builder = new PartBuilder(dictionary);
        for (int i = 0; i < 70_000; i++) {
            builder.add(
                    "p" + i,
                    History.of(List.of(
                            Event.of(Kind.CIRCUMSTANCE, DAY, "Condition/1").withQualifier("Condition/x" + i))));
        }

        assertThat(dictionary.size()).isEqualTo(before);
        assertThat(builder.build().events()).isZero();
    }
}
