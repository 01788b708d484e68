package health.kedja.server.access;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import health.kedja.access.DataKind;

/**
 * Which ids a caller may choose for what they store (PUT): those within a name space of their region, which begin with its
 * id and a dot. All other ids are answered alike, whether another region uses them, has used them, or nobody does. What is
 * before the first dot of an id names one region at the most, and so no two name spaces meet.
 */
final class ChosenIds {

    private static final char DOT = '.';
    private static final int LONGEST = 64;

    private final boolean any;

    /** @param any whether every id may be chosen, which tells by the answer that another region uses one */
    ChosenIds(boolean any) {
        this.any = any;
    }

    /** Whether the caller may store a new resource under an id, if nothing of another region has it. */
    boolean mayChoose(Asker asker, String type, String id) {
        return any
                || asker.wholeServer()
                || DataKind.of(type) == DataKind.CONFORMANCE
                || asker.region()
                        .filter(ChosenIds::hasNameSpace)
                        .filter(region -> id.startsWith(region + DOT))
                        .isPresent();
    }

    /** A region whose own id has a dot, or leaves no room behind it, has none: its callers let the server choose. */
    private static boolean hasNameSpace(String region) {
        return region.indexOf(DOT) < 0 && region.length() + 1 < LONGEST;
    }

    /** The answer to a PUT to an id that the caller may not choose, or that something has which the caller may not see. */
    BaseServerResponseException refusal(Asker asker, String type, String id) {
        if (mayChoose(asker, type, id)) {
            return Refused.unknown(type, id);
        }
        if (asker.region().isEmpty()) {
            return Refused.withoutRegion();
        }
        String region = asker.region().get();
        String remedy = hasNameSpace(region)
                ? "Choose one that begins with '" + region + DOT
                        + "' (the id of your region and a dot), or POST and take" + " the id that the server gives."
                : "The id of your region has a dot in it or is too long for ids to begin with it: POST and take the id"
                        + " that the server gives.";
        return Refused.unknown(
                type + "/" + id + " is not known, and a new resource cannot be stored under that id. " + remedy);
    }
}
