package health.kedja.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Looks at every resource before it leaves the storage: read, found, included, of a history, or what a conditional write
 * matches. The first hook keeps what the caller may not see out of results and their paging; the second is asked again
 * of each page and of what was included, when nothing can come between any more.
 */
@Interceptor
public final class LeavingCheck {

    private static final Set<String> FOR_WRITES = Set.of("read", "create", "update", "delete");
    private static final String WRITTEN = LeavingCheck.class.getName() + ".written";

    private final Verdicts verdicts;
    private final Stored stored;

    LeavingCheck(Verdicts verdicts, Stored stored) {
        this.verdicts = verdicts;
        this.stored = stored;
    }

    /** What a request writes may be told to it in the answer, whether or not it may read. */
    @SuppressWarnings("unchecked")
    static Set<String> written(RequestDetails request) {
        return (Set<String>) request.getUserData().computeIfAbsent(WRITTEN, key -> new HashSet<String>());
    }

    /** @param details of results of a search, reads from the database when it is asked for them */
    @Hook(Pointcut.STORAGE_PREACCESS_RESOURCES)
    public void access(IPreResourceAccessDetails details, RequestDetails request) {
        Optional<Asker> asker = verdicts.asker(request);
        if (asker.isEmpty() || details.size() == 0 || findsOnlyTheirs(asker.get(), request)) {
            // Reading each of them here, once more and before it is asked for, would find nothing to take out.
            return;
        }
        Set<String> interactions = interactions(request);
        List<Resource> resources = new ArrayList<>();
        for (int i = 0; i < details.size(); i++) {
            resources.add((Resource) details.getResource(i));
        }
        readAhead(asker.get(), request, interactions, resources);
        for (int i = 0; i < details.size(); i++) {
            Resource resource = (Resource) details.getResource(i);
            if (resource != null && !isTheirs(asker.get(), request, interactions, resource)) {
                RestOperationTypeEnum type = request.getRestOperationType();
                if (type == RestOperationTypeEnum.READ || type == RestOperationTypeEnum.VREAD) {
                    for (String interaction : interactions) {
                        Noted.denial(request, verdicts.decide(asker.get(), request, interaction, resource), resource);
                    }
                    throw unknown(resource, request);
                }
                details.setDontReturnResourceAtIndex(i);
            }
        }
    }

    /** What is included is looked for from what was: something hidden in between would be told of by what it leads to. */
    private boolean findsOnlyTheirs(Asker asker, RequestDetails request) {
        boolean includes = request.getParameters().keySet().stream()
                .anyMatch(name -> name.startsWith("_include") || name.startsWith("_revinclude"));
        return !includes && (verdicts.findsOnlyTheirs(asker, request) || ReachOfSearch.isOfTheirs(request));
    }

    private static ResourceNotFoundException unknown(Resource resource, RequestDetails request) {
        String id = request.getId() == null
                ? resource.getIdElement().getIdPart()
                : request.getId().getIdPart();
        return Refused.unknown(resource.fhirType(), id);
    }

    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void show(IPreResourceShowDetails details, RequestDetails request) {
        Optional<Asker> asker = verdicts.asker(request);
        if (asker.isEmpty()) {
            return;
        }
        Set<String> interactions = interactions(request);
        List<Resource> resources = new ArrayList<>();
        for (IBaseResource resource : details.getAllResources()) {
            resources.add((Resource) resource);
        }
        readAhead(asker.get(), request, interactions, resources);
        for (int i = 0; i < details.size(); i++) {
            Resource resource = (Resource) details.getResource(i);
            if (resource != null && !isTheirs(asker.get(), request, interactions, resource)) {
                details.setResource(i, null);
            }
        }
    }

    /** What the request wrote is told to it without a decision. */
    private void readAhead(Asker asker, RequestDetails request, Set<String> interactions, List<Resource> resources) {
        resources.removeIf(resource -> resource == null || written(request).contains(name(resource)));
        verdicts.readAhead(asker, request, interactions, resources);
    }

    private boolean isTheirs(Asker asker, RequestDetails request, Set<String> interactions, Resource resource) {
        if (written(request).contains(name(resource))) {
            return true;
        }
        boolean ofHistory = interactions.contains("history") || interactions.contains("vread");
        if (!ofHistory) {
            return verdicts.may(asker, request, interactions, resource);
        }
        // Whoever may not see it as it is now does not see what it was; nor what it was when it was another's.
        Boolean current = (Boolean) request.getUserData()
                .computeIfAbsent(
                        LeavingCheck.class.getName() + " " + name(resource),
                        key -> stored.last(
                                        resource.fhirType(),
                                        resource.getIdElement().getIdPart())
                                .map(last -> verdicts.may(asker, request, interactions, last))
                                .orElse(false));
        boolean deleted = ResourceMetadataKeyEnum.DELETED_AT.get(resource) != null;
        return current && (deleted || verdicts.may(asker, request, interactions, resource));
    }

    /** The rows that a resource may leave by. */
    private static Set<String> interactions(RequestDetails request) {
        RestOperationTypeEnum type = request.getRestOperationType();
        if (type == null) {
            return Set.of("read");
        }
        return switch (type) {
            case VREAD -> Set.of("vread");
            case HISTORY_INSTANCE, HISTORY_TYPE, HISTORY_SYSTEM -> Set.of("history");
            case SEARCH_TYPE, SEARCH_SYSTEM -> Set.of("search");
            case GET_PAGE -> Set.of("search", "history");
            case CREATE, UPDATE, PATCH, DELETE, TRANSACTION, BATCH -> FOR_WRITES;
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER ->
                Set.of("read", "search");
            default -> Set.of("read");
        };
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
