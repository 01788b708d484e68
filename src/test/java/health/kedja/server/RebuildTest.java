package health.kedja.server;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.replacedPatient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.fhir.ResourceEvents;
import health.kedja.history.Care;
import health.kedja.history.Columns;
import health.kedja.history.CurrentCohort;
import health.kedja.history.EventTable;
import health.kedja.history.PastCohorts;
import health.kedja.history.Population;
import health.kedja.history.Rebuild;
import health.kedja.server.validation.ProfileValidation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;

class RebuildTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);

    private final String replaced = newId("p");
    private final String changed = newId("c");

    /** Every kind of history: the demonstration patients, changed and deleted resources, a replaced record. */
    @BeforeEach
    void resources() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:demo/*.json")) {
            http.post("", file.getContentAsString(StandardCharsets.UTF_8)).expect(200);
        }
        String survivor = newId("p");
        http.put("Patient/" + survivor, patient(survivor, "1940-01-01")).expect(201);
        http.put("Patient/" + replaced, patient(replaced, "1940-01-01")).expect(201);
        http.put("Condition/" + changed, hipFracture(changed, replaced, "2020-01-01"))
                .expect(201);
        http.put("Condition/" + changed, wristFracture(changed, replaced, "2020-01-02"))
                .expect(200);
        String deleted = newId("c");
        http.put("Condition/" + deleted, hipFracture(deleted, survivor, "2021-01-01"))
                .expect(201);
        http.delete("Condition/" + deleted).expect(200);
        http.put("Patient/" + replaced, replacedPatient(replaced, survivor)).expect(200);
        reach(new Care(http), survivor);
    }

    /** Of each table that says whose data are whose. */
    private static void reach(Care care, String patient) {
        String region = care.organization(null);
        String unit = care.organization(region);
        care.role(care.practitioner(), unit);
        care.contact(care.patientOf(region), unit, "2024-03-01", "2024-03-02");
        care.block(patient, unit, region);
        care.optOut(patient, "active", "2024-03-01", null);
        care.fracture(patient, ", " + Care.heldBy(unit));
    }

    private void wreck() {
        table.jdbc().update("update kedja.event set day = day - 1 where kind = 'fracture'");
        table.jdbc().update("delete from kedja.event where kind = 'birth'");
        table.jdbc()
                .update(
                        "insert into kedja.event (source, ordinal, patient, kind) values ('Condition/none', 0, 'x', 'fracture')");
        table.jdbc().update("delete from kedja.patient_link");
        table.jdbc().update("insert into kedja.patient_link values ('no-one', 'nobody')");
        table.jdbc().update("update kedja.organization set part_of = null");
        table.jdbc().update("insert into kedja.practitioner_role values ('no-one', 'nobody', 'nowhere')");
        table.jdbc().update("delete from kedja.care_relation");
        table.jdbc().update("delete from kedja.patient_owner");
        table.jdbc().update("update kedja.consent set custodian = null");
        table.jdbc().update("update kedja.custody set custodian = 'nowhere'");
    }

    private StartUp startUp(KedjaSettings settings) {
        return new StartUp(
                settings,
                SERVER.bean(FhirContext.class),
                SERVER.dataSource(),
                SERVER.bean(DatabaseSchema.class),
                SERVER.bean(DaoRegistry.class),
                systemDao(),
                SERVER.bean(PlatformTransactionManager.class),
                SERVER.bean(ResourceEvents.class),
                SERVER.bean(ConformanceResources.class),
                SERVER.bean(DemonstrationPatients.class),
                SERVER.bean(ProfileValidation.class));
    }

    @SuppressWarnings("unchecked")
    private static IFhirSystemDao<Bundle, ?> systemDao() {
        return SERVER.bean(IFhirSystemDao.class);
    }

    private static KedjaSettings settings(boolean rebuild) {
        KedjaSettings current = SERVER.bean(KedjaSettings.class);
        return new KedjaSettings(
                current.timeZone(),
                current.guideline(),
                current.guidelineDirectory(),
                false,
                current.baseUrl(),
                current.hosts(),
                current.database(),
                current.requests(),
                new KedjaSettings.Validation(false),
                new KedjaSettings.Events(true, rebuild),
                current.reports(),
                current.exports(),
                current.audit(),
                current.jobs(),
                current.relations());
    }

    @Test
    void a_rebuild_gives_the_same_rows_as_the_writes_did() {
        List<String> written = table.everything();
        assertThat(written).hasSizeGreaterThan(50);
        assertThat(written).anyMatch(row -> row.contains(" replaced by "));
        for (String name :
                List.of("organization", "practitioner_role", "care_relation", "patient_owner", "consent", "custody")) {
            assertThat(written).anyMatch(row -> row.startsWith(name + " {"));
        }
        wreck();
        startUp(settings(true)).start();
        assertThat(table.everything()).isEqualTo(written);
    }

    @Test
    void a_cohort_that_is_kept_up_to_date_sees_a_rebuild() {
        CurrentCohort current = new CurrentCohort(SERVER.dataSource());
        var right = Columns.of(current.now().cohort());
        wreck();
        assertThat(Columns.of(current.now().cohort())).isNotEqualTo(right);
        startUp(settings(true)).start();
        assertThat(Columns.of(current.now().cohort())).isEqualTo(right);
    }

    @Test
    void the_data_as_they_stood_are_the_same_after_a_rebuild() {
        PastCohorts past = SERVER.bean(PastCohorts.class);
        Population then = new CurrentCohort(SERVER.dataSource()).now();
        var people = Columns.of(then.cohort());
        String late = newId("p");
        String fracture = newId("c");
        http.put("Patient/" + late, patient(late, "1940-01-01")).expect(201);
        http.put("Condition/" + fracture, hipFracture(fracture, late, "2020-01-01"))
                .expect(201);
        http.put("Condition/" + changed, hipFracture(changed, late, "2020-01-01"))
                .expect(200);
        http.put("Patient/" + replaced, patient(replaced, "1940-01-01")).expect(200);
        wreck();
        startUp(settings(true)).start();

        assertThat(Columns.of(past.asOf(then.dataAsOf()).cohort())).isEqualTo(people);
    }

    @Test
    void events_of_other_rules_are_rebuilt_by_themselves_and_those_of_todays_rules_left_alone() {
        List<String> written = table.everything();
        wreck();
        List<String> wrecked = table.everything();
        startUp(settings(false)).start();
        assertThat(table.everything()).isEqualTo(wrecked);

        table.jdbc().update("update kedja.installation set hash = '0 of yesterday' where what = 'events'");
        startUp(settings(false)).start();
        assertThat(table.everything()).isEqualTo(written);
    }

    @Test
    void a_rebuild_that_is_cut_off_changes_nothing() {
        List<String> written = table.everything();
        Iterable<List<Resource>> cutOff = () -> {
            Iterator<List<Resource>> all = new StoredResources(
                            SERVER.dataSource(), SERVER.bean(DaoRegistry.class), ResourceEvents.types())
                    .iterator();
            return new Iterator<>() {
                private int read;

                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public List<Resource> next() {
                    if (read++ > 0) {
                        throw new IllegalStateException("cut off");
                    }
                    return all.next();
                }
            };
        };
        Rebuild rebuild = new Rebuild(
                SERVER.dataSource(), SERVER.bean(PlatformTransactionManager.class), SERVER.bean(ResourceEvents.class));
        assertThat(catchThrowable(() -> rebuild.run(cutOff))).hasMessage("cut off");
        assertThat(table.everything()).isEqualTo(written);
        startUp(settings(true)).start();
        assertThat(table.everything()).isEqualTo(written);
    }
}
