package health.kedja.history;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Reads resources in versions that may not be the last. Safe to share between threads. */
public interface StoredVersions {

    /**
     * These versions, in any order; those that have been expunged are left out.
     *
     * @param versions none of which is a deletion
     */
    List<Resource> read(List<Version> versions);

    /**
     * One version of a resource.
     *
     * @param type such as {@code Condition}
     * @param id logical id
     * @param number counted from 1
     */
    record Version(String type, String id, long number) {}
}
