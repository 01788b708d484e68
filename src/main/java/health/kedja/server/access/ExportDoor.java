package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.kedja.exchange.ExportReach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a caller may take out as files: what the rows {@code export} of the table say, with the roles, organizations and scopes
 * of the token that asked, and what patients refuse at the moment when it is asked of a resource.
 */
final class ExportDoor implements ExportReach {

    private static final String EXPORT = "export";

    private final Verdicts verdicts;
    private final Asker asker;
    private final String who;

    ExportDoor(Verdicts verdicts, Asker asker, String who) {
        this.verdicts = verdicts;
        this.asker = asker;
        this.who = who;
    }

    @Override
    public String who() {
        return who;
    }

    @Override
    public Map<String, String> words() {
        return asker.caller().words();
    }

    @Override
    public boolean grants(String type) {
        return verdicts.mayInGeneral(asker, type, EXPORT);
    }

    @Override
    public void require(String type, RequestDetails request) {
        verdicts.requireInGeneral(asker, request, Optional.of(type), EXPORT);
    }

    @Override
    public Optional<String> region() {
        return asker.wholeServer()
                ? Optional.empty()
                : Optional.of(asker.region().orElse(SearchNarrowing.NOBODY));
    }

    @Override
    public List<Resource> mayLeave(List<Resource> resources) {
        // What is read ahead of these is forgotten with them: no request holds it.
        RequestDetails page = new SystemRequestDetails();
        verdicts.readAhead(asker, page, Set.of(EXPORT), resources);
        return resources.stream()
                .filter(resource ->
                        verdicts.decide(asker, page, EXPORT, resource).isAllowed())
                .toList();
    }
}
