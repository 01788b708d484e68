package health.kedja.exchange;

import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.audit.LaterAccess;
import health.kedja.history.PastResources;
import health.kedja.history.Receipt;
import health.kedja.history.StoredVersions;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What bulk export needs of the server around it.
 *
 * @param database where resources and exports are kept
 * @param contents how what is stored becomes what is exported
 * @param callers who asks
 * @param limits how much room and time exports get
 */
public record ExportSetup(Database database, Contents contents, Callers callers, ExportLimits limits) {

    /**
     * A database.
     *
     * @param unhurried the same, for statements that remove much
     */
    public record Database(DataSource dataSource, DataSource unhurried, PlatformTransactionManager transactions) {}

    /**
     * What is in it.
     *
     * @param types the resource types that are stored
     * @param parser writes a resource as it is answered elsewhere; a new one each time
     */
    public record Contents(
            Collection<String> types,
            StoredVersions versions,
            PastResources past,
            TypeFilters filters,
            Supplier<IParser> parser) {}

    /**
     * Those who ask.
     *
     * @param reach what whoever asks may take out
     * @param audit who in the trail is told the patients of an export when it is made, in the transaction that makes it known
     * @param again the reach of whoever asked before a restart, by its words; empty if they are not to get it any more
     * @param auditAgain what {@code audit} gave before a restart, by its words
     * @param recorded whether accesses are recorded; without, {@code audit} and {@code auditAgain} are not asked
     * @param needToken whether nobody gets a file without a token
     */
    public record Callers(
            Function<RequestDetails, ExportReach> reach,
            Function<RequestDetails, LaterAccess> audit,
            Function<Map<String, String>, Optional<ExportReach>> again,
            Function<Map<String, String>, LaterAccess> auditAgain,
            boolean recorded,
            boolean needToken) {}

    /** The doors, with the threads behind them. */
    public ExportProvider provider(Clock clock) {
        ExportPlan plan = new ExportPlan(
                contents.types(), contents.filters(), new Receipt(database.dataSource()), contents.past());
        return new ExportProvider(plan, jobs(clock), callers, new Manifest(callers.needToken()), clock);
    }

    /** The threads. */
    ExportJobs jobs(Clock clock) {
        ExportParts parts = new ExportParts(
                new VersionPages(database.dataSource()),
                contents.versions(),
                contents.filters(),
                contents.parser(),
                new ExportStore(database.dataSource(), database.unhurried(), database.transactions()),
                limits);
        return new ExportJobs(parts, limits, new GoingOn(callers, limits.kept()), clock);
    }
}
