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
import health.kedja.access.Caller;
import health.kedja.access.Rules;
import health.kedja.exchange.ExportReach;
import health.kedja.history.Histories;
import health.kedja.history.Reach;
import health.kedja.operation.ObservationRecords;
import health.kedja.operation.PastRecords;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.PeopleInReach;
import health.kedja.operation.SubjectRecords;
import health.kedja.operation.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** All of access control: what to hang where. */
public final class AccessControl {

    private final Reach reach;
    private final Clock clock;
    private final Verdicts verdicts;
    private final OperationDoors doors;
    private final Stored stored;
    private final BundleGate bundles;
    private final Set<String> types;
    private final PersonRecords records;
    private final List<Object> storageHooks;
    private final List<Object> endpointHooks;

    /**
     * @param clock in the time zone in which calendar days are counted
     * @param types the resource types that are stored
     * @param anyId whether clients of a region may choose any id for what they store
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
            Set<String> types,
            boolean anyId) {
        this.reach = reach;
        this.clock = clock;
        this.types = Set.copyOf(types);
        Labels labels = new Labels(dataSource);
        this.stored = new Stored(daos, labels, dataSource);
        ConditionalUrls urls = new ConditionalUrls();
        ChosenIds ids = new ChosenIds(anyId);
        this.verdicts = new Verdicts(Rules.load(), reach, new Bonds(reach, clock), matcher);
        this.doors = new OperationDoors(verdicts);
        this.records = new PersonRecords(verdicts, reach, stored);
        this.storageHooks = List.of(
                new SearchNarrowing(
                        verdicts,
                        new ReachOfSearch(verdicts, reach, clock),
                        new Namings(parameters, types),
                        parameters,
                        queries,
                        context),
                new LeavingCheck(verdicts, stored),
                new WriteCheck(
                        verdicts,
                        labels,
                        new Owners(reach, labels),
                        ids,
                        new LiftedBlocks(verdicts, reach),
                        this.types,
                        stored));
        this.bundles = new BundleGate(verdicts, stored, labels, urls, ids);
        this.endpointHooks = List.of(new RequestGate(verdicts, stored, bundles, urls, ids), new Answers(verdicts));
    }

    /** The histories of patients whom whoever asks may see. */
    public PatientRecords guard(PatientRecords open) {
        return doors.guard(open);
    }

    /** The Observations of patients whom whoever asks may see. */
    public ObservationRecords guard(ObservationRecords open, Histories histories) {
        return doors.guard(open, histories);
    }

    /**
     * The records of the person that a patient record is of, whose accesses whoever asks may be told of; the one asked for
     * is among them, and must be theirs.
     */
    public Set<String> recordsOfPerson(String patient, RequestDetails request) {
        return records.ofPerson(patient, request);
    }

    /** Whom whoever asks may be told of, or counted for. */
    public PeopleInReach people(Histories histories) {
        return new MeasurePeople(verdicts, doors, reach, histories, clock);
    }

    /** What a question is about, if whoever asks may see it. */
    public SubjectRecords guard(SubjectRecords open) {
        return doors.guard(open, stored);
    }

    /** Past versions that whoever asks may see. */
    public PastRecords guard(PastRecords open) {
        return doors.guard(open);
    }

    /** Transactions that an operation makes, looked at as those that a client sends. */
    public Transactions guard(Transactions open) {
        return (transaction, request) -> {
            verdicts.asker(request).ifPresent(asker -> bundles.check(asker, request, transaction));
            return open.store(transaction, request);
        };
    }

    /** Who asks, so that another is told from them. */
    public String who(RequestDetails request) {
        return CallersPages.who(request, reach);
    }

    /** What whoever asks may take out as files. */
    public ExportReach exports(RequestDetails request) {
        return new ExportDoor(verdicts, verdicts.asker(request).orElseThrow(), who(request));
    }

    /** What whoever asked before a restart may take out now. */
    public ExportReach exports(Caller caller) {
        return new ExportDoor(verdicts, Asker.of(caller, reach), CallersPages.who(caller));
    }

    /**
     * The operation that gives to a region what was stored without an owner.
     *
     * @param unhurried connections whose statements may read the whole population
     */
    public AssignOwnerProvider assignOwner(DataSource unhurried) {
        return new AssignOwnerProvider(new OwnerAssignment(unhurried, reach, types));
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
