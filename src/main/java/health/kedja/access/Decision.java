package health.kedja.access;

import health.kedja.access.Scope.Context;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a caller may do something with something, and why not. Roles and scopes must both allow it; of several roles
 * one is enough.
 *
 * @param reason what speaks for or against it, for the audit
 */
public record Decision(Reason reason) {

    /** What decided, the most telling one when several do: whoever came furthest. */
    public enum Reason {
        /** The interaction or operation is not in the table. */
        NO_RULE,
        /** No role of the caller may do it. */
        ROLE,
        /** No scope grants it for that type. */
        SCOPE,
        /** It belongs to nobody, or to another region. */
        REGION,
        /** A scope grants it for other resources of the type, or for another patient. */
        OUT_OF_SCOPE,
        /** The role reaches other patients of the region. */
        NO_RELATION,
        /** The patient has opted out of registers. */
        OPTED_OUT,
        /** The patient has blocked the record. */
        BLOCKED,
        /** It may be done. */
        ALLOWED
    }

    /**
     * Something stored, or to be stored.
     *
     * @param type resource type
     * @param owned whether it belongs to the caller's region; of a caller of the whole server, always
     * @param bond what the caller has to do with its patients
     */
    public record Target(String type, boolean owned, Bond bond) {}

    public boolean isAllowed() {
        return reason == Reason.ALLOWED;
    }

    /** Whether a caller may do it at all, with whatever resource of the type. */
    public static Decision inGeneral(Optional<Rule> rule, Optional<String> type, Caller caller, boolean wholeServer) {
        if (rule.isEmpty()) {
            return new Decision(Reason.NO_RULE);
        }
        if (caller.roles().stream().noneMatch(role -> reachesAnything(rule.get().extent(role), wholeServer))) {
            return new Decision(Reason.ROLE);
        }
        boolean granted = rule.get().scopes().stream()
                .allMatch(interaction -> type.stream()
                        .allMatch(name ->
                                !caller.scopes().granting(interaction, name).isEmpty()));
        return new Decision(granted ? Reason.ALLOWED : Reason.SCOPE);
    }

    private static boolean reachesAnything(Extent extent, boolean wholeServer) {
        return extent != Extent.NO && (extent != Extent.SERVER || wholeServer);
    }

    /**
     * Whether a caller may do it with one resource.
     *
     * @param matches whether the resource satisfies the constraint of a scope
     */
    public static Decision of(
            Optional<Rule> rule, Target target, Caller caller, boolean wholeServer, Predicate<Scope> matches) {
        Decision general = inGeneral(rule, Optional.of(target.type()), caller, wholeServer);
        if (!general.isAllowed()) {
            return general;
        }
        boolean granted = rule.orElseThrow().scopes().stream()
                .allMatch(interaction -> caller.scopes().granting(interaction, target.type()).stream()
                        .anyMatch(scope -> reaches(scope, target, caller) && matches.test(scope)));
        if (!granted) {
            return new Decision(Reason.OUT_OF_SCOPE);
        }
        return byRole(rule.get(), target, caller, wholeServer);
    }

    /** Whether a role of the caller's allows it with one resource, whatever the scopes. */
    public static Decision byRole(Rule rule, Target target, Caller caller, boolean wholeServer) {
        return new Decision(caller.roles().stream()
                .map(role -> reason(rule.extent(role), target, wholeServer))
                .max(Reason::compareTo)
                .orElse(Reason.ROLE));
    }

    private static boolean reaches(Scope scope, Target target, Caller caller) {
        return scope.context() != Context.PATIENT
                || DataKind.of(target.type()) != DataKind.PATIENT
                || caller.patient().isPresent() && target.bond().launch();
    }

    private static Reason reason(Extent extent, Target target, boolean wholeServer) {
        Bond bond = target.bond();
        if (!reachesAnything(extent, wholeServer) || extent == Extent.AGGREGATES) {
            return Reason.ROLE;
        }
        if (extent == Extent.YES || extent == Extent.SERVER) {
            return Reason.ALLOWED;
        }
        if (!target.owned() || !bond.region()) {
            return Reason.REGION;
        }
        boolean related = switch (extent) {
            case UNIT -> bond.unit();
            case CARE -> bond.care();
            case REGISTERED -> bond.known();
            default -> true;
        };
        if (!related) {
            return Reason.NO_RELATION;
        }
        if (extent == Extent.REGISTERED && bond.optedOut()) {
            return Reason.OPTED_OUT;
        }
        return extent.honoursBlocks() && bond.blocked() ? Reason.BLOCKED : Reason.ALLOWED;
    }
}
