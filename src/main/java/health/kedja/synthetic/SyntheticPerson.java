package health.kedja.synthetic;

import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.time.LocalDate;
import java.util.List;

/**
 * A person that never was.
 *
 * @param id logical id of the patient, such as {@code s1-7}
 * @param index number of the person in the population, from 0
 * @param birth day of birth
 * @param sex {@code female} or {@code male}
 * @param countryOfBirth ISO 3166-1, two letters
 * @param education {@code compulsory}, {@code upper-secondary}, {@code post-secondary} or null when not recorded
 * @param listedAt the health centre
 * @param death day of death within the years of the population, or null
 * @param facts what truly happened and is recorded, in no order
 */
public record SyntheticPerson(
        String id,
        int index,
        LocalDate birth,
        String sex,
        String countryOfBirth,
        String education,
        String listedAt,
        LocalDate death,
        List<Fact> facts) {

    /** What the record says, as the server would read it from the resources that {@link FhirResources} makes. */
    public List<Event> events() {
        return new PersonEvents(this).all();
    }

    /** The same, in order. */
    public History history() {
        return History.of(events());
    }

    <T extends Fact> List<T> all(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
