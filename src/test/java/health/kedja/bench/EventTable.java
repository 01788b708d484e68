package health.kedja.bench;

import health.kedja.history.EventLoad;
import health.kedja.pathway.Event;
import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import health.kedja.synthetic.SyntheticPerson;
import health.kedja.synthetic.SyntheticPopulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A population in the events table of an own PostgreSQL, and SOS-07 by region, sex and age asked of it in SQL. */
final class EventTable implements AutoCloseable {

    private static final int PEOPLE_AT_ONCE = 1_000;

    /** Ages, windows and the washout as the definition says; a code begins with one of the list. */
    private static final String SOS_07 = """
            with fracture as materialized (
                select f.patient, f.day
                from kedja.event f
                join kedja.event visit on visit.source = f.encounter and visit.kind = 'encounter'
                    and visit.patient = f.patient
                where f.kind = 'fracture'
                    and f.code ~ '^(S72[012]|S22[01]|S320|T089|M485|M495|S32[134578]|S422|S52[56]|M80)'
                    and visit.code in ('IMP', 'ACUTE', 'NONAC', 'OBSENC', 'AMB', 'EMER', 'SS', 'HH', 'VR')
            ), index_fracture as (
                select distinct on (f.patient) f.patient, f.day,
                    extract(year from age(f.day, birth.day)) as age
                from fracture f
                join kedja.event birth on birth.patient = f.patient and birth.kind = 'birth'
                where f.day between date '%1$s' and least(date '%2$s', date '%3$s')
                    and extract(year from age(f.day, birth.day)) >= 50
                    and not exists (select from fracture earlier where earlier.patient = f.patient
                        and earlier.day > f.day - interval '10 years' and earlier.day < f.day)
                order by f.patient, f.day
            )
            select
                coalesce((select home.code from kedja.event home
                    where home.patient = i.patient and home.kind = 'residence' and home.day <= i.day
                        and (home.end_day is null or home.end_day > date '%3$s' or home.end_day >= i.day)
                    order by home.day desc limit 1), 'unknown') as region,
                coalesce((select sex.code from kedja.event sex
                    where sex.patient = i.patient and sex.kind = 'sex' limit 1), 'unknown') as sex,
                case when i.age < 70 then '50-69' when i.age < 80 then '70-79' when i.age < 90 then '80-89'
                    else '90+' end as band,
                count(*) as denominator,
                count(*) filter (where exists (select from kedja.event drug
                    where drug.patient = i.patient and drug.kind = 'drug-dispensed'
                        and drug.code ~ '^(G03XC01|H05AA02|M05B(A02|A04|A07|A08|B03|B05|X04|X06))'
                        and drug.day between i.day and i.day + interval '12 months')) as numerator
            from index_fracture i
            where i.day + interval '12 months' <= date '%3$s'
            group by 1, 2, 3
            """;

    private final EmbeddedPostgres postgres;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Path directory;
    private final Connection connection;

    private EventTable(EmbeddedPostgres postgres, DataSource dataSource, Path directory) throws SQLException {
        this.postgres = postgres;
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.directory = directory;
        this.connection = dataSource.getConnection();
    }

    /** A database with the population in it, its statistics up to date. */
    static EventTable of(SyntheticPopulation population, Path directory) throws SQLException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(directory, PostgresOptions.defaults().withDurable(false));
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.jdbcUrl());
        dataSource.setUser(postgres.username());
        dataSource.setPassword(postgres.password());
        EventTable table = new EventTable(postgres, dataSource, directory);
        table.fill(population);
        return table;
    }

    private void fill(SyntheticPopulation population) {
        jdbc.execute("create table if not exists public.hfj_resource (res_type text, fhir_id text)");
        jdbc.execute("create table if not exists public.hfj_res_ver (pid bigint, res_updated timestamp)");
        Flyway.configure().dataSource(dataSource).schemas("kedja").load().migrate();
        jdbc.execute("alter table kedja.event disable trigger user");
        jdbc.execute("alter table kedja.event drop constraint event_pkey");
        jdbc.execute("drop index kedja.event_patient_day");
        EventLoad load = new EventLoad(dataSource);
        int batches = (population.people() + PEOPLE_AT_ONCE - 1) / PEOPLE_AT_ONCE;
        IntStream.range(0, batches).parallel().forEach(batch -> {
            Map<String, List<Event>> events = new LinkedHashMap<>();
            int to = Math.min(population.people(), (batch + 1) * PEOPLE_AT_ONCE);
            for (int person = batch * PEOPLE_AT_ONCE; person < to; person++) {
                SyntheticPerson each = population.person(person);
                events.put(each.id(), each.events());
            }
            load.add(events);
        });
        jdbc.execute("alter table kedja.event add primary key (source, ordinal)");
        jdbc.execute("create index event_patient_day on kedja.event (patient, day)");
        jdbc.execute("alter table kedja.event enable trigger user");
        jdbc.execute("vacuum analyze kedja.event");
    }

    /** An index that the server does not have, made for this one question. */
    void index() {
        jdbc.execute(
                "create index event_for_sql on kedja.event (kind, patient, day) include (code, encounter, end_day)");
        jdbc.execute("vacuum analyze kedja.event");
    }

    long rows() {
        return jdbc.queryForObject("select count(*) from kedja.event", Long.class);
    }

    /** CPU time of the processes that are there now. */
    double cpuSeconds() {
        try {
            return Server.databaseCpuSeconds(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Denominator and numerator by {@code region/sex/band}.
     *
     * @param workers how many processes may help; their CPU time is gone with them
     */
    Map<String, List<Long>> counts(LocalDate from, LocalDate to, LocalDate asOf, int workers) {
        Map<String, List<Long>> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            statement.execute("set max_parallel_workers_per_gather = " + workers);
            ResultSet rows = statement.executeQuery(SOS_07.formatted(from, to, asOf));
            while (rows.next()) {
                counts.put(
                        rows.getString("region") + "/" + rows.getString("sex") + "/" + rows.getString("band"),
                        List.of(rows.getLong("denominator"), rows.getLong("numerator")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        postgres.close();
    }
}
