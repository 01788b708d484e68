package health.kedja.server.access;

import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Bond;
import health.kedja.access.Caller;
import health.kedja.access.DataKind;
import health.kedja.access.Decision;
import health.kedja.access.Decision.Reason;
import health.kedja.access.Decision.Target;
import health.kedja.access.Extent;
import health.kedja.access.Rule;
import health.kedja.access.Rules;
import health.kedja.access.Scope;
import health.kedja.history.Reach;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Decides for a request, by the table, the token, and whose data it is. */
final class Verdicts {

    private final Rules rules;
    private final Reach reach;
    private final Bonds bonds;
    private final SearchParamMatcher matcher;

    Verdicts(Rules rules, Reach reach, Bonds bonds, SearchParamMatcher matcher) {
        this.rules = rules;
        this.reach = reach;
        this.bonds = bonds;
        this.matcher = matcher;
    }

    /** Who asks; empty when it is the server itself, which may do everything. */
    Optional<Asker> asker(RequestDetails request) {
        return Asker.of(request, reach);
    }

    Bonds bonds() {
        return bonds;
    }

    Rules rules() {
        return rules;
    }

    /**
     * Refuses an interaction that the caller may not do with any resource of the type, and notes why.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException (403) that says what is needed
     */
    void requireInGeneral(Asker asker, RequestDetails request, Optional<String> type, String interaction) {
        Optional<Rule> rule = rules.find(type, interaction);
        Decision decision = inGeneral(asker, rule, type);
        if (!decision.isAllowed()) {
            throw Noted.refused(
                    request, decision.reason(), Refused.general(decision.reason(), rule, type, interaction));
        }
    }

    private static Decision inGeneral(Asker asker, Optional<Rule> rule, Optional<String> type) {
        return Decision.inGeneral(rule, type, asker.caller(), asker.wholeServer());
    }

    boolean mayInGeneral(Asker asker, String type, String interaction) {
        return inGeneral(asker, rules.find(Optional.of(type), interaction), Optional.of(type))
                .isAllowed();
    }

    /** Whether a caller may do any of these with a stored resource. */
    boolean may(Asker asker, RequestDetails request, Collection<String> interactions, Resource resource) {
        return interactions.stream()
                .anyMatch(interaction -> decide(
                                asker, request, interaction, resource, () -> bonds.of(resource, asker, request))
                        .isAllowed());
    }

    /** Reads ahead what decisions about these need, by few statements. */
    void readAhead(
            Asker asker, RequestDetails request, Collection<String> interactions, Collection<Resource> resources) {
        List<Resource> ofPatients = resources.stream()
                .filter(resource -> interactions.stream()
                        .anyMatch(interaction -> looksAtPatient(asker.caller(), resource.fhirType(), interaction)))
                .toList();
        if (!ofPatients.isEmpty()) {
            bonds.read(ofPatients, asker, request);
        }
    }

    Decision decide(Asker asker, RequestDetails request, String interaction, Resource resource) {
        return decide(asker, request, interaction, resource, () -> bond(asker, request, interaction, resource));
    }

    /** Whether a caller may do it with another record of a person, of whom they ask by the record that they know. */
    Decision decideOfPerson(Asker asker, RequestDetails request, String interaction, Patient record, String known) {
        return decide(asker, request, interaction, record, () -> bonds.of(Set.of(known), false, asker, request));
    }

    private Decision decide(
            Asker asker, RequestDetails request, String interaction, Resource resource, Supplier<Bond> ofPatient) {
        String type = resource.fhirType();
        Optional<Rule> rule = rules.find(Optional.of(type), interaction);
        Decision general = inGeneral(asker, rule, Optional.of(type));
        if (!general.isAllowed()) {
            return general;
        }
        boolean owned = DataKind.of(type) == DataKind.CONFORMANCE || asker.owns(Labels.owner(resource));
        if (!owned) {
            return new Decision(Reason.REGION);
        }
        Bond bond = looksAtPatient(asker.caller(), type, interaction) ? ofPatient.get() : Bond.NONE;
        return Decision.of(
                rule,
                new Target(type, true, bond),
                asker.caller(),
                asker.wholeServer(),
                scope -> matches(scope, resource, request));
    }

    /** Whether a role of the caller's may read something stored, whatever the scopes. */
    boolean roleReads(Asker asker, RequestDetails request, Resource stored) {
        Optional<Rule> rule = rules.find(Optional.of(stored.fhirType()), "read");
        Target target =
                new Target(stored.fhirType(), asker.owns(Labels.owner(stored)), bonds.of(stored, asker, request));
        return rule.isPresent()
                && Decision.byRole(rule.get(), target, asker.caller(), asker.wholeServer())
                        .isAllowed();
    }

    /** Whether a role of the caller's may read all of the type in the region, whatever the scopes. */
    boolean roleReadsAllOfRegion(Asker asker, String type) {
        return rules.find(Optional.of(type), "read").stream()
                .flatMap(rule -> asker.caller().roles().stream().map(rule::extent))
                .anyMatch(extent -> extent == Extent.YES || extent == Extent.REGION);
    }

    /** What is not stored yet is not blocked, though it may have its id already. */
    private Bond bond(Asker asker, RequestDetails request, String interaction, Resource resource) {
        return interaction.equals("create")
                ? bonds.of(References.patients(resource), false, asker, request)
                : bonds.of(resource, asker, request);
    }

    /** Whether a caller may be told of a patient of their region by an operation on a measure. */
    Decision decideOfPatient(Asker asker, RequestDetails request, String patient, String interaction) {
        Bond bond = bonds.of(Set.of(patient), false, asker, request);
        boolean granted = asker.caller().scopes().granting(Scope.Interaction.READ, "Patient").stream()
                .anyMatch(scope -> scope.context() != Scope.Context.PATIENT || bond.launch());
        return granted
                ? Decision.of(
                        rules.find(Optional.of("Measure"), interaction),
                        new Target("Measure", true, bond),
                        asker.caller(),
                        asker.wholeServer(),
                        scope -> true)
                : new Decision(Reason.OUT_OF_SCOPE);
    }

    /** Whether the patient makes a difference, so that it must be read. */
    private boolean looksAtPatient(Caller caller, String type, String interaction) {
        if (DataKind.of(type) != DataKind.PATIENT) {
            return false;
        }
        Optional<Rule> rule = rules.find(Optional.of(type), interaction);
        return rule.isPresent()
                && (caller.roles().stream()
                                .anyMatch(role -> rule.get().extent(role).looksAtPatient())
                        || rule.get().scopes().stream()
                                .flatMap(letter -> caller.scopes().granting(letter, type).stream())
                                .anyMatch(scope -> scope.context() == Scope.Context.PATIENT));
    }

    /**
     * Whether everything of the type in the caller's region is theirs to see, so that the database can count it: no role
     * looks at the patient alone, and a scope grants the type as it is.
     */
    boolean seesAllOfRegion(Asker asker, String type, String interaction) {
        Optional<Rule> rule = rules.find(Optional.of(type), interaction);
        boolean roleSeesAll = rule.isPresent()
                && asker.caller().roles().stream()
                        .map(role -> rule.get().extent(role))
                        .anyMatch(extent -> extent == Extent.YES || extent == Extent.REGION);
        return roleSeesAll && hasPlainScope(asker, type, rule.get().scopes());
    }

    /**
     * Whether every record of a type that is about this patient, and about nobody else, and belongs to the caller's region, is
     * theirs to find: the patient is within their reach, has blocked nothing, and a scope grants the type as it is.
     */
    boolean seesAllOf(Asker asker, RequestDetails request, String type, String patient) {
        Optional<Rule> rule = rules.find(Optional.of(type), "search");
        return rule.isPresent()
                && hasPlainScope(asker, type, rule.get().scopes())
                && !bonds.anyBlock(Set.of(patient), request)
                && Decision.of(
                                rule,
                                new Target(type, true, bonds.of(Set.of(patient), false, asker, request)),
                                asker.caller(),
                                asker.wholeServer(),
                                scope -> scope.constraint().isEmpty())
                        .isAllowed();
    }

    /** Whether all that the search of a request finds in the database is theirs to see, and may be counted. */
    boolean findsOnlyTheirs(Asker asker, RequestDetails request) {
        return ReachOfSearch.isExact(request)
                || request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                        && request.getResourceName() != null
                        && seesAllOfRegion(asker, request.getResourceName(), "search");
    }

    /** Whether scopes grant all of these, with no constraint and not of the launch alone. */
    boolean hasPlainScope(Asker asker, String type, Set<Scope.Interaction> letters) {
        boolean patientData = DataKind.of(type) == DataKind.PATIENT;
        return letters.stream()
                .allMatch(letter -> asker.caller().scopes().granting(letter, type).stream()
                        .anyMatch(scope -> scope.constraint().isEmpty()
                                && !(patientData && scope.context() == Scope.Context.PATIENT)));
    }

    /** Whether no constraint of a scope is about what is in a resource of the type. */
    boolean needsNoContent(Asker asker, String type, String interaction) {
        return rules.find(Optional.of(type), interaction).stream()
                .flatMap(rule -> rule.scopes().stream())
                .flatMap(letter -> asker.caller().scopes().granting(letter, type).stream())
                .allMatch(scope -> scope.constraint().isEmpty());
    }

    private boolean matches(Scope scope, Resource resource, RequestDetails request) {
        if (scope.constraint().isEmpty()) {
            return true;
        }
        var result = matcher.match(Constraints.query(scope, resource.fhirType()), resource, request);
        // What cannot be told without the database is not granted.
        return result.supported() && result.matched();
    }
}
