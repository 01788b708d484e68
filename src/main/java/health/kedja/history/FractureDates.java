package health.kedja.history;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
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
            from kedja.event fracture join kedja.event birth on birth.patient = fracture.patient
            where fracture.patient = any (?) and fracture.kind in ('fracture', 'unconfirmed-fracture')
                and birth.kind = 'birth' and fracture.day < birth.day
            limit 1
            """;

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(patient, 0)) from unnest(?::text[]) patient
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public FractureDates(DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
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
     * Checks what is written against what the transaction leaves in the database. Until it commits, no other
     * transaction checks the same patients: each of two would miss what the other is about to commit.
     */
    void checkNotBeforeBirth(Collection<Statement> statements) {
        Collection<String> patients = statements.stream()
                .filter(statement -> statement.events().stream()
                        .anyMatch(event -> event.kind() == Kind.BIRTH || FRACTURES.contains(event.kind())))
                .map(Statement::patient)
                .distinct()
                // In one order, so that two transactions do not wait for each other.
                .sorted()
                .toList();
        if (patients.isEmpty()) {
            return;
        }
        jdbc.query(LOCK, (RowCallbackHandler) row -> {}, (Object) patients.toArray(String[]::new));
        jdbc.query(
                BEFORE_BIRTH,
                (RowCallbackHandler) row -> {
                    throw refused(
                            row.getString("source"),
                            "fracture-not-before-birth: the fracture is dated " + row.getDate("day")
                                    + ", before the patient was born (" + row.getDate("born")
                                    + "). Correct one of the two dates.");
                },
                (Object) patients.toArray(String[]::new));
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
