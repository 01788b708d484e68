package health.kedja.history;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Refuses fractures dated in the future or before the patient was born. A profile cannot say either: one depends on the
 * day, the other on another resource.
 */
public final class FractureDates {

    private static final Set<Kind> FRACTURES = Set.of(Kind.FRACTURE, Kind.UNCONFIRMED_FRACTURE);

    private static final String BEFORE_BIRTH = """
            select fracture.source, fracture.day, birth.day as born
            from unnest(?::text[], ?::text[]) broken (person, record)
                join unnest(?::text[], ?::text[]) born (person, record) on born.person = broken.person
                join kedja.event fracture on fracture.patient = broken.record
                join kedja.event birth on birth.patient = born.record
            where fracture.kind in ('fracture', 'unconfirmed-fracture')
                and birth.kind = 'birth' and fracture.day < birth.day
            limit 1
            """;

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(patient, 0)) from unnest(?::text[]) patient
            """;

    private final JdbcTemplate jdbc;
    private final PatientLinks links;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public FractureDates(DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.links = new PatientLinks(jdbc);
        this.clock = clock;
    }

    void checkNotInFuture(Collection<Statement> statements) {
        LocalDate today = LocalDate.now(clock);
        for (Statement statement : statements) {
            for (Event event : statement.events()) {
                if (FRACTURES.contains(event.kind())
                        && event.day() != null
                        && event.day().isAfter(today)) {
                    throw refused(
                            event.source(),
                            "fracture-not-in-future: the fracture is dated " + event.day() + ", after today (" + today
                                    + "). Give the day on which the bone broke.");
                }
            }
        }
    }

    /**
     * Checks what is written against what the transaction leaves in the database, on every record of the same person:
     * after a merge, the fractures of the replaced record against the birth that the surviving one tells. Until it
     * commits, no other transaction checks the same patients: each of two would miss what the other is about to commit.
     */
    void checkNotBeforeBirth(Collection<Statement> statements) {
        Set<String> patients = new TreeSet<>();
        for (Statement statement : statements) {
            if (statement.replacedBy() != null) {
                statement.record().ifPresent(patients::add);
            } else if (statement.events().stream().anyMatch(FractureDates::isBirthOrFracture)) {
                patients.add(statement.patient());
            }
        }
        if (patients.isEmpty()) {
            return;
        }
        // In one order, so that two transactions do not wait for each other.
        Set<String> records = new TreeSet<>();
        links.ofSamePerson(patients).values().forEach(records::addAll);
        jdbc.query(LOCK, (RowCallbackHandler) row -> {}, (Object) records.toArray(String[]::new));
        // Again: the one we waited for may have merged two of them.
        List<String> person = new ArrayList<>();
        List<String> record = new ArrayList<>();
        links.ofSamePerson(patients)
                .forEach((patient, same) -> same.forEach(one -> {
                    person.add(patient);
                    record.add(one);
                }));
        String[] persons = person.toArray(String[]::new);
        String[] theirs = record.toArray(String[]::new);
        jdbc.query(
                BEFORE_BIRTH,
                (RowCallbackHandler) row -> {
                    throw refused(
                            row.getString("source"),
                            "fracture-not-before-birth: the fracture is dated " + row.getDate("day")
                                    + ", before the patient was born (" + row.getDate("born")
                                    + "). Correct one of the two dates.");
                },
                persons,
                theirs,
                persons,
                theirs);
    }

    private static boolean isBirthOrFracture(Event event) {
        return event.kind() == Kind.BIRTH || FRACTURES.contains(event.kind());
    }

    private static UnprocessableEntityException refused(String source, String diagnostics) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.BUSINESSRULE)
                .setDiagnostics(source + ": " + diagnostics)
                .addExpression("Condition.onset");
        return new UnprocessableEntityException(diagnostics, outcome);
    }
}
