package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.access.Decision.Reason;
import health.kedja.access.Extent;
import health.kedja.fhir.PatientHistory;
import health.kedja.history.Histories;
import health.kedja.operation.ObservationRecords;
import health.kedja.operation.PastRecords;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.SubjectRecords;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** Guards where Kedja's operations get their data, so that they need not know of access. */
final class OperationDoors {

    private static final List<String> READ = List.of("read");

    private final Verdicts verdicts;

    OperationDoors(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** The history of a patient, without the records that the patient has blocked for whoever asks. */
    PatientRecords guard(PatientRecords open) {
        return (id, request) -> {
            Optional<Asker> asker = verdicts.asker(request);
            asker.ifPresent(known -> ReadScopes.requireClinical(known, request));
            PatientHistory all = open.require(id, request);
            return asker.isPresent() && honoursBlocks(asker.get(), request)
                    ? withoutBlocked(all, id, asker.get(), request)
                    : all;
        };
    }

    private PatientHistory withoutBlocked(PatientHistory all, String patient, Asker asker, RequestDetails request) {
        Set<String> hidden = hidden(all, patient, asker, request);
        if (hidden.isEmpty()) {
            return all;
        }
        List<Event> left = all.history().events().stream()
                .filter(event -> !hidden.contains(event.source()))
                .toList();
        return new PatientHistory(all.patient(), History.of(left), all.units());
    }

    /** What of a history is blocked for whoever asks. */
    Set<String> hidden(PatientHistory all, String patient, Asker asker, RequestDetails request) {
        boolean broken = BrokenGlass.isFor(Set.of(patient), request);
        if (broken || !verdicts.bonds().anyBlock(Set.of(patient), request)) {
            return Set.of();
        }
        Map<String, String> sources = new HashMap<>();
        all.history().events().stream()
                .map(Event::source)
                .filter(source -> !source.startsWith("Patient/"))
                .forEach(source -> sources.put(source, patient));
        return verdicts.bonds().hidden(sources, asker);
    }

    /** Measurements are compared with earlier ones, which may be blocked. */
    ObservationRecords guard(ObservationRecords open, Histories histories) {
        return (id, request) -> {
            Observation observation = open.read(id, request);
            Optional<Asker> asker = verdicts.asker(request);
            if (asker.isPresent()) {
                ReadScopes.requireClinical(asker.get(), request);
                if (honoursBlocks(asker.get(), request)) {
                    References.patients(observation).stream()
                            .filter(patient -> !hidden(histories.of(patient), patient, asker.get(), request)
                                    .isEmpty())
                            .findFirst()
                            .ifPresent(patient -> {
                                throw blocked(request);
                            });
                }
            }
            return observation;
        };
    }

    static RuntimeException blocked(RequestDetails request) {
        return Noted.refused(
                request,
                Reason.BLOCKED,
                Refused.forbidden("The patient has blocked records that this would be worked out from. Without them the"
                        + " answer would be another, and is not given."));
    }

    /** Past versions of resources, those left out that whoever asks may not see as they were then. */
    PastRecords guard(PastRecords open) {
        return (names, until, request) -> {
            Map<String, Resource> then = open.of(names, until, request);
            Optional<Asker> asker = verdicts.asker(request);
            if (asker.isEmpty()) {
                return then;
            }
            verdicts.readAhead(asker.get(), request, READ, then.values());
            Map<String, Resource> seen = new HashMap<>(then);
            seen.values().removeIf(resource -> !verdicts.may(asker.get(), request, READ, resource));
            return seen;
        };
    }

    /** What a question is about. The storage keeps from an operation what is not for whoever asks; here it is noted why. */
    SubjectRecords guard(SubjectRecords open, Stored stored) {
        return (type, id, request) -> {
            try {
                return open.read(type, id, request);
            } catch (ResourceNotFoundException e) {
                verdicts.asker(request)
                        .ifPresent(asker -> stored.last(type, id)
                                .ifPresent(resource -> Noted.question(
                                        request,
                                        verdicts.decide(asker, request, "read", resource),
                                        References.patients(resource))));
                throw e;
            }
        };
    }

    private boolean honoursBlocks(Asker asker, RequestDetails request) {
        String type = request.getResourceName();
        String interaction = Interactions.of(request, request.getRestOperationType());
        return verdicts.rules()
                .find(Optional.ofNullable(type), interaction)
                .map(rule -> asker.caller().roles().stream()
                        .map(rule::extent)
                        .filter(extent -> extent != Extent.NO)
                        .allMatch(Extent::honoursBlocks))
                .orElse(true);
    }
}
