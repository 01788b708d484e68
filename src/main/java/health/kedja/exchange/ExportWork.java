package health.kedja.exchange;

import health.kedja.access.audit.LaterAccess;
import java.util.Optional;

/**
 * What makes one export.
 *
 * @param request what is to be in it
 * @param reach what whoever asks may take out
 * @param audit to be told the patients of what it holds; empty where nothing is recorded
 */
record ExportWork(ExportRequest request, ExportReach reach, Optional<LaterAccess> audit) {

    /** The same, to be kept for another start. */
    KeptPlan kept() {
        return new KeptPlan(request, reach.words(), audit.map(LaterAccess::words));
    }
}
