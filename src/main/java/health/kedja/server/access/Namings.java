package health.kedja.server.access;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.param.HasParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which resource types the chains, {@code _has} and sort order of a search look into, beside the type it is for. */
final class Namings {

    private final ISearchParamRegistry parameters;
    private final Set<String> supported;

    Namings(ISearchParamRegistry parameters, Set<String> supported) {
        this.parameters = parameters;
        this.supported = supported;
    }

    /** What a search looks into. */
    record Named(Set<String> chained, Set<String> reversed) {}

    Named of(String type, SearchParameterMap search) {
        Named named = new Named(new LinkedHashSet<>(), new LinkedHashSet<>());
        search.entrySet().forEach(parameter -> {
            for (List<IQueryParameterType> alternatives : parameter.getValue()) {
                for (IQueryParameterType value : alternatives) {
                    if (value instanceof HasParam has) {
                        reversed(has.getTargetResourceType(), has.getParameterName(), named);
                    } else if (value instanceof ReferenceParam reference && reference.getChain() != null) {
                        String typed = reference.getResourceType() == null ? "" : ":" + reference.getResourceType();
                        path(type, parameter.getKey() + typed + "." + reference.getChain(), named, named.chained());
                    }
                }
            }
        });
        for (SortSpec sort = search.getSort(); sort != null; sort = sort.getChain()) {
            path(type, sort.getParamName(), named, named.chained());
        }
        return named;
    }

    private void reversed(String type, String parameter, Named named) {
        named.reversed().add(type);
        path(type, parameter, named, named.reversed());
    }

    /** Such as {@code encounter:Encounter.patient.name}, or {@code _has:Observation:patient:code} within a chain. */
    private void path(String type, String path, Named named, Set<String> into) {
        if (path == null) {
            return;
        }
        if (path.startsWith("_has:")) {
            String[] parts = path.split(":", 4);
            if (parts.length == 4) {
                reversed(parts[1], parts[3], named);
            }
            return;
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return;
        }
        for (String target : targets(type, path.substring(0, dot))) {
            into.add(target);
            path(target, path.substring(dot + 1), named, into);
        }
    }

    /** The types that a reference parameter such as {@code subject} or {@code subject:Patient} may lead to. */
    Set<String> targets(String type, String parameter) {
        int colon = parameter.indexOf(':');
        if (colon >= 0 && supported.contains(parameter.substring(colon + 1))) {
            return Set.of(parameter.substring(colon + 1));
        }
        String name = colon < 0 ? parameter : parameter.substring(0, colon);
        if (name.equals("patient")) {
            // Its expression says so; its list of targets is that of the element.
            return Set.of("Patient");
        }
        RuntimeSearchParam known =
                parameters.getActiveSearchParam(type, name, ISearchParamRegistry.SearchParamLookupContextEnum.SEARCH);
        Set<String> targets = new LinkedHashSet<>(known == null ? supported : known.getTargets());
        if (targets.isEmpty()) {
            targets.addAll(supported);
        }
        targets.retainAll(supported);
        return targets;
    }
}
