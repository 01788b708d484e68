package health.kedja.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An export that was asked for and may be made.
 *
 * @param level what it is an export of
 * @param url as it was asked for
 * @param types of the resources in it
 * @param since only what changed after it
 * @param asOf the data are as they stood then
 * @param filters searches by type, of which a resource of the type must match one
 * @param patients ids of the patients whose records are in it; empty for no such limit
 */
record ExportRequest(
        Level level,
        String url,
        Set<String> types,
        Optional<Instant> since,
        Instant asOf,
        Map<String, List<String>> filters,
        Optional<Set<String>> patients) {

    /** Whose data are exported. */
    enum Level {
        /** All there is, of patients or not. */
        SYSTEM,
        /** What is about patients. */
        PATIENT,
        /** What is about the members of a Group. */
        GROUP
    }
}
