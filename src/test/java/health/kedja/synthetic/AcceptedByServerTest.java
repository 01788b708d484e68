package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.EventTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcceptedByServerTest {

    private static final int SEED = 777;

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final IParser json = FhirContext.forR4Cached().newJsonParser();

    @Test
    void the_server_takes_the_bundles_and_reads_the_events_from_them() {
        FhirHttp http = new FhirHttp(SERVER.fhirBase());
        for (Country country : Country.values()) {
            FhirResources resources = new FhirResources(country);
            http.post("", json.encodeResourceToString(BundleWriter.bundle(resources.shared())))
                    .expect(200);
            // Those of whom most is recorded.
            List<SyntheticPerson> people = new SyntheticPopulation(3000, SEED + country.ordinal(), country)
                    .stream()
                            .filter(person -> !person.all(Fact.Surgery.class).isEmpty()
                                    || person.all(Fact.Care.class).size() > 8)
                            .limit(4)
                            .toList();
            assertThat(people).hasSize(4);
            for (SyntheticPerson person : people) {
                http.post("", json.encodeResourceToString(BundleWriter.bundle(resources.of(person))))
                        .expect(200);
                assertThat(new EventTable(SERVER).kindsOf(person.id()))
                        .containsExactlyElementsOf(person.history().events().stream()
                                .map(event -> event.kind().token())
                                .sorted()
                                .toList());
            }
        }
    }

    @Test
    void rows_without_resources_are_the_same_events() {
        SyntheticPopulation population = new SyntheticPopulation(20, SEED + 10, Country.SE);
        EventTable table = new EventTable(SERVER);
        try {
            new DatabaseWriter(SERVER.dataSource()).write(population.stream().toList());

            population.stream()
                    .forEach(person -> assertThat(table.kindsOf(person.id()))
                            .containsExactlyElementsOf(person.events().stream()
                                    .map(event -> event.kind().token())
                                    .sorted()
                                    .toList()));
        } finally {
            table.jdbc().update("delete from kedja.event where patient like ?", "s" + (SEED + 10) + "-%");
        }
    }
}
