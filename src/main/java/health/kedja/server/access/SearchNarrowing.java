package health.kedja.server.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.kedja.access.DataKind;
import health.kedja.access.Decision.Reason;
import health.kedja.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Narrows every search in the database to the caller's region, to the patients whom they reach (where it can), the patient
 * of the launch and the constraint of the scope,
 * so that counts, totals and chained results are right: a search over HTTP, in a Bundle, of a conditional write, and those
 * that a transaction looks up ahead. What it cannot say in SQL is taken out by {@link LeavingCheck}; where that would let
 * something be told by counting or by what matches, the search is refused.
 */
@Interceptor
public final class SearchNarrowing {

    /** No id can be this: it is too long. */
    static final String NOBODY = "no-region".repeat(8);

    private final Verdicts verdicts;
    private final ReachOfSearch reach;
    private final Namings namings;
    private final ISearchParamRegistry parameters;
    private final MatchUrlService queries;
    private final FhirContext context;

    SearchNarrowing(
            Verdicts verdicts,
            ReachOfSearch reach,
            Namings namings,
            ISearchParamRegistry parameters,
            MatchUrlService queries,
            FhirContext context) {
        this.verdicts = verdicts;
        this.reach = reach;
        this.namings = namings;
        this.parameters = parameters;
        this.queries = queries;
        this.context = context;
    }

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void narrow(SearchParameterMap search, ICachedSearchDetails details, RequestDetails request) {
        Optional<Asker> known = verdicts.asker(request);
        if (known.isEmpty()) {
            return;
        }
        Asker asker = known.get();
        String type = details.getResourceType();
        if (type == null) {
            throw Noted.refused(
                    request,
                    Reason.NO_RULE,
                    Refused.forbidden(
                            "A search over all types is not offered where access is controlled. Name a type."));
        }
        checkNamed(asker, type, search, request);
        checkIncludes(asker, type, search, request);
        reach.narrow(asker, type, search, request);
        refuseTotals(asker, type, search, request);
        if (DataKind.of(type) != DataKind.CONFORMANCE && !asker.wholeServer()) {
            addOnce(
                    search,
                    "_security",
                    new TokenParam(Labels.OWNER, asker.region().orElse(NOBODY)));
        }
        if (search.getEverythingMode() == null) {
            byLaunch(asker, type, search);
            byConstraint(asker, type, search);
        }
    }

    private void refuseTotals(Asker asker, String type, SearchParameterMap search, RequestDetails request) {
        if (ReachOfSearch.isCounted(search)
                && !verdicts.seesAllOfRegion(asker, type, "search")
                && !ReachOfSearch.isExact(request)) {
            throw Noted.refused(
                    request,
                    Reason.NO_RELATION,
                    Refused.forbidden("_total and _summary=count of " + type
                            + " are not told for this search: the database would count what you may not see, since you reach"
                            + " too many patients to count, or the token's scopes have constraints, or it is within a Bundle"
                            + " or breaks protection. Leave them out and follow the links of the answer."));
        }
    }

    private void checkNamed(Asker asker, String type, SearchParameterMap search, RequestDetails request) {
        Namings.Named named = namings.of(type, search);
        boolean ofOnePatient =
                DataKind.of(type) == DataKind.PATIENT && !type.equals("Group") && !type.equals("Patient");
        for (String target : named.chained()) {
            // The patient of a record is the one for whose sake the record is visible, and is never blocked.
            boolean toItsPatient = ofOnePatient && target.equals("Patient");
            require(asker, target, toItsPatient, request);
        }
        for (String target : named.reversed()) {
            require(asker, target, false, request);
        }
    }

    private void require(Asker asker, String target, boolean toItsPatient, RequestDetails request) {
        verdicts.requireInGeneral(asker, request, Optional.of(target), "search");
        boolean plainScope = verdicts.hasPlainScope(asker, target, Set.of(Scope.Interaction.SEARCH));
        boolean launchOnly = !plainScope && grantsByLaunch(asker, target);
        if (!plainScope && !(toItsPatient && launchOnly)) {
            throw Noted.refused(
                    request,
                    Reason.OUT_OF_SCOPE,
                    Refused.forbidden("The token's scopes for " + target
                            + " have constraints, or are for one patient. Chains, _has and sorting look at all of them; they"
                            + " need a scope such as user/" + target + ".s without constraint."));
        }
        if (!toItsPatient && !verdicts.seesAllOfRegion(asker, target, "search")) {
            throw Noted.refused(
                    request,
                    Reason.NO_RELATION,
                    Refused.forbidden("Chains, _has and sorting by " + target
                            + " are only for those who may see all of a region: what matches would tell of patients whom you"
                            + " may not see. Search " + target + " itself, then what refers to it."));
        }
    }

    private static boolean grantsByLaunch(Asker asker, String type) {
        return asker.caller().scopes().granting(Scope.Interaction.SEARCH, type).stream()
                .anyMatch(scope -> scope.constraint().isEmpty());
    }

    /** What is included and may not be seen is left out; a type for which there is no scope at all is refused. */
    private void checkIncludes(Asker asker, String type, SearchParameterMap search, RequestDetails request) {
        for (Include include : search.getRevIncludes()) {
            if (include.getParamType() != null && !include.getParamType().equals("*")) {
                verdicts.requireInGeneral(asker, request, Optional.of(include.getParamType()), "search");
            }
        }
        for (Include include : search.getIncludes()) {
            String target = include.getParamTargetType();
            if (target != null && !target.isBlank()) {
                verdicts.requireInGeneral(asker, request, Optional.of(target), "search");
            } else if (include.getParamName() != null && !include.getParamName().equals("*")) {
                String from = include.getParamType() == null ? type : include.getParamType();
                Set<String> targets = namings.targets(from, include.getParamName());
                if (targets.stream().noneMatch(one -> verdicts.mayInGeneral(asker, one, "search"))) {
                    verdicts.requireInGeneral(
                            asker, request, targets.stream().findFirst().or(() -> Optional.of(type)), "search");
                }
            }
        }
    }

    /** HAPI takes no condition twice. */
    private void addOnce(SearchParameterMap search, String name, IQueryParameterType condition) {
        String asked = condition.getValueAsQueryToken();
        boolean there = search.get(name) != null
                && search.get(name).stream()
                        .anyMatch(values -> values.size() == 1
                                && values.get(0).getClass() == condition.getClass()
                                && asked.equals(values.get(0).getValueAsQueryToken()));
        if (!there) {
            search.add(name, condition);
        }
    }

    private void byLaunch(Asker asker, String type, SearchParameterMap search) {
        List<Scope> granting = asker.caller().scopes().granting(Scope.Interaction.SEARCH, type);
        boolean onlyLaunch = DataKind.of(type) == DataKind.PATIENT
                && !granting.isEmpty()
                && granting.stream().allMatch(scope -> scope.context() == Scope.Context.PATIENT);
        if (!onlyLaunch || asker.caller().patient().isEmpty()) {
            return;
        }
        String patient = asker.caller().patient().get();
        if (type.equals("Patient")) {
            addOnce(search, "_id", new TokenParam(null, patient));
        } else if (parameters.hasActiveSearchParam(
                type, "patient", ISearchParamRegistry.SearchParamLookupContextEnum.SEARCH)) {
            addOnce(search, "patient", new ReferenceParam("Patient/" + patient));
        }
    }

    private void byConstraint(Asker asker, String type, SearchParameterMap search) {
        List<Scope> granting = asker.caller().scopes().granting(Scope.Interaction.SEARCH, type);
        if (granting.size() != 1 || granting.get(0).constraint().isEmpty()) {
            return;
        }
        SearchParameterMap constraint = queries.translateMatchUrl(
                Constraints.query(granting.get(0), type), context.getResourceDefinition(type));
        constraint
                .entrySet()
                .forEach(parameter -> parameter
                        .getValue()
                        .forEach(alternatives -> search.addOrList(parameter.getKey(), alternatives)));
    }
}
