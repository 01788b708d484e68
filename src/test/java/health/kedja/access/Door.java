package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.access.TwoRegions.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A row of the table, and how a client asks for what it is about. */
final class Door {

    /** What a caller of some role may expect. */
    enum Expected {
        /** It is theirs. */
        OPEN,
        /** It is not theirs, and so not there. */
        HIDDEN,
        /** The interaction is not theirs, whatever it is about. */
        REFUSED
    }

    /** Sends the request. */
    interface Knock {

        /** @param target what is asked for, as it was made for this request */
        FhirHttp.Answer on(FhirHttp http, String target);
    }

    private static final Set<Standing> ONE = EnumSet.of(Standing.OWN_UNIT);

    private final String what;
    private final String interaction;
    private final Optional<String> type;
    private Set<Standing> standings = ONE;
    private Function<Standing, String> target = standing -> "";
    private Knock knock;
    private int[] open = {200, 201, 204};
    private int hidden = 404;
    private int blocked = 404;
    private boolean ofBlocked;
    private boolean listed;
    private boolean writes;

    /**
     * A door without any answer yet.
     *
     * @param what and {@code interaction}: the row
     * @param type of the resources that are asked for by this one; null for none
     */
    Door(String what, String interaction, String type) {
        this.what = what;
        this.interaction = interaction;
        this.type = Optional.ofNullable(type);
    }

    /** @param target what to ask for of someone of that standing: made for one request, if it is changed by it */
    Door of(Set<Standing> standings, Function<Standing, String> target) {
        this.standings = standings;
        this.target = target;
        return this;
    }

    Door asks(Knock knock) {
        this.knock = knock;
        return this;
    }

    /** The statuses of the answer to whom it is open, where they are not the usual ones. */
    Door answers(int... statuses) {
        this.open = statuses;
        return this;
    }

    /** The status where it is not the caller's. */
    Door hiddenBy(int status) {
        this.hidden = status;
        this.blocked = status;
        return this;
    }

    /** It is about what the patient blocked, where one did. */
    Door ofBlockedRecord() {
        ofBlocked = true;
        return this;
    }

    /** As {@link #ofBlockedRecord}; and what cannot be told without is refused. */
    Door ofBlockedRecordBy(int status) {
        blocked = status;
        return ofBlockedRecord();
    }

    /** The target is in the answer or not; there always is one. */
    Door listed() {
        listed = true;
        return this;
    }

    /** It changes what is stored. */
    Door writing() {
        writes = true;
        return this;
    }

    String row() {
        return what + " " + interaction;
    }

    Set<Standing> standings() {
        return standings;
    }

    Expected expected(Rules rules, Asking who, Standing standing) {
        Rule rule = rules.find(type, interaction).orElseThrow();
        assertThat(rule.what() + " " + rule.interaction()).isEqualTo(row());
        Extent extent = rule.extent(who.role());
        if (extent == Extent.NO || extent == Extent.SERVER && !who.ofTheServer()) {
            return Expected.REFUSED;
        }
        return reaches(extent, who, standing) ? Expected.OPEN : Expected.HIDDEN;
    }

    private boolean reaches(Extent extent, Asking who, Standing standing) {
        boolean blockedFor = ofBlocked && standing == Standing.BLOCKED && extent.honoursBlocks();
        return switch (extent) {
            case YES, AGGREGATES, SERVER -> true;
            case REGION -> who.ofTheServer() || standing != Standing.OTHER_REGION;
            case UNIT, CARE -> standing != Standing.OTHER_UNIT && standing != Standing.OTHER_REGION && !blockedFor;
            case REGISTERED -> standing != Standing.OPTED_OUT && standing != Standing.OTHER_REGION && !blockedFor;
            case NO -> false;
        };
    }

    /** Asks, and looks whether the answer and what is stored afterwards are as expected. */
    void check(FhirHttp http, Expected expected, Standing standing, StoredState stored) {
        String asked = target.apply(standing);
        boolean compare = writes || expected != Expected.OPEN;
        List<String> before = compare ? stored.now() : List.of();
        FhirHttp.Answer answer = knock.on(http, asked);
        if (expected == Expected.REFUSED) {
            assertThat(answer.expect(403).diagnostics()).isNotBlank();
        } else if (listed) {
            String id = asked.substring(asked.indexOf('/') + 1);
            String body = answer.expect(200).body();
            assertThat(body.contains("/" + id) || body.contains("\"id\":\"" + id + "\""))
                    .as(id)
                    .isEqualTo(expected == Expected.OPEN);
        } else if (expected == Expected.OPEN) {
            answer.expect(open);
        } else {
            answer.expect(standing == Standing.BLOCKED ? blocked : hidden);
        }
        if (compare && writes && expected == Expected.OPEN) {
            assertThat(stored.now()).as("what is stored, after what was done").isNotEqualTo(before);
        } else if (compare) {
            assertThat(stored.now()).as("what is stored, after what was not").isEqualTo(before);
        }
    }
}
