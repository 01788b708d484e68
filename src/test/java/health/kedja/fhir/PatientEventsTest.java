package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientEventsTest {

    @ParameterizedTest
    @CsvSource({"1946,1946-01-01", "1946-05,1946-05-01", "1946-05-17,1946-05-17"})
    void birth_counts_from_the_first_day(String written, String day) {
        Event event = Given.event(patient("'birthDate':'" + written + "'"));

        assertThat(event.kind()).isEqualTo(Kind.BIRTH);
        assertThat(event.day()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2024,2024-12-31", "2024-02,2024-02-29", "2024-03-01T23:30:00Z,2024-03-02"})
    void death_counts_from_the_last_day(String written, String day) {
        assertThat(Given.event(patient("'deceasedDateTime':'" + written + "'")).day())
                .isEqualTo(day);
    }

    @Test
    void the_fact_of_death_has_no_day() {
        Event event = Given.event(patient("'deceasedBoolean':true"));

        assertThat(event.kind()).isEqualTo(Kind.DEATH);
        assertThat(event.day()).isNull();
        assertThat(Given.events(patient("'deceasedBoolean':false"))).isEmpty();
    }

    @Test
    void a_replaced_record_names_the_one_that_replaces_it_and_tells_nothing_itself() {
        String replaced =
                patient("'birthDate':'1946','link':[{'other':{'reference':'Patient/9'},'type':'replaced-by'}]");

        assertThat(Given.EVENTS.replacement((Patient) Given.resource(replaced))).contains("9");
        assertThat(Given.events(replaced)).isEmpty();
        String other = replaced.replace("replaced-by", "seealso");
        assertThat(Given.EVENTS.replacement((Patient) Given.resource(other))).isEmpty();
    }

    private static String patient(String more) {
        return "{'resourceType':'Patient','id':'7'," + more + "}";
    }
}
