package health.kedja.history;

import health.kedja.fhir.ResourceEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what resources say as events, in the transaction that stores the resources. The writes of one transaction are
 * gathered and sent together just before it commits; when it rolls back, nothing was written.
 */
public final class Projection {

    private final ResourceEvents resourceEvents;
    private final FractureDates fractureDates;
    private final EventRows rows;
    private final PatientLinks links;

    public Projection(DataSource dataSource, ResourceEvents resourceEvents, FractureDates fractureDates) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.resourceEvents = resourceEvents;
        this.fractureDates = fractureDates;
        this.rows = new EventRows(jdbc);
        this.links = new PatientLinks(jdbc);
    }

    /** The resource is stored, or stored anew: what it says replaces what it said. */
    public void stored(Resource resource) {
        add(Statement.of(resource, resourceEvents));
    }

    /** The resource is deleted: it says nothing any more. */
    public void deleted(Resource resource) {
        add(Statement.ofDeleted(resource));
    }

    private void add(Statement statement) {
        pending().put(statement.source(), statement);
    }

    private Map<String, Statement> pending() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Events are only written in the transaction that stores the resource");
        }
        @SuppressWarnings("unchecked")
        Map<String, Statement> pending = (Map<String, Statement>) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new LinkedHashMap<>();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(new Flush(pending));
        }
        return pending;
    }

    private void write(Collection<Statement> statements) {
        fractureDates.checkNotInFuture(statements);
        rows.delete(statements.stream().map(Statement::source).toList());
        rows.insert(statements);
        writeLinks(statements);
        fractureDates.checkNotBeforeBirth(statements);
    }

    private void writeLinks(Collection<Statement> statements) {
        Map<String, String> replacedBy = new LinkedHashMap<>();
        List<String> records = new ArrayList<>();
        for (Statement statement : statements) {
            statement.record().ifPresent(record -> {
                records.add(record);
                if (statement.replacedBy() != null) {
                    replacedBy.put(record, statement.replacedBy());
                }
            });
        }
        links.delete(records);
        links.insert(replacedBy);
    }

    private final class Flush implements TransactionSynchronization {

        private final Map<String, Statement> pending;

        Flush(Map<String, Statement> pending) {
            this.pending = pending;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(pending.values());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Projection.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Projection.this, pending);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Projection.this);
        }
    }
}
