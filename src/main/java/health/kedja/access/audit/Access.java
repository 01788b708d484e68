package health.kedja.access.audit;

/**
 * One access: a row of the trail.
 *
 * @param interaction as FHIR names it, such as {@code search-type}
 * @param reason of an outcome that is not {@link Outcome#DONE}, or null
 * @param emergency why protection was broken, or null
 * @param patient the one concerned, as logical id, or null
 * @param resource {@code Type/id}, with version where known, or null
 * @param query a search, a page or an operation as it was asked, or null
 * @param request id of the request, as in the log
 */
record Access(
        String interaction,
        Outcome outcome,
        String reason,
        String emergency,
        String patient,
        String resource,
        String query,
        String request,
        Who who) {

    /** What {@link #reason} begins with where access was denied. */
    private static final String DENIED = "denied: ";

    /** A reason that says that access was denied. */
    static String denied(String why) {
        return DENIED + why;
    }

    /** The same, of a patient. */
    Access of(String other) {
        return new Access(interaction, outcome, reason, emergency, other, resource, query, request, who);
    }

    boolean isDenied() {
        return reason != null && (reason.startsWith(DENIED) || reason.equals("HTTP 401") || reason.equals("HTTP 403"));
    }
}
