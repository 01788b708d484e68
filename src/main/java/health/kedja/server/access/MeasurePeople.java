package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Decision;
import health.kedja.access.Extent;
import health.kedja.access.Role;
import health.kedja.access.Rule;
import health.kedja.access.Scope;
import health.kedja.history.Audience;
import health.kedja.history.Histories;
import health.kedja.history.Reach;
import health.kedja.history.Standing;
import health.kedja.operation.PeopleInReach;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom operations on measures may tell of or count for a caller, and without what. */
final class MeasurePeople implements PeopleInReach {

    private static final String CARE_GAPS = "$care-gaps";

    private final Verdicts verdicts;
    private final OperationDoors doors;
    private final Reach reach;
    private final Histories histories;
    private final Clock clock;

    MeasurePeople(Verdicts verdicts, OperationDoors doors, Reach reach, Histories histories, Clock clock) {
        this.verdicts = verdicts;
        this.doors = doors;
        this.reach = reach;
        this.histories = histories;
        this.clock = clock;
    }

    @Override
    public Audience audience(RequestDetails request) {
        return verdicts.asker(request)
                .map(asker -> {
                    Rule rule = required(asker, request);
                    // No id is empty: whoever is of no region, or of several, sees nobody.
                    return new Audience(
                            Optional.of(asker.region().orElse("")),
                            withoutOptedOut(asker, rule),
                            Optional.of(asker.caller().organizations()),
                            LocalDate.now(clock));
                })
                .orElse(Audience.EVERYONE);
    }

    @Override
    public Optional<Set<String>> of(Optional<Set<String>> people, RequestDetails request) {
        Optional<Asker> known = verdicts.asker(request);
        if (known.isEmpty()) {
            return people;
        }
        Asker asker = known.get();
        Rule rule = required(asker, request);
        if (numbersOnly(asker, rule)) {
            return people.map(all -> counted(all, asker, rule, request));
        }
        if (people.isEmpty() && isRegisterOnly(asker, rule) && seesEveryPatient(asker)) {
            return people;
        }
        Set<String> wanted =
                people.orElseGet(() -> reach.patientsOf(asker.region().orElse("")));
        return Optional.of(told(wanted, asker, request));
    }

    @Override
    public void requireTold(String patient, RequestDetails request) {
        Optional<Asker> known = verdicts.asker(request);
        if (known.isEmpty() || numbersOnly(known.get(), required(known.get(), request))) {
            return;
        }
        Decision decision = verdicts.decideOfPatient(known.get(), request, patient, interaction(request));
        if (!decision.isAllowed()) {
            Noted.question(request, decision, Set.of(patient));
            throw Refused.unknown("Patient", patient);
        }
        if (misses(patient, known.get(), request)) {
            throw OperationDoors.blocked(request);
        }
    }

    /** What is needed whoever is asked about. */
    private Rule required(Asker asker, RequestDetails request) {
        ReadScopes.require(asker, request, "MeasureReport");
        Rule rule = verdicts.rules()
                .find(Optional.of("Measure"), interaction(request))
                .orElseThrow();
        if (!numbersOnly(asker, rule)) {
            ReadScopes.requireClinical(asker, request);
        }
        return rule;
    }

    private static String interaction(RequestDetails request) {
        return Interactions.of(request, request.getRestOperationType());
    }

    private static Stream<Role> allowed(Asker asker, Rule rule) {
        return asker.caller().roles().stream().filter(role -> rule.extent(role) != Extent.NO);
    }

    private static boolean numbersOnly(Asker asker, Rule rule) {
        return allowed(asker, rule).allMatch(role -> rule.extent(role) == Extent.AGGREGATES);
    }

    private static boolean isRegisterOnly(Asker asker, Rule rule) {
        return allowed(asker, rule).allMatch(role -> role == Role.REGISTER);
    }

    /**
     * A register counts nobody who refused it; a region's own follow-up is no register. Who is both is told the numbers of
     * a register: they may see small ones, and the difference between the two would be those who refused.
     */
    private static boolean withoutOptedOut(Asker asker, Rule rule) {
        return numbersOnly(asker, rule)
                ? allowed(asker, rule).anyMatch(role -> role == Role.REGISTER)
                : isRegisterOnly(asker, rule);
    }

    private boolean seesEveryPatient(Asker asker) {
        return verdicts.hasPlainScope(asker, "Patient", Set.of(Scope.Interaction.READ));
    }

    private Set<String> counted(Set<String> people, Asker asker, Rule rule, RequestDetails request) {
        Map<String, Standing> standings = verdicts.bonds().readStandings(people, request);
        Set<String> counted = new LinkedHashSet<>(people);
        counted.removeIf(patient -> !asker.owns(standings.get(patient).region())
                || withoutOptedOut(asker, rule) && standings.get(patient).optedOut());
        return counted;
    }

    private Set<String> told(Set<String> wanted, Asker asker, RequestDetails request) {
        String interaction = interaction(request);
        verdicts.bonds().readStandings(wanted, request);
        Set<String> told = new LinkedHashSet<>(wanted);
        told.removeIf(patient ->
                !verdicts.decideOfPatient(asker, request, patient, interaction).isAllowed());
        if (interaction.equals(CARE_GAPS)) {
            // A gap would be told of what was done and is blocked.
            told.removeIf(patient -> misses(patient, asker, request));
        }
        return told;
    }

    /** Whether something of the patient's is blocked for whoever asks. */
    private boolean misses(String patient, Asker asker, RequestDetails request) {
        return verdicts.bonds().anyBlock(Set.of(patient), request)
                && !doors.hidden(histories.of(patient), patient, asker, request).isEmpty();
    }
}
