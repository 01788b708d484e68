package health.kedja.indicator.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
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

    @Test
    void what_columns_hold_of_the_first_stays_when_thousands_more_are_added() {
        PartBuilder builder = new PartBuilder(dictionary);
        for (int i = 0; i < 700; i++) {
            LocalDate day = DAY.plusDays(i);
            builder.add(
                    "p" + i,
                    History.of(List.of(
                            Event.of(Kind.BIRTH, DAY.minusYears(60).plusDays(i), "Patient/1"),
                            Event.of(Kind.DEATH, i % 7 == 0 ? null : day.plusYears(9), "Patient/1"),
                            Event.of(Kind.SEX, null, "Patient/1").withCode(i % 2 == 0 ? "male" : "female"),
                            Event.of(Kind.COUNTRY_OF_BIRTH, null, "Patient/1").withCode("C" + i % 5),
                            Event.of(Kind.ENCOUNTER, day, "Encounter/1").withEnd(day.plusDays(3)),
                            Event.of(Kind.MAIN_DIAGNOSIS, day, "Encounter/1")
                                    .withQualifier("Condition/1")
                                    .withEncounter("Encounter/1"),
                            new Event(
                                    Kind.FRACTURE,
                                    day,
                                    null,
                                    "S" + i % 11,
                                    "q" + i % 3,
                                    i % 2 == 0 ? "left" : "right",
                                    i,
                                    "Condition/1",
                                    "Encounter/1"))));
        }
        assertThat(builder.people()).isEqualTo(700);

        Part part = builder.build();

        assertThat(part.people()).isEqualTo(700);
        assertThat(part.events()).isEqualTo(1400);
        assertThat(part.firstEvent()).hasSize(701).startsWith(0, 2).endsWith(1400);
        for (int i = 0; i < 700; i++) {
            LocalDate day = DAY.plusDays(i);
            assertThat(part.ids()[i]).isEqualTo("p" + i);
            assertThat(part.birth()[i])
                    .isEqualTo((int) DAY.minusYears(60).plusDays(i).toEpochDay());
            assertThat(part.death()[i])
                    .isEqualTo(i % 7 == 0 ? Part.DEAD : (int) day.plusYears(9).toEpochDay());
            assertThat(dictionary.word(part.sex()[i])).isEqualTo(i % 2 == 0 ? "male" : "female");
            assertThat(dictionary.word(part.countryOfBirth()[i])).isEqualTo("C" + i % 5);
            assertThat(part.kinds()[i]).isEqualTo(1L << Kind.ENCOUNTER.ordinal() | 1L << Kind.FRACTURE.ordinal());
            int first = part.firstEvent()[i];
            int broken = part.kind()[first] == Kind.FRACTURE.ordinal() ? first : first + 1;
            int contact = first + part.contact()[broken];
            assertThat(part.kind()[contact]).isEqualTo((byte) Kind.ENCOUNTER.ordinal());
            assertThat(part.lastDay()[contact]).isEqualTo((int) day.plusDays(3).toEpochDay());
            assertThat(part.day()[broken]).isEqualTo((int) day.toEpochDay());
            assertThat(part.lastDay()[broken]).isEqualTo(Part.UNKNOWN);
            assertThat(dictionary.word(part.code()[broken])).isEqualTo("S" + i % 11);
            assertThat(dictionary.word(part.qualifier()[broken])).isEqualTo("q" + i % 3);
            assertThat(part.value()[broken]).isEqualTo(i);
            assertThat(part.flags()[broken] & 0xff)
                    .isEqualTo(Part.MAIN_DIAGNOSIS | (i % 2 == 0 ? Part.LEFT : Part.RIGHT));
        }
    }

    @Test
    void a_patient_of_more_events_than_a_contact_can_number_is_refused() {
        List<Event> most = new ArrayList<>();
        for (int i = 0; i < Short.MAX_VALUE; i++) {
            most.add(Event.of(Kind.TRAINING, DAY.plusDays(i), "Procedure/" + i));
        }
        PartBuilder builder = new PartBuilder(dictionary);
        builder.add("1", History.of(most));
        assertThat(builder.build().events()).isEqualTo(Short.MAX_VALUE);

        most.add(Event.of(Kind.TRAINING, DAY, "Procedure/more"));
        History tooMany = History.of(most);
        assertThatThrownBy(() -> new PartBuilder(dictionary).add("1", tooMany))
                .hasMessage("A patient has more than 32767 events");
    }
}
