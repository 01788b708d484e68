package health.kedja.access.audit;

import java.time.Instant;

/** A row of the trail as it was read: which, when, and what. */
record StoredAccess(long id, Instant recorded, Access access) {}
