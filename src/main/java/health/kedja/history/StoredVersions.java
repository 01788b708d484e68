package health.kedja.history;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Reads resources in versions that may not be the last. Safe to share between threads. */
public interface StoredVersions {

    /**
     * These versions, in any order; those that have been expunged are left out.
     *
     * @param versions numbers by which the storage knows them ({@code hfj_res_ver.pid}), none of which is a deletion
     */
    List<Resource> read(List<Long> versions);
}
