package health.kedja.access.audit;

import java.time.Instant;
import java.util.Set;

/**
 * Which accesses are asked for. A part that is null asks for nothing in particular.
 *
 * @param id one row
 * @param patients logical ids of which the access must be about one; empty for all accesses
 * @param from the first instant
 * @param until the instant before which
 * @param agent a user as resource, or the subject or client of a token
 * @param interaction as FHIR names it
 * @param outcome code of {@code AuditEvent.outcome}
 * @param organizations only callers who act for one of these; empty for all
 * @param before only rows before that one: the next page
 * @param count most rows
 */
record AccessQuery(
        Long id,
        Set<String> patients,
        Instant from,
        Instant until,
        String agent,
        String interaction,
        Integer outcome,
        Set<String> organizations,
        Long before,
        int count) {}
