package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Bond;
import health.kedja.history.Reach;
import health.kedja.history.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** What callers have to do with the patients that resources are about; several at a time, by few statements. */
final class Bonds {

    private static final String STANDINGS = Bonds.class.getName() + ".standings";
    private static final String BLOCKED = Bonds.class.getName() + ".blocked";
    private static final String NAMED = Bonds.class.getName() + ".named";

    private final Reach reach;
    private final Clock clock;

    Bonds(Reach reach, Clock clock) {
        this.reach = reach;
        this.clock = clock;
    }

    /** Reads ahead what {@link #of} needs to know of these, which do not change until then. */
    void read(Collection<Resource> resources, Asker asker, RequestDetails request) {
        // To look for all references of a resource costs as much as to read it.
        Map<Resource, Set<String>> named = named(request);
        resources.forEach(resource -> named.computeIfAbsent(resource, References::patients));
        readBlocked(named, resources, asker, request);
    }

    private void readBlocked(
            Map<Resource, Set<String>> named, Collection<Resource> resources, Asker asker, RequestDetails request) {
        Set<String> patients = new LinkedHashSet<>();
        resources.forEach(resource -> patients.addAll(named.get(resource)));
        Map<String, Standing> standings = readStandings(patients, request);
        Map<String, Boolean> blocked = blocked(request);
        // A round for each patient of a resource who has a block: nearly always one.
        List<Map<String, String>> rounds = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource.getIdElement().hasIdPart() && !blocked.containsKey(name(resource))) {
                int round = 0;
                for (String patient : named.get(resource)) {
                    if (standing(patient, standings).hasBlock()) {
                        if (rounds.size() == round) {
                            rounds.add(new HashMap<>());
                        }
                        rounds.get(round++).put(name(resource), patient);
                    }
                }
            }
        }
        for (Map<String, String> toAsk : rounds) {
            Set<String> hidden = hidden(toAsk, asker);
            toAsk.keySet().forEach(name -> blocked.merge(name, hidden.contains(name), Boolean::logicalOr));
        }
    }

    /** Reads ahead what is to be known of these patients. */
    Map<String, Standing> readStandings(Set<String> patients, RequestDetails request) {
        Map<String, Standing> standings = standings(request);
        Set<String> unread = new LinkedHashSet<>(patients);
        unread.removeAll(standings.keySet());
        if (!unread.isEmpty()) {
            standings.putAll(reach.standing(unread, LocalDate.now(clock)));
        }
        return standings;
    }

    /** Forgets what was read in this request: it is about to change. */
    void forget(RequestDetails request) {
        request.getUserData().remove(STANDINGS);
        request.getUserData().remove(BLOCKED);
        request.getUserData().remove(NAMED);
    }

    Bond of(Resource resource, Asker asker, RequestDetails request) {
        Set<String> known = named(request).get(resource);
        Set<String> patients = known == null ? References.patients(resource) : known;
        if (known == null) {
            readBlocked(Map.of(resource, patients), Set.of(resource), asker, request);
        }
        boolean isBlocked =
                resource.getIdElement().hasIdPart() && blocked(request).getOrDefault(name(resource), false);
        return of(patients, isBlocked, asker, request);
    }

    /** That of patients, without looking at any record of theirs. */
    Bond of(Set<String> patients, boolean isBlocked, Asker asker, RequestDetails request) {
        if (patients.isEmpty()) {
            return Bond.NONE;
        }
        Map<String, Standing> standings = readStandings(patients, request);
        String practitioner = asker.practitioner().orElse("");
        boolean region = true;
        boolean unit = true;
        boolean care = true;
        boolean optedOut = false;
        for (String patient : patients) {
            Standing standing = standing(patient, standings);
            region &= asker.owns(standing.region());
            unit &= !Collections.disjoint(standing.organizations(), asker.below());
            care &= standing.practitioners().contains(practitioner)
                    || !Collections.disjoint(standing.treating(), asker.below());
            optedOut |= standing.optedOut();
        }
        boolean broken = BrokenGlass.isFor(patients, request);
        boolean launch = asker.caller().patient().map(Set::of).equals(Optional.of(patients));
        return new Bond(true, region, unit, care || broken, optedOut, isBlocked && !broken, launch);
    }

    /** Whether patients have blocked any records at all, for anybody. */
    boolean anyBlock(Set<String> patients, RequestDetails request) {
        Map<String, Standing> standings = readStandings(patients, request);
        return patients.stream()
                .anyMatch(patient -> standing(patient, standings).hasBlock());
    }

    /** Which of these records are blocked for a caller. */
    Set<String> hidden(Map<String, String> patientBySource, Asker asker) {
        return reach.hidden(patientBySource, asker.caller().organizations(), LocalDate.now(clock));
    }

    private static Standing standing(String patient, Map<String, Standing> standings) {
        Standing standing = standings.get(patient);
        return standing != null
                ? standing
                : new Standing(Optional.empty(), Set.of(), Set.of(), Set.of(), false, false, Set.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Standing> standings(RequestDetails request) {
        return (Map<String, Standing>)
                request.getUserData().computeIfAbsent(STANDINGS, key -> new HashMap<String, Standing>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Boolean> blocked(RequestDetails request) {
        return (Map<String, Boolean>)
                request.getUserData().computeIfAbsent(BLOCKED, key -> new HashMap<String, Boolean>());
    }

    /** By the object itself: another of the same name may be another version. */
    @SuppressWarnings("unchecked")
    private static Map<Resource, Set<String>> named(RequestDetails request) {
        return (Map<Resource, Set<String>>)
                request.getUserData().computeIfAbsent(NAMED, key -> new IdentityHashMap<Resource, Set<String>>());
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
