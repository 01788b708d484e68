package health.kedja.history;

import health.kedja.fhir.Belonging;
import health.kedja.fhir.CareRelation;
import health.kedja.fhir.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that say whose data are whose. Joins the transaction of the caller; opens none of its own. Nothing is sent
 * for a table that the resources cannot concern.
 */
final class ReachRows {

    private static final List<String> TABLES = List.of(
            "organization",
            "practitioner_role",
            "care_relation",
            "patient_owner",
            "consent",
            "custody",
            "named_patient");

    /** Types that may state a relation, as sources begin. */
    private static final List<String> OF_RELATIONS =
            List.of("Patient/", "Encounter/", "EpisodeOfCare/", "CareTeam/", "ServiceRequest/", "CarePlan/", "Task/");
    /** Types that are never blocked, so that it need not be known who recorded them. */
    private static final List<String> WITHOUT_CUSTODY =
            List.of("Patient/", "Consent/", "Organization/", "PractitionerRole/");

    private final JdbcTemplate jdbc;
    private final Rows<Statement> organizations;
    private final Rows<Statement> roles;
    private final Rows<Of<CareRelation>> relations;
    private final Rows<Statement> owners;
    private final Rows<Of<Refusal>> refusals;
    private final Rows<Statement> custodies;
    private final Rows<Named> named;

    ReachRows(JdbcTemplate jdbc) {
        this(jdbc, "");
    }

    private ReachRows(JdbcTemplate jdbc, String suffix) {
        this.jdbc = jdbc;
        this.organizations = new Rows<>(
                "kedja.organization" + suffix,
                List.of(
                        Rows.text("id", Statement::id),
                        Rows.text("part_of", said -> belonging(said).unit().partOf())));
        this.roles = new Rows<>(
                "kedja.practitioner_role" + suffix,
                List.of(
                        Rows.text("id", Statement::id),
                        Rows.text("practitioner", said -> belonging(said).role().practitioner()),
                        Rows.text("organization", said -> belonging(said).role().organization())));
        this.relations = new Rows<>(
                "kedja.care_relation" + suffix,
                List.of(
                        Rows.text("source", Of::source),
                        new Rows.Column<>("ordinal", "int2", Of::ordinal),
                        Rows.text("patient", Of::patient),
                        Rows.text("through", of -> of.what.through().token()),
                        Rows.text("organization", of -> of.what.party().organization()),
                        Rows.text("practitioner", of -> of.what.party().practitioner()),
                        Rows.text("role", of -> of.what.party().role()),
                        new Rows.Column<>("from_day", "date", of -> day(of.what.from())),
                        new Rows.Column<>("end_day", "date", of -> day(of.what.end()))));
        this.owners = new Rows<>(
                "kedja.patient_owner" + suffix,
                List.of(
                        Rows.text("patient", Statement::id),
                        Rows.text("region", said -> belonging(said).region())));
        this.refusals = new Rows<>(
                "kedja.consent" + suffix,
                List.of(
                        Rows.text("source", Of::source),
                        new Rows.Column<>("ordinal", "int2", Of::ordinal),
                        Rows.text("patient", Of::patient),
                        Rows.text("kind", of -> of.what.kind().token()),
                        Rows.text("custodian", of -> of.what.custodian()),
                        new Rows.Column<>("from_day", "date", of -> day(of.what.from())),
                        new Rows.Column<>("end_day", "date", of -> day(of.what.end()))));
        this.custodies = new Rows<>(
                "kedja.custody" + suffix,
                List.of(
                        Rows.text("source", Statement::source),
                        Rows.text("patient", said -> belonging(said).patient()),
                        Rows.text("custodian", said -> belonging(said).custody().organization()),
                        Rows.text("role", said -> belonging(said).custody().role()),
                        Rows.text("encounter", said -> belonging(said).custody().encounter())));
        this.named = new Rows<>(
                "kedja.named_patient" + suffix,
                List.of(Rows.text("source", Named::source), Rows.text("patient", Named::patient)));
    }

    /** Whether what a resource says, or said, is part of anybody's {@link Standing}. */
    static boolean makesStanding(Statement statement) {
        return statement.is("Consent/")
                || statement.is("PractitionerRole/")
                || OF_RELATIONS.stream().anyMatch(statement::is);
    }

    /** The statements that remove what these resources said. */
    static Stream<Rows.Part> deletions(Collection<Statement> statements) {
        return Stream.of(
                        of("organization where id", statements, said -> said.is("Organization/"), Statement::id),
                        of(
                                "practitioner_role where id",
                                statements,
                                said -> said.is("PractitionerRole/"),
                                Statement::id),
                        of(
                                "care_relation where source",
                                statements,
                                said -> OF_RELATIONS.stream().anyMatch(said::is),
                                Statement::source),
                        of("patient_owner where patient", statements, said -> said.is("Patient/"), Statement::id),
                        of("consent where source", statements, said -> said.is("Consent/"), Statement::source),
                        of(
                                "custody where source",
                                statements,
                                said -> WITHOUT_CUSTODY.stream().noneMatch(said::is),
                                Statement::source),
                        of("named_patient where source", statements, said -> !said.is("Patient/"), Statement::source))
                .flatMap(Optional::stream);
    }

    private static Optional<Rows.Part> of(
            String column,
            Collection<Statement> statements,
            Predicate<Statement> concerned,
            Function<Statement, String> key) {
        return Rows.delete(
                "kedja." + column,
                statements.stream().filter(concerned).map(key).toList());
    }

    /** Adds what resources say, in one statement. */
    void insert(Collection<Statement> statements) {
        Rows.run(jdbc, insertions(statements).toList());
    }

    /** The statements that add what resources say. */
    Stream<Rows.Part> insertions(Collection<Statement> statements) {
        return Stream.of(
                        organizations.insert(those(statements, belonging -> belonging.unit() != null)),
                        roles.insert(those(statements, belonging -> belonging.role() != null)),
                        relations.insert(each(statements, Belonging::relations)),
                        owners.insert(those(statements, belonging -> belonging.region() != null)),
                        refusals.insert(each(statements, Belonging::refusals)),
                        custodies.insert(those(statements, belonging -> belonging.custody() != null)),
                        named.insert(named(statements)))
                .flatMap(Optional::stream);
    }

    private static List<Statement> those(Collection<Statement> statements, Predicate<Belonging> say) {
        return statements.stream().filter(said -> say.test(said.belonging())).toList();
    }

    private static <T> List<Of<T>> each(Collection<Statement> statements, Function<Belonging, List<T>> say) {
        List<Of<T>> all = new ArrayList<>();
        for (Statement said : statements) {
            short ordinal = 0;
            for (T what : say.apply(said.belonging())) {
                all.add(new Of<>(said.source(), ordinal++, said.belonging().patient(), what));
            }
        }
        return all;
    }

    private static List<Named> named(Collection<Statement> statements) {
        return statements.stream()
                .flatMap(said -> said.belonging().named().stream().map(patient -> new Named(said.source(), patient)))
                .toList();
    }

    /** Empty tables of the same form, to be filled while the others are still read. */
    static ReachRows aside(JdbcTemplate jdbc) {
        for (String table : TABLES) {
            jdbc.execute("drop table if exists kedja." + table + "_rebuild");
            jdbc.execute("create table kedja." + table + "_rebuild (like kedja." + table + ")");
        }
        return new ReachRows(jdbc, "_rebuild");
    }

    /** Replaces everything by what is in the tables {@linkplain #aside aside}. */
    void replaceByThoseAside() {
        for (String table : TABLES) {
            jdbc.update("delete from kedja." + table);
            jdbc.update("insert into kedja." + table + " select * from kedja." + table + "_rebuild");
            jdbc.execute("drop table kedja." + table + "_rebuild");
        }
    }

    private static Belonging belonging(Statement said) {
        return said.belonging();
    }

    private static Object day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** A patient whom a resource names. */
    private record Named(String source, String patient) {}

    /** One of the things that a resource says. */
    private record Of<T>(String source, short ordinal, String patient, T what) {}
}
