package health.kedja.exchange;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.access.DataKind;
import health.kedja.exchange.ExportRequest.Level;
import health.kedja.history.PastResources;
import health.kedja.history.Receipt;
import health.kedja.operation.BadParameter;
import health.kedja.operation.GroupMembers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** Settles what an export is to hold, before anything is begun. */
final class ExportPlan {

    private final Set<String> stored;
    private final Set<String> aboutPatients;
    private final TypeFilters filters;
    private final Receipt receipt;
    private final PastResources past;

    /** @param stored the resource types that are stored */
    ExportPlan(Collection<String> stored, TypeFilters filters, Receipt receipt, PastResources past) {
        this.stored = new TreeSet<>(stored);
        // A Group names many, and is nobody's own.
        this.aboutPatients = new TreeSet<>(stored.stream()
                .filter(type -> DataKind.of(type) == DataKind.PATIENT && !type.equals("Group"))
                .toList());
        this.filters = filters;
        this.receipt = receipt;
        this.past = past;
    }

    /**
     * What is asked for, as far as it may be.
     *
     * @param group id of the Group whose members are exported; empty for other levels
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException that says what is wrong, or not granted
     */
    ExportRequest make(
            Level level, Optional<String> group, Parameters body, RequestDetails request, ExportReach reach) {
        ExportInput input = ExportInput.read(request, body);
        Instant asOf = receipt.now();
        input.since().filter(since -> since.isAfter(asOf)).ifPresent(since -> {
            throw BadParameter.of("_since", since + " has not come yet. Give an instant that is past.");
        });
        Set<String> types = types(level, input, reach, request);
        checkFilters(input, types, reach, request);
        return new ExportRequest(
                level,
                url(request),
                types,
                input.since(),
                asOf,
                input.filters(),
                patients(level, group, input, asOf, reach));
    }

    /** As clients reach the server, whatever stands between. */
    private static String url(RequestDetails request) {
        String complete = request.getCompleteUrl();
        int query = complete.indexOf('?');
        return request.getFhirServerBase() + "/" + request.getRequestPath()
                + (query < 0 ? "" : complete.substring(query));
    }

    private Set<String> types(Level level, ExportInput input, ExportReach reach, RequestDetails request) {
        Set<String> possible = level == Level.SYSTEM ? stored : aboutPatients;
        Set<String> types = new TreeSet<>(input.types());
        if (input.lenient()) {
            types.retainAll(possible);
        }
        for (String type : types) {
            if (!stored.contains(type)) {
                throw BadParameter.of(
                        "_type", "'" + type + "' is no type that is stored here. Those are " + words(stored) + ".");
            }
            if (!possible.contains(type)) {
                throw BadParameter.of(
                        "_type",
                        "a " + type
                                + " is about no single patient. Ask for it by $export of the whole system; of patients"
                                + " there are " + words(possible) + ".");
            }
            reach.require(type, request);
        }
        if (types.isEmpty()) {
            types.addAll(possible);
            types.removeIf(type -> !reach.grants(type));
            if (types.isEmpty()) {
                reach.require("Patient", request);
            }
        }
        return types;
    }

    private void checkFilters(ExportInput input, Set<String> types, ExportReach reach, RequestDetails request) {
        input.filters().forEach((type, searches) -> {
            if (stored.contains(type)) {
                reach.require(type, request);
            }
            if (!types.contains(type)) {
                throw BadParameter.of(
                        "_typeFilter",
                        "'" + searches.get(0) + "' is of a type that is not exported. Those are " + words(types) + ".");
            }
            for (String search : searches) {
                filters.problem(search).ifPresent(problem -> {
                    throw BadParameter.notSupported("_typeFilter", "'" + search + "' cannot be used: " + problem);
                });
            }
        });
    }

    private Optional<Set<String>> patients(
            Level level, Optional<String> group, ExportInput input, Instant asOf, ExportReach reach) {
        Set<String> named = input.patients();
        if (!named.isEmpty()) {
            if (level == Level.SYSTEM) {
                throw BadParameter.of("patient", "is for $export of Patient and of a Group, not of the whole system.");
            }
            requireKnown(named, asOf, reach);
        }
        if (group.isEmpty()) {
            return named.isEmpty() ? Optional.empty() : Optional.of(named);
        }
        Set<String> members = new LinkedHashSet<>(members(group.get(), asOf));
        named.stream().filter(patient -> !members.contains(patient)).findFirst().ifPresent(patient -> {
            throw BadParameter.of("patient", "Patient/" + patient + " is no member of Group/" + group.get() + ".");
        });
        if (!named.isEmpty()) {
            members.retainAll(named);
        }
        return Optional.of(members);
    }

    private Set<String> members(String group, Instant asOf) {
        String name = "Group/" + group;
        return past.of(Set.of(name), asOf).get(name) instanceof Group found
                ? GroupMembers.of(found, "Group")
                : notKnown(name);
    }

    private void requireKnown(Set<String> patients, Instant asOf, ExportReach reach) {
        List<String> names = patients.stream().map(id -> "Patient/" + id).toList();
        List<Resource> there = new ArrayList<>(past.of(names, asOf).values());
        Set<String> known = new HashSet<>();
        reach.mayLeave(there)
                .forEach(patient -> known.add(patient.getIdElement().getIdPart()));
        patients.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> notKnown("Patient/" + id));
    }

    private static Set<String> notKnown(String name) {
        throw new ResourceNotFoundException("HAPI-2001: Resource " + name + " is not known");
    }

    private static String words(Set<String> types) {
        return String.join(", ", types);
    }
}
