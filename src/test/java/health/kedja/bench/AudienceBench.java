package health.kedja.bench;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.history.AskedOfReach;
import health.kedja.history.Audience;
import health.kedja.history.CurrentCohort;
import health.kedja.history.Population;
import health.kedja.history.Reach;
import health.kedja.indicator.ColumnChains;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.ReportKey;
import health.kedja.indicator.Stratifier;
import health.kedja.pathway.Guideline;
import health.kedja.server.GuidelineFiles;
import health.kedja.server.IndicatorFiles;
import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures a report of one of two regions: over everyone with a set of those who count, as it was asked before, and over
 * those whom the audience sees. One in a hundred has opted out, one in five hundred has blocked the records of a unit.
 * Arguments: the jar, which is not needed here; directory of the database (made where there is none); people in it.
 */
final class AudienceBench {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final int ROUNDS = 9;
    private static final String[] BELONGING = {
        "insert into kedja.organization values ('north', null), ('south', null), ('ward', 'north'), ('clinic', 'north')",
        "insert into kedja.patient_owner select distinct patient,"
                + " case when hashtext(patient) % 2 = 0 then 'north' else 'south' end from kedja.event",
        "insert into kedja.custody (source, patient, custodian)"
                + " select distinct source, patient, 'ward' from kedja.event where source like 'Observation/%'",
        "insert into kedja.consent select 'Consent/o' || patient, 0, patient, 'register-opt-out', null, null, null"
                + " from kedja.patient_owner where abs(hashtext(patient || 'o')) % 100 = 0",
        "insert into kedja.consent select 'Consent/b' || patient, 0, patient, 'block', 'ward', null, null"
                + " from kedja.patient_owner where abs(hashtext(patient || 'b')) % 500 = 0",
        "vacuum analyze"
    };

    private final Indicator indicator = IndicatorFiles.load().find("SOS-07").orElseThrow();
    private final Guideline guideline =
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard();
    private final CurrentCohort current;
    private final Reach reach;
    private final AskedOfReach rows;
    private final JdbcTemplate jdbc;

    private AudienceBench(CurrentCohort current, Reach reach, AskedOfReach rows, JdbcTemplate jdbc) {
        this.rows = rows;
        this.current = current;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                Path.of(arguments[1]), PostgresOptions.defaults().withDurable(false));
        try (postgres;
                HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(postgres.jdbcUrl());
            dataSource.setUsername(postgres.username());
            dataSource.setPassword(postgres.password());
            dataSource.setSchema("public");
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            CohortBench.fill(dataSource, jdbc, Integer.parseInt(arguments[2]), true);
            for (String table : List.of("patient_owner", "consent")) {
                jdbc.execute("alter table kedja." + table + " disable trigger user");
            }
            if (jdbc.queryForObject("select not exists(select from kedja.patient_owner)", Boolean.class)) {
                for (String sql : BELONGING) {
                    jdbc.execute(sql);
                }
            }
            for (String table : List.of("patient_owner", "consent")) {
                jdbc.execute("alter table kedja." + table + " enable trigger user");
            }
            new AudienceBench(
                            new CurrentCohort(dataSource), new Reach(dataSource, 0), new AskedOfReach(dataSource), jdbc)
                    .measure();
        }
    }

    private void measure() {
        long start = System.nanoTime();
        Population everyone = current.now();
        say(
                "first question: %,d people, %,d events, %d parts in %.1f s",
                everyone.cohort().people(),
                everyone.cohort().events(),
                everyone.cohort().parts().size(),
                (System.nanoTime() - start) / 1e9);
        everyone = null;
        Audience register = new Audience(Optional.of("north"), true, Optional.of(Set.of("north")), DAY);
        say("counted for the region: %,d", current.now(register).cohort().people());
        measure("a set of those who count, read at each question: to know them", () -> people(register));
        measure("    the report", () -> before(register));
        measure("those whom the audience sees: to know them", () -> current.now(register));
        measure("    the report", () -> after(register));
        Audience ward = new Audience(Optional.of("north"), false, Optional.of(Set.of("ward")), DAY);
        measure("    the report of the unit that holds what is blocked", () -> after(ward));
        Stopwatch written = new Stopwatch();
        for (int i = 0; i < ROUNDS; i++) {
            jdbc.update("insert into kedja.consent select 'Consent/n" + i
                    + "', 0, patient, 'register-opt-out', null, null, null"
                    + " from kedja.patient_owner where region = 'north' limit 1 offset " + (i + 1) * 10);
            written.round(() -> after(register));
        }
        say("    the report after somebody opted out: %s", of(written));
        Stopwatch elsewhere = new Stopwatch();
        Audience south = new Audience(Optional.of("south"), true, Optional.of(Set.of("south")), DAY);
        for (int i = 0; i < ROUNDS; i++) {
            elsewhere.round(() -> after(register));
            elsewhere.round(() -> after(south));
        }
        say("    the report, two regions in turn: %s", of(elsewhere));
    }

    private void measure(String what, Supplier<Object> work) {
        for (int i = 0; i < ROUNDS; i++) {
            work.get();
        }
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < ROUNDS; i++) {
            watch.round(work);
        }
        say("%s: %s", what, of(watch));
    }

    private Set<String> people(Audience audience) {
        Set<String> people = new HashSet<>(reach.patientsOf(audience.region().orElseThrow()));
        people.removeAll(rows.optedOut(DAY));
        return people;
    }

    private Object before(Audience audience) {
        return report(current.now(), Optional.of(people(audience)));
    }

    private Object after(Audience audience) {
        return report(current.now(audience), Optional.empty());
    }

    private List<Object> report(Population population, Optional<Set<String>> people) {
        Question question = new Question(
                LocalDate.of(2018, 1, 1),
                LocalDate.of(2022, 12, 31),
                LocalDate.of(2022, 12, 31),
                List.of(Stratifier.REGION, Stratifier.SEX, Stratifier.AGE_GROUP),
                people,
                Optional.empty(),
                5);
        Report report = Evaluation.of(indicator, question, population.cohort(), new ColumnChains(guideline, Map.of()));
        List<Object> made = new ArrayList<>(List.of(report));
        made.add(ReportKey.of(indicator, question, population.dataAsOf(), population.seenBy())
                .id());
        return made;
    }

    private static String of(Stopwatch watch) {
        return String.format(
                Locale.ROOT, "%.1f ms (median of %d), %.0f ms of CPU", watch.elapsed(), ROUNDS, watch.cpu());
    }

    private static void say(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }
}
