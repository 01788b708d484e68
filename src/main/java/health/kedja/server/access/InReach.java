package health.kedja.server.access;

import ca.uhn.fhir.rest.param.TokenParam;
import health.kedja.history.InCircle;
import java.util.List;

/**
 * As a value of {@code _id}: what is in one of several circles. HAPI carries it to where the statement is made, through its
 * threads, and keeps it with a search of which further pages may be asked for.
 */
final class InReach extends TokenParam {

    private static final long serialVersionUID = 1L;

    private final List<InCircle> circles;

    InReach(List<InCircle> circles) {
        // Stands for it where HAPI writes a search as a query.
        super("in-reach");
        this.circles = List.copyOf(circles);
    }

    List<InCircle> circles() {
        return circles;
    }
}
