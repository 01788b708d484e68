package health.kedja.server.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceIdPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.kedja.access.Rules;
import health.kedja.history.Histories;
import health.kedja.history.Reach;
import health.kedja.operation.ObservationRecords;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.PeopleInReach;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** All of access control: what to hang where. */
public final class AccessControl {

    private final Reach reach;
    private final Verdicts verdicts;
    private final OperationDoors doors;
    private final List<Object> storageHooks;
    private final List<Object> endpointHooks;

    /**
     * @param clock in the time zone in which calendar days are counted
     * @param types the resource types that are stored
     */
    @SuppressWarnings("java:S107") // It reads from all of them.
    public AccessControl(
            DataSource dataSource,
            Reach reach,
            DaoRegistry daos,
            SearchParamMatcher matcher,
            MatchUrlService queries,
            ISearchParamRegistry parameters,
            FhirContext context,
            Clock clock,
            Set<String> types) {
        this.reach = reach;
        Labels labels = new Labels(dataSource);
        Stored stored = new Stored(daos);
        ConditionalUrls urls = new ConditionalUrls();
        this.verdicts = new Verdicts(Rules.load(), reach, new Bonds(reach, clock), matcher);
        this.doors = new OperationDoors(verdicts, reach, clock);
        this.storageHooks = List.of(
                new SearchNarrowing(
                        verdicts,
                        new ReachOfSearch(verdicts, reach, clock),
                        new Namings(parameters, types),
                        parameters,
                        queries,
                        context),
                new LeavingCheck(verdicts, stored),
                new WriteCheck(verdicts, labels, new Owners(reach, labels)));
        this.endpointHooks = List.of(
                new RequestGate(verdicts, stored, new BundleGate(verdicts, labels, urls), urls), new Answers(verdicts));
    }

    /** The histories of patients whom whoever asks may see. */
    public PatientRecords guard(PatientRecords open) {
        return doors.guard(open);
    }

    /** The Observations of patients whom whoever asks may see. */
    public ObservationRecords guard(ObservationRecords open, Histories histories) {
        return doors.guard(open, histories);
    }

    /** Whom whoever asks may be told of, or counted for. */
    public PeopleInReach people() {
        return doors::people;
    }

    /** Who asks, so that another is told from them. */
    public String who(RequestDetails request) {
        return CallersPages.who(request, reach);
    }

    /** For the storage's interceptor service. */
    public List<Object> storageHooks() {
        return storageHooks;
    }

    /** For the REST server. */
    public List<Object> endpointHooks() {
        return endpointHooks;
    }

    /** Where HAPI writes {@code _id} as SQL: for each search a new one. */
    public static ResourceIdPredicateBuilder idPredicate(SearchQueryBuilder search) {
        return new ReachPredicate(search);
    }

    /** Pages that only those get who were given the link. */
    public DatabaseBackedPagingProvider pages() {
        return new CallersPages(reach);
    }
}
