package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FhirResourcesTest {

    private static final ResourceEvents READER = new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm"));

    @ParameterizedTest
    @EnumSource(Country.class)
    void the_resources_of_a_person_say_exactly_what_its_events_say(Country country) {
        SyntheticPopulation population = new SyntheticPopulation(3000, 11, country);
        FhirResources writer = new FhirResources(country);
        Set<Kind> seen = EnumSet.noneOf(Kind.class);

        population.stream().forEach(person -> {
            List<Event> read = writer.of(person).stream()
                    .flatMap(resource -> READER.of(resource).stream())
                    .toList();
            assertThat(History.of(read).events())
                    .as(person.id())
                    .containsExactlyElementsOf(person.history().events());
            read.forEach(event -> seen.add(event.kind()));
        });

        assertThat(seen)
                .contains(
                        Kind.RESIDENCE,
                        Kind.EDUCATION,
                        Kind.CARE_HOME_STAY,
                        Kind.MAIN_DIAGNOSIS,
                        Kind.HIP_FRACTURE_SURGERY,
                        Kind.DRUG_ADMINISTERED,
                        Kind.T_SCORE,
                        Kind.FRAX_HIP)
                .doesNotContain(Kind.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @EnumSource(Country.class)
    void what_was_entered_in_error_is_written_and_says_nothing(Country country) {
        SyntheticPopulation population = new SyntheticPopulation(
                2000, 3, country, 2008, 2022, Rates.national().with(Figure.ENTERED_IN_ERROR, 1));
        FhirResources writer = new FhirResources(country);

        List<Resource> mistaken = population.stream()
                .flatMap(person -> writer.of(person).stream())
                .filter(resource -> resource instanceof Condition condition
                        && condition.getVerificationStatus().getCoding().stream()
                                .anyMatch(coding -> coding.getCode().equals("entered-in-error")))
                .toList();

        assertThat(mistaken).hasSizeGreaterThan(20);
        assertThat(mistaken)
                .allSatisfy(resource -> assertThat(READER.of(resource)).isEmpty());
    }
}
