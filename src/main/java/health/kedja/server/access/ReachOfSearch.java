package health.kedja.server.access;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import health.kedja.access.DataKind;
import health.kedja.access.Extent;
import health.kedja.access.Rule;
import health.kedja.access.Scope;
import health.kedja.history.Circle;
import health.kedja.history.InCircle;
import health.kedja.history.Reach;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Narrows a search to the patients whom the caller's roles reach, in the database, where they see some of a region. Not
 * narrowed: those of a conditional write, those that break protection, and those for more patients than
 * a statement can name; of them {@link LeavingCheck} takes out what may not be seen.
 */
final class ReachOfSearch {

    /** The parameters that name the patient of a record, and nobody else's. */
    private static final List<String> OF_PATIENT = List.of("patient", "subject");

    private static final String EXACT = ReachOfSearch.class.getName() + ".exact";

    private static final String OF_THEIRS = ReachOfSearch.class.getName() + ".theirs";

    private final Verdicts verdicts;
    private final Reach reach;
    private final Clock clock;

    ReachOfSearch(Verdicts verdicts, Reach reach, Clock clock) {
        this.verdicts = verdicts;
        this.reach = reach;
        this.clock = clock;
    }

    /** Whether the search of this request, or that of its page, finds exactly what the caller may see: it may be counted. */
    static boolean isExact(RequestDetails request) {
        Object type = request.getUserData().get(EXACT);
        return request.getRestOperationType() == RestOperationTypeEnum.GET_PAGE
                ? type != null
                : type != null && type.equals(request.getResourceName());
    }

    /**
     * Whether the search of this request is for one patient whose records are all theirs to see, but for one that names
     * another patient too. Such a one is found when pages are made.
     */
    static boolean isOfTheirs(RequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                && request.getUserData().containsKey(OF_THEIRS)
                && request.getUserData().get(OF_THEIRS).equals(request.getResourceName());
    }

    /** The page that this request asks for is of such a search. */
    static void isOfExact(RequestDetails page) {
        page.getUserData().put(EXACT, "");
    }

    /** Narrows it, if it can be narrowed. */
    void narrow(Asker asker, String type, SearchParameterMap search, RequestDetails request) {
        request.getUserData().remove(EXACT);
        request.getUserData().remove(OF_THEIRS);
        boolean asked = request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                && type.equals(request.getResourceName())
                && search.getEverythingMode() == null
                && !request.getUserData().containsKey(BrokenGlass.class);
        if (!asked || DataKind.of(type) != DataKind.PATIENT || asker.region().isEmpty()) {
            return;
        }
        Optional<Rule> rule = verdicts.rules().find(Optional.of(type), "search");
        Optional<String> named = patientNamed(search);
        if (named.isPresent() && !isCounted(search)) {
            // Of one patient there is little to look at; to ask ahead what of it is theirs would cost more.
            if (verdicts.seesAllOf(asker, request, type, named.get())) {
                request.getUserData().put(OF_THEIRS, type);
            }
            return;
        }
        Set<Extent> extents = asker.caller().roles().stream()
                .flatMap(role -> rule.stream().map(found -> found.extent(role)))
                .filter(extent -> extent != Extent.NO)
                .collect(Collectors.toSet());
        if (extents.isEmpty() || !extents.stream().allMatch(Extent::looksAtPatient)) {
            return;
        }
        boolean plain = verdicts.hasPlainScope(asker, type, rule.orElseThrow().scopes());
        boolean launch = !plain && isLaunchOnly(asker, type);
        List<InCircle> circles = new ArrayList<>();
        for (Extent extent : extents) {
            Optional<InCircle> in = reach.inCircle(
                    circle(extent, asker, launch ? asker.caller().patient() : only(extent, named)),
                    type,
                    LocalDate.now(clock));
            if (in.isEmpty()) {
                return;
            }
            circles.add(in.get());
        }
        search.add("_id", new InReach(circles));
        // Nobody can tell later of which type a Bundle within a Bundle was.
        boolean byItself = !(request instanceof ServletSubRequestDetails);
        if (byItself && (plain || launch)) {
            request.getUserData().put(EXACT, type);
        }
    }

    /** A circle of all but some is not that of one. */
    private static Optional<String> only(Extent extent, Optional<String> named) {
        return extent == Extent.UNIT || extent == Extent.CARE ? named : Optional.empty();
    }

    /** The logical id of the one patient whose resources are searched, whatever else is asked; empty where there is none. */
    private static Optional<String> patientNamed(SearchParameterMap search) {
        return OF_PATIENT.stream()
                .flatMap(name -> Stream.ofNullable(search.get(name)).flatMap(List::stream))
                .filter(values -> values.size() == 1)
                .map(values -> values.get(0))
                .filter(ReferenceParam.class::isInstance)
                .map(ReferenceParam.class::cast)
                .filter(value -> value.getChain() == null && value.getMissing() == null)
                .filter(value -> value.getResourceType() == null
                        || value.getResourceType().equals("Patient"))
                .map(ReferenceParam::getIdPart)
                .filter(id -> id != null && !id.isBlank())
                .findFirst();
    }

    /** Whether a total is asked for. */
    static boolean isCounted(SearchParameterMap search) {
        return search.getSummaryMode() == SummaryEnum.COUNT
                || search.getSearchTotalMode() != null && search.getSearchTotalMode() != SearchTotalModeEnum.NONE;
    }

    private static boolean isLaunchOnly(Asker asker, String type) {
        List<Scope> granting = asker.caller().scopes().granting(Scope.Interaction.SEARCH, type);
        return asker.caller().patient().isPresent()
                && granting.stream()
                        .allMatch(scope -> scope.context() == Scope.Context.PATIENT
                                && scope.constraint().isEmpty());
    }

    private static Circle circle(Extent extent, Asker asker, Optional<String> only) {
        return new Circle(
                switch (extent) {
                    case UNIT -> Circle.Kind.RELATED;
                    case CARE -> Circle.Kind.TREATED;
                    default -> Circle.Kind.REGISTERED;
                },
                asker.region().orElseThrow(),
                asker.caller().organizations(),
                asker.below(),
                asker.practitioner(),
                only);
    }
}
