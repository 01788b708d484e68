package health.kedja.access;

import java.util.Map;
import java.util.Set;

/**
 * A row of the table: who may do something.
 *
 * @param what a resource type, a {@link DataKind}, or {@code system} for what names no type
 * @param interaction such as {@code search} or {@code $fracture-chain}
 * @param scopes what a scope must grant of the type; empty when no scope for resources is asked for
 * @param extents how far each role reaches
 */
public record Rule(String what, String interaction, Set<Scope.Interaction> scopes, Map<Role, Extent> extents) {

    public Rule {
        scopes = Set.copyOf(scopes);
        extents = Map.copyOf(extents);
    }

    /** How far a role reaches. */
    public Extent extent(Role role) {
        return extents.get(role);
    }
}
