package health.kedja.bench;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.history.Cohorts;
import health.kedja.history.CurrentCohort;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how the population is read from PostgreSQL, and how a write is seen by the next question. Arguments: the
 * jar, which is not needed here; directory of the database (made where there is none), people in it, {@code sorted} or
 * {@code mixed} order of the rows.
 */
final class CohortBench {

    private static final String HOUSE = "create table if not exists public.hfj_resource (res_type text, fhir_id text);"
            + " create table if not exists public.hfj_res_ver (pid bigint, res_updated timestamp)";

    /** Twenty events of a person, as long as those of resources with a UUID. */
    private static final String FILL = """
            insert into kedja.event
                (source, ordinal, patient, kind, day, end_day, code, qualifier, laterality, value, encounter)
            select
                case e when 0 then 'Patient/' || id when 1 then 'Patient/' || id when 2 then 'Patient/' || id
                    else 'Observation/' || md5(p || '-' || e)::uuid end,
                case when e < 3 then e else 0 end,
                id,
                (array['birth', 'sex', 'residence', 'encounter', 'fracture', 'drug-dispensed', 't-score', 'laboratory-result',
                    'frax-major', 'encounter'])[e % 10 + 1],
                case when e = 1 then null else date '1935-01-01' + (p * 7 + e * 331) % 20000 end,
                case when e % 10 = 3 then date '1935-01-01' + (p * 7 + e * 331) % 20000 + 5 end,
                (array[null, 'female', '12', 'IMP', 'S7200', 'M05BA04', null, 'egfr', 'without-bmd', 'AMB'])[e % 10 + 1],
                case when e % 10 = 2 then '1280' when e % 10 = 3 then 'Organization/' || p % 300 end,
                case when e % 10 = 4 then 'left' end,
                case when e % 10 > 4 then e * 1.5 end,
                case when e % 10 = 4 then 'Observation/' || md5(p || '-' || e - 1)::uuid end
            from (select p, md5('person' || p)::uuid::text as id
                from generate_series(1, ?) p) people, generate_series(0, 19) e
            """;

    private CohortBench() {}

    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[2]);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                Path.of(arguments[1]), PostgresOptions.defaults().withDurable(false));
        try (postgres;
                HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(postgres.jdbcUrl());
            dataSource.setUsername(postgres.username());
            dataSource.setPassword(postgres.password());
            dataSource.setSchema("public");
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            fill(dataSource, jdbc, people, arguments[3].equals("sorted"));
            load(dataSource, Path.of(arguments[1]));
            refresh(dataSource, jdbc);
            write(jdbc);
        }
    }

    static void fill(DataSource dataSource, JdbcTemplate jdbc, int people, boolean sorted) {
        jdbc.execute(HOUSE);
        Flyway.configure().dataSource(dataSource).schemas("kedja").load().migrate();
        if (jdbc.queryForObject("select not exists(select from kedja.event)", Boolean.class)) {
            jdbc.execute("alter table kedja.event disable trigger user");
            jdbc.execute("alter table kedja.event drop constraint event_pkey");
            jdbc.execute("drop index kedja.event_patient_day");
            jdbc.update(FILL + (sorted ? "order by id, e" : "order by e, p"), people);
            jdbc.execute("alter table kedja.event add primary key (source, ordinal)");
            jdbc.execute("create index event_patient_day on kedja.event (patient, day)");
            jdbc.execute("alter table kedja.event enable trigger user");
            jdbc.execute("vacuum analyze kedja.event");
        }
    }

    private static void load(DataSource dataSource, Path directory) throws IOException {
        double cpu = cpuSeconds();
        double databaseCpu = Server.databaseCpuSeconds(directory);
        long start = System.nanoTime();
        Cohort cohort = new Cohorts(dataSource).load().cohort();
        double seconds = (System.nanoTime() - start) / 1e9;
        cpu = cpuSeconds() - cpu;
        databaseCpu = Server.databaseCpuSeconds(directory) - databaseCpu;
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "load: %,d people, %,d events, %d parts in %.1f s; %.1f s of CPU of the reader, %.1f s of the database; %,d MB"
                        + " of heap kept%n",
                cohort.people(),
                cohort.events(),
                cohort.parts().size(),
                seconds,
                cpu,
                databaseCpu,
                heap >> 20);
    }

    private static void refresh(DataSource dataSource, JdbcTemplate jdbc) {
        CurrentCohort current = new CurrentCohort(dataSource);
        current.now();
        for (int patients : new int[] {0, 1, 1, 10, 100, 1_000}) {
            jdbc.update("""
                    insert into kedja.event (source, ordinal, patient, kind, day)
                    select 'Condition/' || gen_random_uuid(), 0, patient, 'fracture', '2024-01-01'
                    from (select distinct patient from (select patient from kedja.event limit ?) few limit ?) chosen
                    """, patients * 40, patients);
            long start = System.nanoTime();
            current.now();
            System.out.printf(
                    Locale.ROOT,
                    "question after a write about %d patients: %.1f ms%n",
                    patients,
                    (System.nanoTime() - start) / 1e6);
        }
    }

    /** As the server writes: a resource's events are removed and added, each time in a transaction. */
    private static void write(JdbcTemplate jdbc) {
        for (String setting : new String[] {"enable", "disable", "enable", "disable", "enable", "disable"}) {
            jdbc.execute("alter table kedja.event " + setting + " trigger user");
            long start = System.nanoTime();
            int writes = 2_000;
            jdbc.execute("""
                    do $$ begin for i in 1..%d loop
                        delete from kedja.event where source = 'Condition/bench-' || i;
                        insert into kedja.event (source, ordinal, patient, kind, day)
                            values ('Condition/bench-' || i, 0, 'bench-' || i, 'fracture', '2024-01-01');
                        commit;
                    end loop; end $$
                    """.formatted(writes));
            System.out.printf(
                    Locale.ROOT,
                    "%s triggers: %.1f µs for each resource%n",
                    setting,
                    (System.nanoTime() - start) / 1e3 / writes);
        }
        jdbc.execute("alter table kedja.event enable trigger user");
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
