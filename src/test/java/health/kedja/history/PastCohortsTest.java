package health.kedja.history;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.replacedPatient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.indicator.ColumnChains;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Guidelines;
import health.kedja.server.IndicatorFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A report can be computed again as the data stood, whatever has been written since. */
class PastCohortsTest {

    /** Its drug says nothing: that it is about osteoporosis is known by the profile alone, which HAPI keeps beside it. */
    private static final String DECLINED = """
            {"resourceType": "MedicationRequest", "id": "%s", "status": "active", "intent": "order",
             "meta": {"profile": ["https://kedja.health/fhir/StructureDefinition/kedja-treatment-decision"]},
             "doNotPerform": true, "authoredOn": "2021-04-01", "subject": {"reference": "Patient/%s"},
             "medicationCodeableConcept": {"coding": [{"system": "http://www.whocc.no/atc", "code": "%s"}]},
             "reasonCode": [{"coding": [{
                "system": "https://kedja.health/fhir/CodeSystem/kedja-not-done-reason", "code": "declined"}]}]}""";

    private static final String UNIT = """
            {"resourceType": "Organization", "id": "%s", "name": "Ortopeden", "extension": [{
                "url": "https://kedja.health/fhir/StructureDefinition/kedja-chain-type", "valueCode": "%s"}]}""";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final CurrentCohort current = new CurrentCohort(SERVER.dataSource());
    private final PastCohorts past = SERVER.bean(PastCohorts.class);
    private final String maj = newId("p");
    private final String hip = newId("c");

    @BeforeEach
    void a_woman_with_a_hip_fracture() {
        http.put("Patient/" + maj, patient(maj, "1940-01-01")).expect(201);
        http.put("Condition/" + hip, hipFracture(hip, maj, "2021-03-01")).expect(201);
    }

    private static List<Report> reports(Population population) {
        Question question = new Question(
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2021, 12, 31),
                LocalDate.of(2023, 12, 31),
                List.of(Stratifier.FRACTURE_SITE, Stratifier.AGE_GROUP),
                Optional.empty(),
                Optional.empty(),
                0);
        ColumnChains chains = new ColumnChains(SERVER.bean(Guidelines.class).standard(), population.units());
        return IndicatorFiles.load().all().stream()
                .map(indicator -> Evaluation.of(indicator, question, population.cohort(), chains))
                .toList();
    }

    private static Map<String, List<String>> people(Population population) {
        return Columns.of(population.cohort());
    }

    /** The population as of then is the one that was seen, to the last column. */
    private Population assertSame(Population seen) {
        Population again = past.asOf(seen.dataAsOf());
        assertThat(people(again)).isEqualTo(people(seen));
        assertThat(again.units()).isEqualTo(seen.units());
        assertThat(again.dataAsOf()).isEqualTo(seen.dataAsOf());
        assertSomeAreAsAmongAll(again);
        return again;
    }

    /** Read by themselves, people are as they are among everyone, and whatever record of theirs is named. */
    private void assertSomeAreAsAmongAll(Population everyone) {
        List<String> some = List.of(maj, hip);
        Known known = SERVER.bean(KnownPeople.class).of(some, Optional.of(everyone.dataAsOf()), Audience.EVERYONE);
        Map<String, List<String>> expected = new TreeMap<>(people(everyone));
        expected.keySet().retainAll(known.histories().keySet());
        assertThat(people(known.population())).isEqualTo(expected);
        assertThat(known.population().units()).isEqualTo(everyone.units());
        assertThat(known.population().dataAsOf()).isEqualTo(everyone.dataAsOf());
        assertThat(known.population().expungedSince()).isEqualTo(everyone.expungedSince());
        assertThat(known.histories()).hasSize(2);
        assertThat(known.histories().get(hip).history().events()).isEmpty();
    }

    @Test
    void a_report_is_the_same_after_changes_deletions_merges_and_late_registrations() {
        String asta = newId("p");
        String eva = newId("p");
        String unit = newId("o");
        String[] fracture = {newId("c"), newId("c"), newId("c")};
        http.put("Patient/" + asta, patient(asta, "1951-01-01")).expect(201);
        http.put("Patient/" + eva, patient(eva, "1950-01-01")).expect(201);
        http.put("Condition/" + fracture[0], wristFracture(fracture[0], asta, "2021-05-01"))
                .expect(201);
        http.put("Condition/" + fracture[1], wristFracture(fracture[1], eva, "2021-06-01"))
                .expect(201);
        http.put("Condition/" + fracture[2], hipFracture(fracture[2], eva, "2021-07-01"))
                .expect(201);
        http.put("Patient/" + asta, replacedPatient(asta, maj)).expect(200);
        http.delete("Condition/" + fracture[2]).expect(200);
        http.put("Organization/" + unit, UNIT.formatted(unit, "B")).expect(201);
        String declined = newId("m");
        http.put("MedicationRequest/" + declined, DECLINED.formatted(declined, maj, "A11CC05"))
                .expect(201);

        Population then = current.now();
        List<Report> reported = reports(then);

        // Changed, moved to another patient, deleted, undeleted.
        http.put("Condition/" + hip, wristFracture(hip, maj, "2020-03-02")).expect(200);
        http.put("Condition/" + fracture[1], wristFracture(fracture[1], maj, "2021-06-01"))
                .expect(200);
        http.put("Condition/" + fracture[2], hipFracture(fracture[2], eva, "2021-07-01"))
                .expect(200, 201);
        http.delete("MedicationRequest/" + declined).expect(200);
        http.put("Organization/" + unit, UNIT.formatted(unit, "C")).expect(200);
        // The merge undone, another made.
        http.put("Patient/" + asta, patient(asta, "1951-01-01")).expect(200);
        http.put("Patient/" + maj, replacedPatient(maj, eva)).expect(200);
        // Registered late: somebody unknown then, and a fracture of then.
        String late = newId("p");
        String[] lately = {newId("c"), newId("c")};
        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Patient/" + late,
                                patient(late, "1930-01-01"),
                                "PUT Condition/" + lately[0],
                                hipFracture(lately[0], late, "2021-02-01"),
                                "PUT Condition/" + lately[1],
                                wristFracture(lately[1], asta, "2021-02-01")))
                .expect(200);

        assertThat(reports(current.now())).isNotEqualTo(reported);
        assertThat(people(current.now())).isNotEqualTo(people(then)).containsKey(late);
        Population again = assertSame(then);
        assertThat(reports(again)).isEqualTo(reported);
        assertThat(people(again).get(maj)).anyMatch(line -> line.startsWith("NOT_DONE "));
        assertThat(again.expungedSince()).isZero();
        assertThat(again.units()).containsEntry("Organization/" + unit, ChainType.B);

        // Changed once more, and asked of both instants.
        Population between = current.now();
        http.delete("Condition/" + lately[0]).expect(200);
        http.put("Condition/" + hip, hipFracture(hip, maj, "2021-03-09")).expect(200);
        assertSame(then);
        assertSame(between);
    }

    @Test
    void before_anything_was_stored_there_was_nobody() {
        Population nobody = past.asOf(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(nobody.cohort().people()).isZero();
        assertThat(nobody.units()).isEmpty();
    }

    @Test
    void an_instant_to_come_gives_the_data_of_now_and_says_so() {
        Instant asked = Instant.now().plusSeconds(86_400);
        Population now = past.asOf(asked);
        assertThat(people(now)).isEqualTo(people(current.now()));
        assertThat(now.dataAsOf()).isBefore(asked.minusSeconds(86_000));
    }

    @Test
    void what_was_written_before_a_report_and_committed_after_it_is_not_seen_in_either() {
        TransactionTemplate transaction = new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class));
        Population seen = transaction.execute(status -> {
            write("2021-03-11");
            return elsewhere(current::now);
        });

        assertThat(people(seen).get(maj)).isNotEqualTo(people(current.now()).get(maj));
        assertSame(seen);
        // Nor by who asks for an instant of which nobody had been told, while it was not committed yet.
        Instant[] dated = new Instant[1];
        Population early = transaction.execute(status -> {
            write("2021-03-12");
            dated[0] = Instant.now();
            return elsewhere(() -> past.asOf(dated[0]));
        });
        assertThat(people(past.asOf(dated[0]))).isEqualTo(people(early));
    }

    private void write(String day) {
        Condition condition = http.get("Condition/" + hip).expect(200).as(Condition.class);
        condition.setOnset(new DateTimeType(day));
        condition.setId(new IdType("Condition", hip));
        SERVER.bean(DaoRegistry.class).getResourceDao(Condition.class).update(condition, new SystemRequestDetails());
    }

    private static Population elsewhere(Callable<Population> question) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(question).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void while_several_write_every_report_can_be_had_again() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(3);
        List<Population> seen = new ArrayList<>();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int writer = i;
                running.add(writers.submit(() -> {
                    String id = newId("w");
                    for (int n = 1; n <= 20; n++) {
                        String day = "2021-0" + (2 * writer + 3) + "-" + (n + 9);
                        http.put("Condition/" + id, hipFracture(id, maj, day)).expect(200, 201);
                    }
                    return null;
                }));
            }
            while (running.stream().anyMatch(writer -> !writer.isDone())) {
                seen.add(current.now());
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
        long different =
                seen.stream().map(one -> people(one).get(maj)).distinct().count();
        assertThat(different).isGreaterThan(5);
        for (int i = 0; i < seen.size(); i += Math.max(1, seen.size() / 40)) {
            assertSame(seen.get(i));
        }
    }

    @Test
    void what_is_expunged_is_gone_from_the_past_and_the_report_says_how_much() {
        String wrist = newId("c");
        http.put("Condition/" + wrist, wristFracture(wrist, maj, "2021-03-05")).expect(201);
        Population then = current.now();
        http.put("Condition/" + wrist, wristFracture(wrist, maj, "2021-03-06")).expect(200);
        assertThat(assertSame(then).expungedSince()).isZero();

        http.delete("Condition?_id=" + wrist + "&_expunge=true").expect(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> past.asOf(then.dataAsOf()).expungedSince() > 0);
        Population without = past.asOf(then.dataAsOf());
        // The second version was not there then.
        assertThat(without.expungedSince()).isEqualTo(1);
        assertThat(people(without).get(maj)).hasSize(people(then).get(maj).size() - 1);
        assertThat(past.asOf(current.now().dataAsOf()).expungedSince()).isZero();
    }

    @Test
    void a_version_that_is_expunged_before_it_is_read_is_left_out() {
        List<Long> stored = new JdbcTemplate(SERVER.dataSource())
                .queryForList(
                        "select pid from hfj_res_ver join hfj_resource using (res_id) where fhir_id in (?, ?)",
                        Long.class,
                        hip,
                        maj);
        assertThat(SERVER.bean(StoredVersions.class).read(List.of(stored.get(0), 999_999_999L, stored.get(1))))
                .extracting(resource -> resource.getIdElement().getIdPart())
                .containsExactlyInAnyOrder(hip, maj);
    }

    @Test
    void the_time_zone_of_the_machine_makes_no_difference() {
        TimeZone before = TimeZone.getDefault();
        Population then;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            then = current.now();
            http.put("Condition/" + hip, wristFracture(hip, maj, "2021-03-02")).expect(200);
            assertSame(then);
            Population later = current.now();
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            http.put("Condition/" + hip, wristFracture(hip, maj, "2021-03-03")).expect(200);
            assertSame(later);
            assertSame(then);
        } finally {
            TimeZone.setDefault(before);
        }
        assertSame(then);
    }
}
