package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Decision.Reason;
import health.kedja.access.Extent;
import health.kedja.access.Role;
import health.kedja.access.Rule;
import health.kedja.access.Scope;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.ResourceEvents;
import health.kedja.history.Histories;
import health.kedja.history.Reach;
import health.kedja.operation.ObservationRecords;
import health.kedja.operation.PatientRecords;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;

/** Guards where Kedja's operations get their data, so that they need not know of access. */
final class OperationDoors {

    private final Verdicts verdicts;
    private final Reach reach;
    private final Clock clock;

    OperationDoors(Verdicts verdicts, Reach reach, Clock clock) {
        this.verdicts = verdicts;
        this.reach = reach;
        this.clock = clock;
    }

    /** The history of a patient, without the records that the patient has blocked for whoever asks. */
    PatientRecords guard(PatientRecords open) {
        return (id, request) -> {
            Optional<Asker> asker = verdicts.asker(request);
            asker.ifPresent(known -> requireClinicalScopes(known, request));
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

    private Set<String> hidden(PatientHistory all, String patient, Asker asker, RequestDetails request) {
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
                requireClinicalScopes(asker.get(), request);
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

    private static RuntimeException blocked(RequestDetails request) {
        return Noted.refused(
                request,
                Reason.BLOCKED,
                Refused.forbidden("The patient has blocked records that this would be worked out from. Without them the"
                        + " answer would be another, and is not given."));
    }

    /** Those whom whoever asks may be told of or, in numbers, counted for. */
    Optional<Set<String>> people(Optional<Set<String>> people, RequestDetails request) {
        Optional<Asker> known = verdicts.asker(request);
        if (known.isEmpty()) {
            return people;
        }
        Asker asker = known.get();
        requireScope(asker, request, "MeasureReport");
        String interaction = Interactions.of(request, request.getRestOperationType());
        Rule rule = verdicts.rules().find(Optional.of("Measure"), interaction).orElseThrow();
        boolean numbersOnly = asker.caller().roles().stream()
                .map(rule::extent)
                .allMatch(extent -> extent == Extent.NO || extent == Extent.AGGREGATES);
        Set<String> wanted = new LinkedHashSet<>(reach.patientsOf(asker.region().orElse("")));
        people.ifPresent(wanted::retainAll);
        if (numbersOnly) {
            leaveOutOptedOut(asker, rule, wanted);
            return Optional.of(wanted);
        }
        requireClinicalScopes(asker, request);
        boolean ofOne = people.map(Set::size).equals(Optional.of(1));
        verdicts.bonds().readStandings(wanted, request);
        Set<String> told = new LinkedHashSet<>();
        for (String patient : wanted) {
            if (verdicts.reachesPatient(asker, request, patient, interaction)) {
                told.add(patient);
            }
        }
        if (ofOne && verdicts.bonds().anyBlock(told, request)) {
            throw blocked(request);
        }
        if (!ofOne) {
            told.removeIf(patient -> verdicts.bonds().anyBlock(Set.of(patient), request));
        }
        if (ofOne && told.isEmpty()) {
            throw unknown(people.get().iterator().next(), !wanted.isEmpty(), request);
        }
        return Optional.of(told);
    }

    /** Of an id that never was, nothing is noted. */
    private RuntimeException unknown(String patient, boolean ofRegion, RequestDetails request) {
        RuntimeException unknown = Refused.unknown("Patient", patient);
        boolean known = ofRegion
                || verdicts.bonds()
                        .readStandings(Set.of(patient), request)
                        .get(patient)
                        .region()
                        .isPresent();
        return known ? Noted.refused(request, ofRegion ? Reason.NO_RELATION : Reason.REGION, unknown) : unknown;
    }

    /** A register counts nobody who refused it. A region's own follow-up is no register. */
    private void leaveOutOptedOut(Asker asker, Rule rule, Set<String> people) {
        boolean onlyRegister = asker.caller().roles().stream()
                .filter(role -> rule.extent(role) != Extent.NO)
                .allMatch(role -> role == Role.REGISTER);
        if (onlyRegister) {
            people.removeAll(reach.optedOut(LocalDate.now(clock)));
        }
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

    /** What is worked out from a record is told to those who may read all that it is worked out from. */
    private static void requireClinicalScopes(Asker asker, RequestDetails request) {
        Set<String> types = new HashSet<>(ResourceEvents.types());
        types.add(new Patient().fhirType());
        types.stream().sorted().forEach(type -> requireScope(asker, request, type));
    }

    private static void requireScope(Asker asker, RequestDetails request, String type) {
        boolean granted = asker.caller().scopes().granting(Scope.Interaction.READ, type).stream()
                .anyMatch(scope -> scope.constraint().isEmpty());
        if (!granted) {
            throw Noted.refused(
                    request,
                    Reason.SCOPE,
                    Refused.forbidden("The token has no scope to read every " + type
                            + ", from which this is worked out. It needs one such as user/" + type
                            + ".r without constraint."));
        }
    }
}
