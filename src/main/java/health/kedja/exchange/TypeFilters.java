package health.kedja.exchange;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** Searches that single resources are held against, without asking the database. */
public interface TypeFilters {

    /**
     * Why a search cannot be used so; empty when it can.
     *
     * @param search such as {@code Observation?code=24701-5}
     */
    Optional<String> problem(String search);

    /** Whether a resource of that type matches. */
    boolean matches(String search, Resource resource);
}
