package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.access.Decision.Reason;
import health.kedja.access.Decision.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every extent with every bond, and what scopes and several roles make of it. */
class DecisionTest {

    private static final boolean[] EITHER = {false, true};

    private static Caller caller(Set<Role> roles, String scopes, String patient) {
        return new Caller(
                "https://issuer.example",
                "anna",
                "app",
                Optional.empty(),
                Optional.ofNullable(patient),
                roles,
                Set.of("orthopaedics"),
                Scopes.parse(scopes),
                Optional.empty());
    }

    private static Optional<Rule> rule(Extent extent) {
        return Optional.of(new Rule("patient", "read", Set.of(Scope.Interaction.READ), Map.of(Role.CLINICIAN, extent)));
    }

    private static List<Bond> everyBond() {
        List<Bond> bonds = new ArrayList<>();
        for (boolean known : EITHER) {
            for (boolean region : EITHER) {
                for (boolean unit : EITHER) {
                    for (boolean care : EITHER) {
                        for (boolean optedOut : EITHER) {
                            for (boolean blocked : EITHER) {
                                for (boolean launch : EITHER) {
                                    bonds.add(new Bond(known, region, unit, care, optedOut, blocked, launch));
                                }
                            }
                        }
                    }
                }
            }
        }
        return bonds;
    }

    /** What each extent means, said once more and otherwise than in the code. */
    private static boolean expected(Extent extent, boolean owned, Bond bond, boolean wholeServer) {
        boolean inRegion = owned && bond.region();
        return switch (extent) {
            case NO, AGGREGATES -> false;
            case YES -> true;
            case SERVER -> wholeServer;
            case REGION -> inRegion;
            case UNIT -> inRegion && bond.unit() && !bond.blocked();
            case CARE -> inRegion && bond.care() && !bond.blocked();
            case REGISTERED -> inRegion && bond.known() && !bond.optedOut() && !bond.blocked();
        };
    }

    @Test
    void every_extent_with_every_bond_is_decided_as_it_is_described() {
        Caller caller = caller(Set.of(Role.CLINICIAN), "user/*.rs", null);
        int decided = 0;
        for (Extent extent : Extent.values()) {
            for (Bond bond : everyBond()) {
                for (boolean owned : EITHER) {
                    for (boolean wholeServer : EITHER) {
                        Decision decision = Decision.of(
                                rule(extent),
                                new Target("Observation", owned, bond),
                                caller,
                                wholeServer,
                                scope -> true);
                        assertThat(decision.isAllowed())
                                .as(
                                        "%s of %s, owned %s, whole server %s: %s",
                                        extent, bond, owned, wholeServer, decision)
                                .isEqualTo(expected(extent, owned, bond, wholeServer));
                        decided++;
                    }
                }
            }
        }
        assertThat(decided).isEqualTo(Extent.values().length * 128 * 4);
    }

    @Test
    void a_scope_of_the_launch_reaches_only_the_patient_of_the_launch() {
        for (Bond bond : everyBond()) {
            Decision withPatient = decide(bond, caller(Set.of(Role.CLINICIAN), "patient/*.rs", "maj"));
            assertThat(withPatient.isAllowed()).isEqualTo(bond.launch() && expected(Extent.CARE, true, bond, false));
            assertThat(decide(bond, caller(Set.of(Role.CLINICIAN), "patient/*.rs", null))
                            .isAllowed())
                    .isFalse();
        }
    }

    private static Decision decide(Bond bond, Caller caller) {
        return Decision.of(rule(Extent.CARE), new Target("Observation", true, bond), caller, false, scope -> true);
    }

    @Test
    void a_scope_whose_constraint_the_resource_does_not_match_grants_nothing() {
        Target target = new Target("Observation", true, Bond.NONE);
        Caller caller = caller(Set.of(Role.CLINICIAN), "user/Observation.rs?category=laboratory", null);
        assertThat(Decision.of(rule(Extent.REGION), target, caller, false, scope -> false)
                        .reason())
                .isEqualTo(Reason.OUT_OF_SCOPE);
        assertThat(Decision.of(rule(Extent.REGION), target, caller, false, scope -> true)
                        .reason())
                .isEqualTo(Reason.ALLOWED);
    }

    @Test
    void without_row_role_or_scope_the_reason_says_which_is_missing() {
        Target target = new Target("Observation", true, Bond.NONE);
        Caller clinician = caller(Set.of(Role.CLINICIAN), "user/Condition.rs", null);
        assertThat(Decision.of(Optional.empty(), target, clinician, false, scope -> true)
                        .reason())
                .isEqualTo(Reason.NO_RULE);
        assertThat(Decision.of(rule(Extent.NO), target, clinician, false, scope -> true)
                        .reason())
                .isEqualTo(Reason.ROLE);
        assertThat(Decision.of(rule(Extent.REGION), target, clinician, false, scope -> true)
                        .reason())
                .isEqualTo(Reason.SCOPE);
        assertThat(Decision.of(rule(Extent.REGION), target, caller(Set.of(), "user/*.rs", null), true, scope -> true)
                        .reason())
                .isEqualTo(Reason.ROLE);
    }

    @Test
    void of_several_roles_one_is_enough_and_the_reason_is_that_of_the_role_that_came_furthest() {
        Optional<Rule> rule = Rules.load().find(Optional.of("Observation"), "read");
        Caller both = caller(Set.of(Role.COORDINATOR, Role.ANALYST), "user/*.rs", null);
        Bond related = new Bond(true, true, true, false, false, false, false);
        Bond stranger = new Bond(true, true, false, false, false, false, false);
        assertThat(Decision.of(rule, new Target("Observation", true, related), both, false, scope -> true)
                        .isAllowed())
                .isTrue();
        assertThat(Decision.of(rule, new Target("Observation", true, stranger), both, false, scope -> true)
                        .reason())
                .isEqualTo(Reason.NO_RELATION);
    }
}
