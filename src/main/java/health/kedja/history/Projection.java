package health.kedja.history;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import health.kedja.fhir.ResourceEvents;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what resources say as events, and of whose data are whose, in the transaction that stores the resources. The writes of one transaction are
 * gathered and sent together just before it commits; when it rolls back, nothing was written.
 */
public final class Projection {

    private final JdbcTemplate jdbc;
    private final ResourceEvents resourceEvents;
    private final FractureDates fractureDates;
    private final EventRows rows;
    private final ReachRows reach;
    private final Reach keeper;

    /** @param keeper told after each commit that changed what it may keep in memory */
    public Projection(DataSource dataSource, ResourceEvents resourceEvents, FractureDates fractureDates, Reach keeper) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.resourceEvents = resourceEvents;
        this.fractureDates = fractureDates;
        this.rows = new EventRows(jdbc);
        this.reach = new ReachRows(jdbc);
        this.keeper = keeper;
    }

    /** The resource is stored, or stored anew: what it says replaces what it said. */
    public void stored(Resource resource) {
        add(Statement.of(resource, resourceEvents));
    }

    /**
     * The resource is deleted: it says nothing any more. Written at once, because a conditional delete tells of what it
     * deletes only when the transaction is about to commit, too late to ask to be called before it does.
     */
    public void deleted(Resource resource) {
        Statement statement = Statement.ofDeleted(resource);
        flush().pending.remove(statement.source());
        write(List.of(statement));
    }

    private void add(Statement statement) {
        Flush flush = flush();
        if (flush.done) {
            write(List.of(statement));
        } else {
            flush.pending.put(statement.source(), statement);
        }
    }

    private Flush flush() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Events are only written in the transaction that stores the resource");
        }
        Flush flush = (Flush) TransactionSynchronizationManager.getResource(this);
        if (flush == null) {
            flush = new Flush();
            TransactionSynchronizationManager.bindResource(this, flush);
            TransactionSynchronizationManager.registerSynchronization(flush);
        }
        return flush;
    }

    private void write(Collection<Statement> statements) {
        try {
            replace(statements);
        } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
            throw new ResourceVersionConflictException(
                    "Another request wrote the same resource at the same time. Read it and try again.");
        }
    }

    private void replace(Collection<Statement> statements) {
        fractureDates.checkNotInFuture(statements);
        // One round trip for what they said, and one for what they say.
        run(
                Stream.of(
                        EventRows.deletion(statements),
                        PatientLinks.deletion(statements),
                        Units.deletion(statements),
                        Scanners.deletion(statements)),
                ReachRows.deletions(statements));
        run(
                Stream.of(
                        rows.insertion(statements),
                        PatientLinks.insertion(statements),
                        Units.insertion(statements),
                        Scanners.insertion(statements)),
                reach.insertions(statements));
        Flush flush = flush();
        flush.organizations |= statements.stream().anyMatch(Statement::isOfUnit);
        flush.standings |= statements.stream().anyMatch(ReachRows::makesStanding);
        fractureDates.checkNotBeforeBirth(statements);
    }

    private void run(Stream<Optional<Rows.Part>> ofHistory, Stream<Rows.Part> ofReach) {
        Rows.run(
                jdbc,
                Stream.concat(ofHistory.flatMap(Optional::stream), ofReach).toList());
    }

    private final class Flush implements TransactionSynchronization {

        private final Map<String, Statement> pending = new LinkedHashMap<>();
        private boolean done;
        private boolean suspended;
        private boolean organizations;
        private boolean standings;

        @Override
        public void beforeCommit(boolean readOnly) {
            done = true;
            write(pending.values());
        }

        @Override
        public void suspend() {
            // Nothing is bound any more when a transaction begins after this one has committed.
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(Projection.this) != null;
        }

        @Override
        public void resume() {
            if (suspended) {
                TransactionSynchronizationManager.bindResource(Projection.this, this);
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Projection.this);
        }

        @Override
        public void afterCompletion(int status) {
            if (organizations) {
                keeper.organizationsChanged();
            }
            if (standings) {
                keeper.standingsChanged();
            }
        }
    }
}
