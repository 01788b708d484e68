package health.kedja.fhir;

import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.pathway.Event;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceEventsTest {

    @ParameterizedTest
    @MethodSource("types")
    void every_type_says_who_the_patient_is_and_may_say_nothing_else(String type) {
        Resource resource = Given.resource(Given.json(type, ""));

        assertThat(Given.EVENTS.patient(resource)).contains(type.equals("Patient") ? "1" : "7");
        assertThat(Given.EVENTS.of(resource)).isEmpty();
    }

    static List<String> types() {
        return ResourceEvents.types().stream()
                .filter(type -> !type.equals("Patient") && !type.equals("Device"))
                .sorted()
                .toList();
    }

    @Test
    void a_patient_is_their_own() {
        assertThat(Given.EVENTS.patient(Given.resource("{'resourceType':'Patient','id':'7'}")))
                .contains("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Patient/7", "http://a/fhir/Patient/7", "Patient/7/_history/3", "https://b/Patient/7/_history/1"
            })
    void the_patient_is_found_whatever_base_and_version_the_reference_has(String reference) {
        Condition condition = new Condition();
        condition.getSubject().setReference(reference);

        assertThat(Given.EVENTS.patient(condition)).contains("7");
    }

    @Test
    void a_group_is_no_patient_and_other_types_have_none() {
        Condition condition = new Condition();
        condition.getSubject().setReference("Group/7");

        assertThat(Given.EVENTS.patient(condition)).isEmpty();
        assertThat(Given.EVENTS.patient(
                        Given.resource("{'resourceType':'Device','patient':{'reference':'Patient/7'}}")))
                .isEmpty();
    }

    @Test
    void a_resource_without_id_cannot_be_evidence() {
        assertThatThrownBy(() -> Given.EVENTS.of(new Condition())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_time_zone_decides_the_day() {
        String late = Given.json(
                "Observation",
                "'status':'final','effectiveDateTime':'2024-03-01T23:30:00Z','code':" + codings(Given.LOINC, "3016-3"));
        ResourceEvents utc = new ResourceEvents(Given.MAPS, ZoneId.of("UTC"));

        assertThat(Given.event(late).day()).isEqualTo("2024-03-02");
        assertThat(utc.of(Given.resource(late)).get(0).day()).isEqualTo("2024-03-01");
    }

    @Test
    void many_threads_read_the_same() throws Exception {
        String json = Given.json(
                "Condition", "'onsetDateTime':'2024-03-01','code':" + codings(Given.ICD, "S72.0", Given.ICD, "W01"));
        List<Event> expected = Given.events(json);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> same = () -> IntStream.range(0, 500)
                    .allMatch(i -> Given.EVENTS.of(Given.resource(json)).equals(expected));
            for (var result : threads.invokeAll(List.of(same, same, same, same))) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
