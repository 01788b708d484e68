package health.kedja.exchange;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** What whoever asks may take out, as whom they were when they asked. Used by one thread at a time. */
public interface ExportReach {

    /** Who asks with which rights, so that another is told from them. */
    String who();

    /** What is needed to find them again after a restart of the server, by name. */
    Map<String, String> words();

    /** Whether any resources of the type may be theirs. */
    boolean grants(String type);

    /**
     * Refuses a type of which none may be theirs.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException (403) that says what is needed
     */
    void require(String type, RequestDetails request);

    /** The one region of which they are told, as the code of the owner label; empty where there is no such limit. */
    Optional<String> region();

    /** Those of these that they may take out now, in the same order. */
    List<Resource> mayLeave(List<Resource> resources);

    /** Where nobody is asked who they are, everything. */
    ExportReach EVERYTHING = new ExportReach() {
        @Override
        public String who() {
            return "";
        }

        @Override
        public Map<String, String> words() {
            return Map.of();
        }

        @Override
        public boolean grants(String type) {
            return true;
        }

        @Override
        public void require(String type, RequestDetails request) {
            // Everybody may.
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public List<Resource> mayLeave(List<Resource> resources) {
            return resources;
        }
    };
}
